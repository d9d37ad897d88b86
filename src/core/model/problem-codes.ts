import type { FailureKind } from './verdict.ts';

/** What a page says about a problem or a failure. */
export interface Explanation {
  readonly means: string;
  readonly why: string;
  readonly remedy: string;
}

/** Every kind of problem in the user's files and settings. docs/errors.md is generated from this table. */
export const PROBLEM_CODES = {
  'command-line': {
    means: 'The command line has an unknown command or flag, or a value is missing.',
    why: 'A word is misspelt, or the flag belongs to another command.',
    remedy: 'Run `postman-sync COMMAND --help`: it lists the flags of the command.',
  },
  'unknown-key': {
    means: 'The configuration file or the workflow has a key or an input that does not exist.',
    why: 'A key is misspelt, or stands in the wrong place.',
    remedy: 'Use the name that the message suggests; [configuration.md](configuration.md) lists every key.',
  },
  'not-in-file': {
    means: 'The configuration file has a key that only the workflow or the command line may set.',
    why: 'A pull request can change the file; it must not choose the key, the host or the command.',
    remedy: 'Move it to the inputs of the workflow, or to a flag.',
  },
  'wrong-value': {
    means: 'A setting has a value of the wrong form, or two settings contradict each other.',
    why: 'For example a duration without a number, or a share above 100%.',
    remedy: 'Write what the message says; [configuration.md](configuration.md) shows the values of every key.',
  },
  'missing-key': {
    means: 'The command needs an API key, and there is none.',
    why: 'The secret is missing or misspelt. GitHub passes a secret that does not exist as an empty text.',
    remedy: 'Store the secret `POSTMAN_API_KEY` and pass it as `postman-api-key`. The command `test` needs no key.',
  },
  'missing-workspace': {
    means: 'The command needs the id of a workspace, and there is none, or it is not an id.',
    why: 'The variable is empty, or it holds the name or the address of the workspace.',
    remedy: 'Copy the id from "Workspace details" in Postman, and set `workspace`.',
  },
  'workspace-not-found': {
    means: 'The key sees no workspace with this id.',
    why: "The key's user is no member, the id belongs to another team, or the team's data lives in the EU.",
    remedy: 'Run `postman-sync status` to see the user and the team. Set `region: eu` for EU data residency.',
  },
  'missing-project': {
    means: 'Nothing says which repository this is.',
    why: 'The command runs outside of a CI, in a clone without a remote.',
    remedy: 'Set `project: owner/repository` in the configuration file.',
  },
  'environment-variable': {
    means: 'The configuration reads an environment variable that is not set, or that it may not read.',
    why: 'The step does not pass the variable, or `allow-env` does not list it, or it is one of the runner.',
    remedy: 'Set it under `env` of the step; list it in `allow-env` ([secrets.md](secrets.md)).',
  },
  'no-file': {
    means: 'A path or glob matches no file.',
    why: 'The path is misspelt. Paths in the configuration file are relative to that file.',
    remedy: 'Correct the path. The message names similar files.',
  },
  'unsafe-path': {
    means: 'A path leads out of the checkout, or names a link, a device or a file over 200 MB.',
    why: 'A pull request could read files of the runner that way.',
    remedy: 'Put the file itself into the repository; or name the path in an input or a flag.',
  },
  'file-unreadable': {
    means: 'A file cannot be read.',
    why: 'It does not exist, its permissions forbid it, or it is not text in UTF-8 or UTF-16.',
    remedy: 'Check the path and the permissions; save the file as UTF-8.',
  },
  'file-changed': {
    means: 'A file was changed while postman-sync was using it.',
    why: 'An editor or another step writes to it.',
    remedy: 'Run the command again.',
  },
  'file-syntax': {
    means: 'A file is not valid JSON or YAML.',
    why: 'For example a missing comma, or a YAML value that begins with `{{` without quotes.',
    remedy: 'Correct the line and column that the message names.',
  },
  'file-format': {
    means: "A file is not an export of Postman, or breaks Postman's format.",
    why: 'For example a collection without a name, a repeated key, or collection format v1.',
    remedy: 'Correct the place, or export the file again as v2.1.',
  },
  'yaml-format': {
    means: "A directory in Postman's YAML format has a key, a value or a layout that the format does not have.",
    why: 'It was edited by hand, or it was written by an older version of Postman.',
    remedy: 'Correct the place ([v3.md](v3.md)).',
  },
  'unsupported-request': {
    means: 'A YAML collection has a request that neither Newman nor the Postman API knows, such as gRPC.',
    why: 'Both know HTTP and GraphQL only.',
    remedy: 'Set `allow-unsupported: true` to leave it out, or move it to a collection of its own.',
  },
  openapi: {
    means: 'An OpenAPI document is missing or cannot be used.',
    why: 'It has a syntax error, a version other than 3.0 and 3.1, or a reference that leads nowhere.',
    remedy: 'Correct the place; check the globs of `openapi` ([contract.md](contract.md)).',
  },
  credential: {
    means: 'A credential in plain text would be uploaded, or written into a file by `pull`.',
    why: 'A token stands in a header, a variable, a script or a saved example.',
    remedy: 'Revoke it, and use a variable ([secrets.md](secrets.md#what-to-do)).',
  },
  'wrong-uid': {
    means: 'A `uid` in the configuration does not fit.',
    why: 'The workspace has no such resource, or the pattern beside the uid matches several files.',
    remedy: 'Correct the uid, or pin a single file.',
  },
  'ambiguous-name': {
    means: 'Several resources in the workspace have the name of a file, or several files have one name.',
    why: 'Nothing tells them apart. postman-sync does not guess.',
    remedy: 'Set the `uid` of the right one in the configuration.',
  },
  'same-resource': {
    means: 'Several files belong to the same resource in Postman.',
    why: 'A file was copied with its id, or two entries of the configuration name one uid.',
    remedy: 'Remove the id from the copy, or set a uid of its own for each.',
  },
  'unknown-name': {
    means: 'A suite, a collection, an environment, a monitor or an operation is named that does not exist.',
    why: 'The name is misspelt, or its file is not among `collections` and `environments`.',
    remedy: 'Use one of the names in the message.',
  },
  'nothing-to-run': {
    means: '`run` or `suite` asks for something that is not there to be run.',
    why: 'For example `run: monitors` without `monitors` in the configuration.',
    remedy: 'Declare it, or change `run`.',
  },
  'run-option': {
    means: 'A folder, a data file, a certificate or another option of a suite cannot be used.',
    why: 'The folder is not in the collection, or the file does not exist.',
    remedy: 'Correct the option. The message names the folders that exist.',
  },
  reporter: {
    means: 'An external reporter cannot be used.',
    why: 'Its package is not in `node_modules`, or an option names a reporter that is not used.',
    remedy: 'Install the package before the step, or remove the name from `reporters`.',
  },
  baseline: {
    means: 'The earlier report cannot be used.',
    why: 'The file does not exist, it is another format, or GitHub did not give the artifact.',
    remedy: 'Correct the path, or grant `actions: read` ([baseline.md](baseline.md)).',
  },
  shards: {
    means: '`merge-reports` cannot join the reports.',
    why: 'They belong to different runs, one of them is there twice, or a file is no report of this version.',
    remedy: 'Name the folders that the shards of one run wrote, and nothing else.',
  },
  revision: {
    means: 'The revision in `since` has no common history with this checkout.',
    why: 'The clone is shallow, or the name is misspelt.',
    remedy: 'Check out with `fetch-depth: 0`; name a branch, tag or commit.',
  },
  conflict: {
    means: 'File and Postman both changed the same place since the last apply.',
    why: 'Or nothing is recorded yet, or the version that was applied last cannot be read.',
    remedy:
      '`pull --theirs` or `pull --ours`, then commit ([pull.md](pull.md)). A shallow clone needs `fetch-depth: 0`.',
  },
  'prune-limit': {
    means: '`prune` would delete more than half of the managed resources.',
    why: 'Often a glob changed and matches fewer files.',
    remedy: 'Check the globs. Set `prune: force` for one run if all of them are meant to go.',
  },
  'uncommitted-edits': {
    means: '`pull` would write into a file that has uncommitted edits.',
    why: 'Your edits would be mixed with those from Postman.',
    remedy: 'Commit or stash them, or use `--force`.',
  },
  'pull-file': {
    means: '`pull` cannot write a file.',
    why: 'The file exists and belongs to nothing, it cannot be patched, or it has a format that `pull` cannot write.',
    remedy: 'Move the file away, or make the change by hand.',
  },
  backup: {
    means: '`restore` cannot use the backup.',
    why: 'No file is named, it is no backup, or the resource is gone.',
    remedy: 'Name a file below `backup` in the report folder ([pull.md](pull.md#backups)).',
  },
  comment: {
    means: 'The command `comment` cannot post.',
    why: 'There is no token, no pull request, or the report is not one of postman-sync.',
    remedy: 'Compare your workflow with `examples/workflows/fork-comment.yml` ([github.md](github.md#forks)).',
  },
  'fork-refused': {
    means: "A fork's files would run where secrets are within reach, or would be written to Postman.",
    why: 'Anybody can open a pull request from a fork.',
    remedy: 'Use `pull_request` ([github.md](github.md#forks)).',
  },
  'report-dir': {
    means: 'The reports cannot be written.',
    why: 'The folder is not writable, or a file has its name.',
    remedy: 'Make it writable, or set `report-dir`.',
  },
} as const satisfies Readonly<Record<string, Explanation>>;

/** The stable name of a kind of problem. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** Every code, for schemas. */
export const CODES = Object.keys(PROBLEM_CODES) as readonly ProblemCode[];

/** The page that explains every code. */
const ERRORS_PAGE = 'https://github.com/postman-sync/postman-sync/blob/main/docs/errors.md';

/** Where the page explains a kind of failure. */
export const kindAddress = (kind: FailureKind): string => `${ERRORS_PAGE}#kind-${kind}`;

/** Where the page explains a problem's code. */
export const helpAddress = (code: ProblemCode): string => `${ERRORS_PAGE}#${code}`;

import { COMMANDS } from './commands.ts';

/** How an input's text is read: see `values.ts`. */
export type InputType =
  | { readonly type: 'text' | 'path' | 'list' | 'flag' | 'duration' | 'share' | 'pairs' | 'secret' }
  | { readonly type: 'choice' | 'choices'; readonly values: readonly string[] }
  | { readonly type: 'count'; readonly min: number; readonly max?: number };

/** The headings of the inputs, in the order in which they are shown. */
export const INPUT_GROUPS = {
  connection: 'Workspace and key',
  files: 'Files',
  sync: 'Sync',
  suites: 'Suites',
  contract: 'Contract and coverage',
  newman: 'As in Newman',
  reports: 'Reports',
  limits: 'Limits and quota',
  github: 'Pull requests',
} as const;

/** One of {@link INPUT_GROUPS}. */
export type InputGroup = keyof typeof INPUT_GROUPS;

/** One input of the action, flag of the CLI and key of the configuration file. */
export type InputSpec = InputType & {
  readonly name: string;
  /** The heading that it stands under in the help and the documentation. */
  readonly group: InputGroup;
  /** One sentence for `action.yml`, the README and `--help`. */
  readonly help: string;
  /** The default, in the form of the input. */
  readonly default?: string;
  /** Shown for a default that is known only at run time. */
  readonly defaultHelp?: string;
  /** The default in `action.yml`: an expression of GitHub, without its braces. */
  readonly expression?: string;
  /** False for inputs of the host (the key, the command), which a committed file must not hold. */
  readonly inFile?: false;
};

/** Every input, in the order of the documentation: the one table that `action.yml`, `--help` and the schema follow. */
export const INPUTS: readonly InputSpec[] = [
  {
    name: 'command',
    group: 'connection',
    type: 'choice',
    values: ['auto', ...COMMANDS],
    default: 'auto',
    inFile: false,
    help: 'What to do. `auto` plans on pull requests and on branches, and applies on the default branch, schedules, releases and manual runs.',
  },
  {
    name: 'postman-api-key',
    group: 'connection',
    type: 'secret',
    inFile: false,
    help: 'Postman API key, from a secret. Sent only in the `X-API-Key` header.',
  },
  {
    name: 'region',
    group: 'connection',
    type: 'choice',
    values: ['us', 'eu'],
    default: 'us',
    help: "Where the team's data lives: `us`, or `eu` for EU data residency. Picks the host.",
  },
  {
    name: 'api-url',
    group: 'connection',
    type: 'text',
    defaultHelp: 'by `region`',
    inFile: false,
    help: 'Base URL of the Postman API. `http://` is accepted on loopback only.',
  },
  {
    name: 'workspace',
    group: 'connection',
    type: 'text',
    help: 'Id of the workspace. `plan`, `apply` and `pull` refuse to guess one.',
  },
  {
    name: 'config',
    group: 'files',
    type: 'text',
    defaultHelp: '`postman-sync.yaml`, if there',
    inFile: false,
    help: 'Configuration file.',
  },
  {
    name: 'project',
    group: 'connection',
    type: 'text',
    defaultHelp: '`owner/repository`',
    help: 'Whose state this is: several repositories, and several configurations of one, may share a workspace without pruning one another.',
  },
  {
    name: 'collections',
    group: 'files',
    type: 'list',
    default: '**/*.postman_collection.json',
    help: "Globs of collection files and of directories in Postman's YAML format (v3), one per line; with `!` before it, a glob takes files out again. The default also finds `postman/collections/*/`.",
  },
  {
    name: 'environments',
    group: 'files',
    type: 'list',
    default: '**/*.postman_environment.json',
    help: 'Globs of environment files, likewise. The default also finds `postman/environments/*.environment.yaml`.',
  },
  {
    name: 'allow-unsupported',
    group: 'files',
    type: 'flag',
    default: 'false',
    help: 'Leave out requests of a YAML collection that cannot run here (gRPC, WebSocket, Socket.IO, MQTT, MCP, LLM), with a notice, instead of refusing it.',
  },
  { name: 'globals', group: 'files', type: 'text', help: 'One globals file.' },
  {
    name: 'run',
    group: 'suites',
    type: 'choices',
    values: ['newman', 'monitors', 'none'],
    default: 'newman',
    help: 'What to run: any of `newman` and `monitors`, or `none`. `monitors` are run by `apply`.',
  },
  { name: 'suite', group: 'suites', type: 'list', help: 'Names of the suites to run; all by default.' },
  {
    name: 'environment',
    group: 'suites',
    type: 'text',
    defaultHelp: 'the only one, else none',
    help: 'Name or path of the environment that suites run with, where the configuration has no `suites`.',
  },
  {
    name: 'variables',
    group: 'suites',
    type: 'pairs',
    help: '`name=value` lines, given to runs only: never uploaded, masked in every output.',
  },
  {
    name: 'global-variables',
    group: 'newman',
    type: 'pairs',
    help: "`name=value` lines for the globals of runs, as Newman's `--global-var`: never uploaded, masked in every output.",
  },
  {
    name: 'allow-env',
    group: 'files',
    type: 'list',
    defaultHelp: 'any but the forbidden names',
    inFile: false,
    help: "Names and globs (`STAGING_*`) of environment variables that `{ env: NAME }` in the configuration file may read. Never the runner's own, such as `INPUT_*`, `ACTIONS_*` and tokens.",
  },
  {
    name: 'iteration-data',
    group: 'newman',
    type: 'path',
    help: 'Data file for iterations (CSV or JSON), as in Newman.',
  },
  { name: 'iteration-count', group: 'newman', type: 'count', min: 1, help: 'Number of iterations, as in Newman.' },
  { name: 'folder', group: 'newman', type: 'list', help: 'Folders or requests to run, by name or id, as in Newman.' },
  {
    name: 'bail',
    group: 'newman',
    type: 'choice',
    values: ['true', 'false', 'folder', 'failure', 'folder,failure'],
    default: 'false',
    help: 'Stop a suite at its first failure, as in Newman.',
  },
  {
    name: 'delay-request',
    group: 'newman',
    type: 'duration',
    default: '0',
    help: 'Pause between requests, as in Newman.',
  },
  {
    name: 'timeout',
    group: 'newman',
    type: 'duration',
    defaultHelp: '30m; of a monitor 15m',
    help: 'Longest time for a whole suite, as in Newman; `0` for no limit.',
  },
  { name: 'timeout-request', group: 'newman', type: 'duration', help: 'Longest time for a request, as in Newman.' },
  { name: 'timeout-script', group: 'newman', type: 'duration', help: 'Longest time for a script, as in Newman.' },
  {
    name: 'insecure',
    group: 'newman',
    type: 'flag',
    default: 'false',
    help: 'Do not verify TLS certificates of the API under test, as in Newman.',
  },
  {
    name: 'ignore-redirects',
    group: 'newman',
    type: 'flag',
    default: 'false',
    help: 'Do not follow redirects, as in Newman.',
  },
  {
    name: 'working-dir',
    group: 'newman',
    type: 'path',
    default: '.',
    help: 'Folder that requests may upload files from, as in Newman; nothing outside it is readable.',
  },
  {
    name: 'cookie-jar',
    group: 'newman',
    type: 'path',
    help: 'Cookies to begin with, in a file that `--export-cookie-jar` of Newman wrote.',
  },
  { name: 'ssl-client-cert', group: 'newman', type: 'path', help: 'Client certificate (PEM), as in Newman.' },
  { name: 'ssl-client-key', group: 'newman', type: 'path', help: 'Key of the client certificate, as in Newman.' },
  {
    name: 'ssl-client-passphrase',
    group: 'newman',
    type: 'secret',
    help: 'Passphrase of that key, as in Newman.',
    inFile: false,
  },
  {
    name: 'ssl-extra-ca-certs',
    group: 'newman',
    type: 'path',
    help: 'Further trusted CA certificates (PEM), as in Newman.',
  },
  {
    name: 'ssl-client-cert-list',
    group: 'newman',
    type: 'path',
    help: 'JSON file with client certificates by URL pattern, as in Newman.',
  },
  {
    name: 'export-environment',
    group: 'newman',
    type: 'path',
    help: 'File that the environment is written to after the run, secrets included, as in Newman. With several suites, each writes a file of its own: `env-orders.json`.',
  },
  {
    name: 'export-globals',
    group: 'newman',
    type: 'path',
    help: 'The same for the globals.',
  },
  {
    name: 'export-collection',
    group: 'newman',
    type: 'path',
    help: 'The same for the collection.',
  },
  {
    name: 'export-cookie-jar',
    group: 'newman',
    type: 'path',
    help: 'The same for the cookies.',
  },
  {
    name: 'parallel',
    group: 'suites',
    type: 'count',
    min: 1,
    defaultHelp: 'number of CPUs',
    help: 'Suites run at once.',
  },
  {
    name: 'retries',
    group: 'suites',
    type: 'count',
    min: 0,
    max: 10,
    default: '0',
    help: 'Reruns of a failed suite. One that passes on a rerun counts as passed and is reported as flaky.',
  },
  {
    name: 'strict',
    group: 'suites',
    type: 'flag',
    default: 'true',
    help: 'No false green: nothing requested, nothing asserted, an answer of 500 or more whose assertions look at neither status nor body, an upload whose file is missing or refused, and an answer that is cut off, fail. `false`: these are warnings.',
  },
  {
    name: 'only-changed',
    group: 'suites',
    type: 'flag',
    default: 'false',
    help: 'On pull requests, run only suites whose collection, environment, data, certificates or `paths` the change touches.',
  },
  {
    name: 'since',
    group: 'suites',
    type: 'text',
    defaultHelp: 'merge base of the pull request',
    inFile: false,
    help: 'Revision that `only-changed` compares with.',
  },
  {
    name: 'baseline',
    group: 'suites',
    type: 'path',
    help: 'Earlier `report.json` whose failures and latencies the run is compared with. `auto`: from the artifact of the latest successful run on the base branch (GitHub; `actions: read`).',
  },
  {
    name: 'new-failures-only',
    group: 'suites',
    type: 'flag',
    default: 'false',
    help: 'With a baseline, failures that it has, too, are warnings.',
  },
  {
    name: 'openapi',
    group: 'contract',
    type: 'list',
    help: 'Globs of OpenAPI 3 documents that requests and answers are checked against.',
  },
  {
    name: 'contract',
    group: 'contract',
    type: 'choice',
    values: ['fail', 'warn', 'off'],
    default: 'warn',
    help: 'Effect of a deviation from the OpenAPI documents: `fail`, `warn` or `off`.',
  },
  {
    name: 'wait-for',
    group: 'suites',
    type: 'list',
    help: 'URLs that must answer (below 500) before the suites start.',
  },
  { name: 'wait-for-timeout', group: 'suites', type: 'duration', default: '60s', help: 'How long to wait for them.' },
  {
    name: 'reporters',
    group: 'reports',
    type: 'list',
    default: 'junit,json,html',
    help: "Files written to `report-dir`: `json`, `html`, `junit`, `ctrf`, `gitlab-codequality`, `dotenv`. Any other name is an external Newman reporter from the workspace's `node_modules`; `newman-json` is Newman's own `json`.",
  },
  {
    name: 'reporter-options',
    group: 'reports',
    type: 'pairs',
    help: 'Options of external reporters, one `reporter.option=value` per line: `htmlextra.title=Orders`.',
  },
  {
    name: 'report-dir',
    group: 'reports',
    type: 'text',
    default: 'postman-report',
    help: 'Where reports and backups go.',
  },
  {
    name: 'prune',
    group: 'sync',
    type: 'choice',
    values: ['true', 'false', 'force'],
    default: 'false',
    help: 'Delete resources that this tool created and whose file is gone; never any other. More than half of them at once needs `force`.',
  },
  {
    name: 'on-drift',
    group: 'sync',
    type: 'choice',
    values: ['merge', 'overwrite', 'keep', 'fail'],
    default: 'merge',
    help: 'What to do with a resource that was changed in Postman since the last apply: `merge` (both survive; places that both changed are conflicts), `overwrite` (backed up and warned about), `keep` (leave it as it is in Postman) or `fail`.',
  },
  {
    name: 'verify',
    group: 'sync',
    type: 'choice',
    values: ['changed', 'all'],
    default: 'changed',
    help: '`changed`: fetch only what the recorded state cannot vouch for. `all`: fetch and compare everything.',
  },
  {
    name: 'secrets',
    group: 'sync',
    type: 'choice',
    values: ['block', 'warn', 'allow'],
    default: 'block',
    help: 'Credentials in plain text found in files about to be uploaded: `block`, `warn` or `allow`.',
  },
  {
    name: 'quota-warn-at',
    group: 'limits',
    type: 'share',
    default: '80%',
    help: 'Share of the monthly quota at which to warn.',
  },
  {
    name: 'quota-stop-at',
    group: 'limits',
    type: 'share',
    default: '100%',
    help: 'Share of the monthly quota at which to refuse to start a write.',
  },
  {
    name: 'max-wait',
    group: 'limits',
    type: 'duration',
    default: '5m',
    help: 'Longest total time to wait on rate limits before giving up.',
  },
  {
    name: 'comment',
    group: 'github',
    type: 'choice',
    values: ['auto', 'always', 'never'],
    default: 'auto',
    help: 'The pull-request comment: `auto` (on pull requests, where the token may), `always` or `never`.',
  },
  {
    name: 'check-run',
    group: 'github',
    type: 'flag',
    default: 'false',
    help: 'Also publish a check run with line annotations.',
  },
  {
    name: 'github-token',
    group: 'github',
    type: 'secret',
    inFile: false,
    expression: 'github.token',
    help: 'Token for the comment and the check run only.',
  },
  {
    name: 'allow-forks',
    group: 'github',
    type: 'flag',
    default: 'false',
    inFile: false,
    help: "Run the suites on `pull_request_target`, `workflow_run` and `issue_comment` of a fork's pull request, where secrets are within reach. Only for checkouts that hold no file of the fork.",
  },
  {
    name: 'matrix',
    group: 'github',
    type: 'text',
    inFile: false,
    expression: 'toJSON(matrix)',
    help: 'Which job of a matrix this is, so that each keeps a comment and a check run of its own. GitHub fills it in.',
  },
];

/** Texts by input name, as the host gave them; an empty text counts as not given. */
export type RawInputs = ReadonlyMap<string, string>;

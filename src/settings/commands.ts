/** A tool of the command line, without settings. */
interface CliSpec {
  /** One sentence for `--help`. */
  readonly help: string;
  readonly kind: 'cli';
}

/** A command that reads settings and ends with a report: what it does and what it needs. */
interface RepositorySpec {
  /** One sentence for `--help`. */
  readonly help: string;
  readonly kind: 'repository';
  /** Whether the command needs an API key. `optional`: without a key, only the part that needs Postman is skipped. */
  readonly key: 'required' | 'optional' | 'none';
  /** Whether the command compares a workspace with the repository. The workspace is never guessed. */
  readonly workspace: boolean;
  /** Whether the command reads the repository's files and runs suites. */
  readonly suites: boolean;
  /** Whether the result is shown on the pull request. */
  readonly shown: boolean;
}

const SPECS = {
  plan: {
    help: 'Show what apply would change, and run the suites. Writes nothing to Postman.',
    kind: 'repository',
    key: 'optional',
    workspace: true,
    suites: true,
    shown: true,
  },
  apply: {
    help: 'Make the workspace match the repository, then run suites and monitors.',
    kind: 'repository',
    key: 'required',
    workspace: true,
    suites: true,
    shown: true,
  },
  test: {
    help: 'Run the suites from the files. Needs no key.',
    kind: 'repository',
    key: 'none',
    workspace: false,
    suites: true,
    shown: true,
  },
  pull: {
    help: 'Write what was changed in Postman into the files.',
    kind: 'repository',
    key: 'required',
    workspace: true,
    suites: true,
    shown: false,
  },
  restore: {
    help: 'Restore a backup in Postman. Shows the plan before it writes.',
    kind: 'repository',
    key: 'required',
    workspace: true,
    suites: false,
    shown: false,
  },
  status: {
    help: "Show the API key's user and team, rate limit and monthly usage.",
    kind: 'repository',
    key: 'required',
    workspace: false,
    suites: false,
    shown: false,
  },
  comment: {
    help: 'Post the pull-request comment of an earlier run from its report.',
    kind: 'repository',
    key: 'none',
    workspace: false,
    suites: false,
    shown: false,
  },
  'merge-reports': {
    help: 'Join the report folders of several shards or jobs into one report and one verdict.',
    kind: 'repository',
    key: 'none',
    workspace: false,
    suites: false,
    shown: true,
  },
  init: {
    help: 'Write a commented postman-sync.yaml, and a pipeline with --ci.',
    kind: 'cli',
  },
  emulate: {
    help: 'Start the Postman API emulator.',
    kind: 'cli',
  },
  demo: {
    help: 'Try everything against the emulator and a sample API. Needs no account, key or network.',
    kind: 'cli',
  },
  completion: {
    help: 'Print a completion script for bash, zsh or fish.',
    kind: 'cli',
  },
  coverage: {
    help: 'Show which operations of the OpenAPI documents the collections test, from the files alone.',
    kind: 'cli',
  },
  convert: {
    help: 'Print the v2.1 file of a collection in the YAML format (v3).',
    kind: 'cli',
  },
} as const satisfies Readonly<Record<string, CliSpec | RepositorySpec>>;

/** The name of a command. The input `command` also accepts `auto`, which picks one by the event. */
export type Command = keyof typeof SPECS;

/** Tools of the command line that need no settings. */
type CliCommand = { [C in Command]: (typeof SPECS)[C]['kind'] extends 'cli' ? C : never }[Command];

/** Commands that work on a repository and end with a report. */
export type RepositoryCommand = Exclude<Command, CliCommand>;

/** The commands, in the order of the documentation. */
export const COMMANDS = Object.keys(SPECS) as readonly Command[];

/** The row of each command. */
export const COMMAND_SPECS: Readonly<Record<CliCommand, CliSpec> & Record<RepositoryCommand, RepositorySpec>> = SPECS;

/** Whether a command reads settings and ends with a report. */
const isRepositoryCommand = (command: Command): command is RepositoryCommand =>
  COMMAND_SPECS[command].kind === 'repository';

/** The commands that the input `command` accepts. */
export const REPOSITORY_COMMANDS: readonly RepositoryCommand[] = COMMANDS.filter(isRepositoryCommand);

/** Whether a word is a command of the command line only. */
export const isCliCommand = (word: string): boolean =>
  COMMANDS.some((command) => command === word && !isRepositoryCommand(command));

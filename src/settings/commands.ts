/** What a command is and what it needs. */
export interface CommandSpec {
  /** For `--help`: what the command does. */
  readonly help: string;
  /** `repository`: reads settings and ends with a report. `cli`: a tool of the command line. */
  readonly kind: 'repository' | 'cli';
  /** `optional`: without a key the command does the rest of its work. */
  readonly key: 'required' | 'optional' | 'none';
  /** Whether it compares a workspace with the repository; the workspace is never guessed. */
  readonly workspace: boolean;
  /** Whether it reads the repository's files and runs suites. */
  readonly suites: boolean;
  /** Whether its result is shown on the pull request. */
  readonly shown: boolean;
}

const SPECS = {
  plan: {
    help: 'show what apply would change, and run the suites; writes nothing to Postman',
    kind: 'repository',
    key: 'optional',
    workspace: true,
    suites: true,
    shown: true,
  },
  apply: {
    help: 'make the workspace match the repository, then run the suites',
    kind: 'repository',
    key: 'required',
    workspace: true,
    suites: true,
    shown: true,
  },
  test: {
    help: 'run the suites from the files; needs no key',
    kind: 'repository',
    key: 'none',
    workspace: false,
    suites: true,
    shown: true,
  },
  pull: {
    help: "write the workspace's resources into the repository's files (not yet supported)",
    kind: 'repository',
    key: 'required',
    workspace: true,
    suites: true,
    shown: false,
  },
  status: {
    help: "show the key's user, team, limits and usage",
    kind: 'repository',
    key: 'required',
    workspace: false,
    suites: false,
    shown: false,
  },
  comment: {
    help: 'post the pull-request comment from a report',
    kind: 'repository',
    key: 'none',
    workspace: false,
    suites: false,
    shown: false,
  },
  emulate: {
    help: 'start the Postman API emulator',
    kind: 'cli',
    key: 'none',
    workspace: false,
    suites: false,
    shown: false,
  },
  demo: {
    help: 'show it all: emulator, sample API, sync, suites; no account, no key, no network',
    kind: 'cli',
    key: 'none',
    workspace: false,
    suites: false,
    shown: false,
  },
  convert: {
    help: 'print the v2.1 file of a YAML collection: convert postman/collections/Orders > orders.json',
    kind: 'cli',
    key: 'none',
    workspace: false,
    suites: false,
    shown: false,
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

/** A command; the action's `auto` stands for one of them. */
export type Command = keyof typeof SPECS;

/** Tools of the command line that need no settings. */
export type CliCommand = { [C in Command]: (typeof SPECS)[C]['kind'] extends 'cli' ? C : never }[Command];

/** Commands that work on a repository and end with a report. */
export type RepositoryCommand = Exclude<Command, CliCommand>;

/** The commands, in the order of the documentation. */
export const COMMANDS = Object.keys(SPECS) as readonly Command[];

/** What is known about each command. */
export const COMMAND_SPECS: Readonly<Record<Command, CommandSpec>> = SPECS;

/** Whether a command reads settings and ends with a report. */
export const isRepositoryCommand = (command: Command): command is RepositoryCommand =>
  COMMAND_SPECS[command].kind === 'repository';

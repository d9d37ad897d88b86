/** The type of an input and what its text is checked against; `values.ts` reads it. */
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

/** One row in the table of a group. */
export type InputRow = InputType & {
  readonly name: string;
  /** One sentence for `action.yml`, the README and `--help`. */
  readonly help: string;
  /** The default, in the form of the input. */
  readonly default?: string;
  /** Shown in place of a default that is known only at run time. */
  readonly defaultHelp?: string;
  /** The default in `action.yml`: an expression of GitHub, without its braces. */
  readonly expression?: string;
  /** False for inputs of the host (the key, the command), which a committed file must not hold. */
  readonly inFile?: false;
};

/** One input of the action, flag of the CLI and key of the configuration file. */
export type InputSpec = InputRow & {
  /** The heading above it in the help and the documentation. */
  readonly group: InputGroup;
};

/** The texts of the host by input name. An empty text counts as not given. */
export type RawInputs = ReadonlyMap<string, string>;

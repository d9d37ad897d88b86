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

/** One input, as its group's table holds it. */
export type InputRow = InputType & {
  readonly name: string;
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

/** One input of the action, flag of the CLI and key of the configuration file. */
export type InputSpec = InputRow & {
  /** The heading that it stands under in the help and the documentation. */
  readonly group: InputGroup;
};

/** Texts by input name, as the host gave them; an empty text counts as not given. */
export type RawInputs = ReadonlyMap<string, string>;

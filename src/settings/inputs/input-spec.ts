/** Types whose values are known: they document themselves. */
type ClosedType =
  | { readonly type: 'flag' }
  | { readonly type: 'choice' | 'choices'; readonly values: readonly string[] };

/** Types with any number of values. */
type OpenType =
  | { readonly type: 'text' | 'path' | 'list' | 'duration' | 'share' | 'pairs' | 'secret' }
  | { readonly type: 'count'; readonly min: number; readonly max?: number };

/** A value of the configuration file. */
export type ExampleValue = string | number | readonly string[] | Readonly<Record<string, string>>;

/**
 * How an input's text is read (see `values.ts`). `inFile` is false for inputs of the host (the key, the command), which a
 * committed file must not hold. Others have an example for the documentation, unless their values are known.
 */
export type InputType =
  | (ClosedType & { readonly inFile?: false; readonly example?: never })
  | (OpenType &
      (
        | { readonly inFile: false; readonly example?: never }
        | { readonly inFile?: never; readonly example: ExampleValue }
      ));

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
};

/** One input of the action, flag of the CLI and key of the configuration file. */
export type InputSpec = InputRow & {
  /** The heading above it in the help and the documentation. */
  readonly group: InputGroup;
};

/** The texts of the host by input name. An empty text counts as not given. */
export type RawInputs = ReadonlyMap<string, string>;

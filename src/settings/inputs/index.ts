import { connectionInputs } from './connection.ts';
import { contractInputs } from './contract.ts';
import { filesInputs } from './files.ts';
import { githubInputs } from './github.ts';
import { INPUT_GROUPS, type InputGroup, type InputRow, type InputSpec } from './input-spec.ts';
import { limitsInputs } from './limits.ts';
import { newmanInputs } from './newman.ts';
import { reportsInputs } from './reports.ts';
import { suitesInputs } from './suites.ts';
import { syncInputs } from './sync.ts';

const BY_GROUP = {
  connection: connectionInputs,
  files: filesInputs,
  sync: syncInputs,
  suites: suitesInputs,
  contract: contractInputs,
  newman: newmanInputs,
  reports: reportsInputs,
  limits: limitsInputs,
  github: githubInputs,
} as const satisfies Readonly<Record<InputGroup, readonly InputRow[]>>;

type Row = (typeof BY_GROUP)[InputGroup][number];

/** The name of an input; with types, only of inputs of these types. */
export type InputName<Type extends Row['type'] = Row['type']> = Extract<Row, { readonly type: Type }>['name'];

/** A word that an input of type `choice` accepts. */
export type ChoiceOf<Name extends InputName<'choice'>> = Extract<
  Row,
  { readonly name: Name; readonly type: 'choice' }
>['values'][number];

/** Every input, in the order of the documentation. `action.yml`, `--help` and the JSON Schema are generated from it. */
export const INPUTS: readonly (InputSpec & { readonly name: InputName })[] = (
  Object.keys(INPUT_GROUPS) as InputGroup[]
).flatMap((group) => BY_GROUP[group].map((row) => ({ ...row, group })));

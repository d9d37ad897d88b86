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

const BY_GROUP: Readonly<Record<InputGroup, readonly InputRow[]>> = {
  connection: connectionInputs,
  files: filesInputs,
  sync: syncInputs,
  suites: suitesInputs,
  contract: contractInputs,
  newman: newmanInputs,
  reports: reportsInputs,
  limits: limitsInputs,
  github: githubInputs,
};

/** Every input, in the order of the documentation. `action.yml`, `--help` and the JSON Schema are generated from it. */
export const INPUTS: readonly InputSpec[] = (Object.keys(INPUT_GROUPS) as InputGroup[]).flatMap((group) =>
  BY_GROUP[group].map((row) => ({ ...row, group })),
);

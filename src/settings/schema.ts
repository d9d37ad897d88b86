import * as z from 'zod';
import { INPUTS } from './inputs/index.ts';
import type { InputSpec } from './inputs/input-spec.ts';
import { monitors } from './monitor-schema.ts';
import { existingUid } from './refinements.ts';
import { SUITE_KEYS } from './run-options.ts';
import { DURATION, SHARE } from './values.ts';

const text = z.string().min(1);
const texts = z.union([text, z.array(text)]);
const duration = z
  .union([z.number().nonnegative(), z.string().regex(DURATION)])
  .meta({ expected: 'a duration: 800ms, 30s, 5m, 1h, or a number of milliseconds' });
const share = z.string().regex(SHARE).meta({ expected: 'a percentage, such as 80%' });
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const count = z.int().nonnegative();

/** The schema of one input's key in the file. */
function inputSchema(spec: InputSpec): z.ZodType {
  switch (spec.type) {
    case 'text':
    case 'path':
    case 'secret':
      return text;
    case 'list':
      return texts;
    case 'flag':
      return z.boolean();
    case 'duration':
      return duration;
    case 'share':
      return share;
    case 'pairs':
      return z.record(text, scalar);
    case 'count':
      return z
        .int()
        .min(spec.min)
        .max(spec.max ?? Number.MAX_SAFE_INTEGER);
    case 'choice':
      return choiceOf(spec.values);
    case 'choices': {
      const choice = choiceOf(spec.values);
      return z.union([choice, z.array(choice)]);
    }
  }
}

/** `true` and `false` of a choice are YAML's booleans. */
function choiceOf(values: readonly string[]): z.ZodType {
  const words = values.filter((value) => value !== 'true' && value !== 'false');
  if (words.length === values.length) return z.enum(values);
  return words.length === 0 ? z.boolean() : z.union([z.boolean(), z.enum(words)]);
}

const optional = (specs: readonly InputSpec[]): Record<string, z.ZodType> =>
  Object.fromEntries(specs.map((spec) => [spec.name, inputSchema(spec).describe(spec.help).optional()]));

const thresholds = z.strictObject({
  'failed-assertions': count.describe('Number of failed assertions that is allowed.').optional(),
  p95: duration.describe('Highest 95th percentile of the response times that is allowed.').optional(),
  max: duration.describe('Longest time that one response may take.').optional(),
  total: duration.describe('Longest time that the whole suite may take.').optional(),
  'p95-regression': share
    .describe('Rise of the 95th percentile of the response times that is allowed, compared with the baseline.')
    .optional(),
});

const coverage = share.describe('Least share of the operations of the OpenAPI documents that the suites test.');

const variableName = text.describe('Name of an environment variable of the step or the shell.');

const accepted = z.strictObject({
  operation: text.describe('An operation as it is reported, such as GET /orders/{id}, or * for all.'),
  pointer: text
    .describe('JSON pointer of the value; * stands for one step, ** at the end for everything below.')
    .optional(),
  reason: text.describe('Why the deviation is accepted; shown in the report.'),
});

/** Keys of a suite that runs a monitor; the monitor's other settings are in Postman. */
const MONITOR_SUITE_KEYS: ReadonlySet<string> = new Set(['name', 'monitor', 'blocking', 'timeout']);

const suite = z
  .strictObject({
    name: text.describe("Name in reports, and for the input `suite`; the collection's name by default.").optional(),
    collection: text.describe('Name or path of a collection.').optional(),
    monitor: text.describe("Name of one of the monitors: runs in Postman's cloud, with `run: monitors`.").optional(),
    environment: text.describe('Name or path of an environment.').optional(),
    variables: z
      .record(text, z.union([scalar, z.strictObject({ env: variableName })]))
      .describe('Values of variables by name, for this suite only: never uploaded, masked in every output.')
      .optional(),
    blocking: z.boolean().describe('`false`: the suite is reported and does not decide the verdict.').optional(),
    thresholds: thresholds.describe('Limits of this suite; each wins over the same one of the whole file.').optional(),
    paths: texts.describe('With only-changed: globs of other files whose change is a change of the suite.').optional(),
    split: z
      .boolean()
      .describe('With shard: shards may share the rows of the iteration data; no row may need what another one left.')
      .optional(),
    'ssl-client-passphrase': z
      .strictObject({ env: variableName })
      .describe('Passphrase of the client key: the environment variable that holds it.')
      .optional(),
    ...optional(INPUTS.filter(({ name }) => SUITE_KEYS.has(name) && name !== 'ssl-client-passphrase')),
  })
  .superRefine((value, { addIssue }) => {
    if ((value.collection === undefined) === (value.monitor === undefined)) addIssue(NEITHER_NOR_BOTH);
    if (value.monitor === undefined) return;
    const foreign = Object.keys(value).filter((key) => !MONITOR_SUITE_KEYS.has(key) && key !== 'collection');
    for (const key of foreign) addIssue({ ...NOT_OF_MONITORS, path: [key] });
  });

const NEITHER_NOR_BOTH = {
  code: 'custom',
  message: 'a suite runs either a collection or a monitor',
  params: { remedy: 'Name one of the two: collection (run by Newman here) or monitor (run by Postman).' },
} as const;

const NOT_OF_MONITORS = {
  code: 'custom',
  message: 'a monitor runs in Postman with its own settings, and takes none of this',
  params: { remedy: 'Remove it, or set it where the monitor is declared.' },
} as const;

const path = text.describe('Path or glob, relative to the configuration file.');
const uid = existingUid.describe('Uid of the resource in Postman that the file belongs to.').optional();
const collectionFile = z.union([text, z.strictObject({ path, uid })]);

const upload = z.boolean().describe('`true`: the value is also uploaded to Postman.');
const environmentValue = z.union([scalar, z.strictObject({ env: variableName, upload: upload.optional() })]);

const values = z
  .record(text, environmentValue)
  .describe('Values of variables by name, for runs: literal, or `{ env: NAME }` from an environment variable.');
const environmentFile = z.union([text, z.strictObject({ path, uid, values: values.optional() })]);

const helpOf = (name: string): string => INPUTS.find((spec) => spec.name === name)?.help ?? '';

/** The configuration file, `postman-sync.yaml`. The JSON Schema for editors is made from it. */
export const configSchema = z.strictObject({
  ...optional(INPUTS.filter((spec) => spec.inFile !== false)),
  collections: z.array(collectionFile).describe(helpOf('collections')).optional(),
  environments: z.array(environmentFile).describe(helpOf('environments')).optional(),
  globals: text.describe('One globals file.').optional(),
  openapi: texts.describe('Globs of OpenAPI 3 documents that requests and answers are checked against.').optional(),
  monitors: monitors.describe('Monitors that Postman runs on a schedule.').optional(),
  suites: z.array(suite).describe('What to run; by default, every collection is a suite.').optional(),
  thresholds: thresholds
    .extend({ coverage: coverage.optional() })
    .describe('Limits of every suite, and the coverage of the whole run.')
    .optional(),
  'contract-ignore': z.array(accepted).describe('Deviations from the OpenAPI documents that are accepted.').optional(),
  'allowed-secrets': z.array(text).describe('Fingerprints of findings that are no credentials.').optional(),
});

/** A configuration file that fits the schema. */
export type Config = z.infer<typeof configSchema>;
/** An entry of `suites`. */
export type SuiteConfig = z.infer<typeof suite>;
/** A suite's or the run's thresholds, as written. */
export type ThresholdsConfig = z.infer<typeof thresholds>;

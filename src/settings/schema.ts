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

/** The words `true` and `false` are booleans in YAML. */
function choiceOf(values: readonly string[]): z.ZodType {
  const words = values.filter((value) => value !== 'true' && value !== 'false');
  if (words.length === values.length) return z.enum(values);
  return words.length === 0 ? z.boolean() : z.union([z.boolean(), z.enum(words)]);
}

const optionalInputs = (specs: readonly InputSpec[]): Record<string, z.ZodType> =>
  Object.fromEntries(specs.map((spec) => [spec.name, inputSchema(spec).describe(spec.help).optional()]));

const thresholds = z.strictObject({
  'failed-assertions': count.describe('Allowed number of failed assertions.').optional(),
  p95: duration.describe('Highest allowed 95th percentile of the response times.').optional(),
  max: duration.describe('Longest allowed time of one response.').optional(),
  total: duration.describe('Longest allowed time of the whole suite.').optional(),
  'p95-regression': share
    .describe('Highest allowed rise of the 95th percentile of the response times, compared with the baseline.')
    .optional(),
});

const coverage = share.describe('Least share of the operations of the OpenAPI documents that the suites test.');

const variableName = text.describe('Name of an environment variable of the step or the shell.');

const acceptedDeviation = z.strictObject({
  operation: text.describe('An operation as the report names it, such as GET /orders/{id}, or * for all.'),
  pointer: text
    .describe('JSON pointer of the value; * matches one segment, ** at the end everything below.')
    .optional(),
  reason: text.describe('Why the deviation is accepted; shown in the report.'),
});

/** Keys that a suite with a monitor may have. The monitor's other settings are in Postman. */
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
    blocking: z.boolean().describe('`false`: the suite is reported but does not affect the verdict.').optional(),
    thresholds: thresholds.describe('Limits of this suite. Each overrides the same limit of the file.').optional(),
    paths: texts.describe('With only-changed: globs of other files that the suite depends on.').optional(),
    split: z
      .boolean()
      .describe('With shard: shards may share the rows of the iteration data. Rows must not depend on each other.')
      .optional(),
    'ssl-client-passphrase': z
      .strictObject({ env: variableName })
      .describe('Passphrase of the client key: the environment variable that holds it.')
      .optional(),
    ...optionalInputs(INPUTS.filter(({ name }) => SUITE_KEYS.has(name) && name !== 'ssl-client-passphrase')),
  })
  .superRefine((value, { addIssue }) => {
    if ((value.collection === undefined) === (value.monitor === undefined)) addIssue(NEITHER_OR_BOTH);
    if (value.monitor === undefined) return;
    const unsupported = Object.keys(value).filter((key) => !MONITOR_SUITE_KEYS.has(key) && key !== 'collection');
    for (const key of unsupported) addIssue({ ...NOT_FOR_MONITORS, path: [key] });
  });

const NEITHER_OR_BOTH = {
  code: 'custom',
  message: 'a suite runs either a collection or a monitor',
  params: { remedy: 'Name one of the two: collection (run by Newman here) or monitor (run by Postman).' },
} as const;

const NOT_FOR_MONITORS = {
  code: 'custom',
  message: 'not available for a suite with a monitor: the monitor has its own settings in Postman',
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

/** The configuration file, `postman-sync.yaml`. The JSON Schema for editors is generated from it. */
export const configSchema = z.strictObject({
  ...optionalInputs(INPUTS.filter((spec) => spec.inFile !== false)),
  collections: z.array(collectionFile).describe(helpOf('collections')).optional(),
  environments: z.array(environmentFile).describe(helpOf('environments')).optional(),
  openapi: texts.describe(helpOf('openapi')).optional(),

  monitors: monitors.describe('Monitors that Postman runs on a schedule.').optional(),
  suites: z.array(suite).describe('What to run; by default, every collection is a suite.').optional(),
  thresholds: thresholds
    .extend({ coverage: coverage.optional() })
    .describe('Limits of every suite, and the coverage of the whole run.')
    .optional(),
  'contract-ignore': z
    .array(acceptedDeviation)
    .describe('Deviations from the OpenAPI documents that are accepted.')
    .optional(),
  'allowed-secrets': z.array(text).describe('Fingerprints of findings that are accepted.').optional(),
});

/** A configuration file that fits the schema. */
export type Config = z.infer<typeof configSchema>;
/** An entry of `suites`. */
export type SuiteConfig = z.infer<typeof suite>;
/** A suite's or the run's thresholds, as written. */
export type ThresholdsConfig = z.infer<typeof thresholds>;

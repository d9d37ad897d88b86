import * as z from 'zod';
import { INPUTS } from './inputs/index.ts';
import type { InputSpec } from './inputs/input-spec.ts';
import { monitors } from './monitor-schema.ts';
import { existingUid } from './refinements.ts';
import { SUITE_KEYS } from './run-options.ts';
import { DURATION, SHARE } from './values.ts';

const text = z.string().min(1);
const texts = z.union([text, z.array(text)]);
const duration = z.union([z.number().nonnegative(), z.string().regex(DURATION)]);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const count = z.int().nonnegative();

/** The schema of one input's key in the file. */
function keyOf(spec: InputSpec): z.ZodType {
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
      return z.string().regex(SHARE);
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
  Object.fromEntries(specs.map((spec) => [spec.name, keyOf(spec).describe(spec.help).optional()]));

const thresholds = z.strictObject({
  'failed-assertions': count.optional(),
  p95: duration.optional(),
  max: duration.optional(),
  total: duration.optional(),
  'p95-regression': z
    .string()
    .regex(SHARE)
    .describe('With a baseline: rise of the 95th percentile of response times that is allowed, such as 25%.')
    .optional(),
});

const coverage = z
  .string()
  .regex(SHARE)
  .describe('Least share of the operations of the OpenAPI documents that the suites test, such as 80%.');

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
    name: text.optional(),
    collection: text.describe('Name or path of a collection.').optional(),
    monitor: text.describe("Name of one of the monitors: runs in Postman's cloud, with `run: monitors`.").optional(),
    environment: text.describe('Name or path of an environment.').optional(),
    variables: z.record(text, z.union([scalar, z.strictObject({ env: text })])).optional(),
    blocking: z.boolean().describe('false: reported, but does not gate.').optional(),
    thresholds: thresholds.optional(),
    paths: texts.describe('With only-changed: globs of other files whose change is a change of the suite.').optional(),
    'ssl-client-passphrase': z
      .strictObject({ env: text })
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

const collectionFile = z.union([text, z.strictObject({ path: text, uid: existingUid.optional() })]);

const environmentValue = z.union([scalar, z.strictObject({ env: text, upload: z.boolean().optional() })]);

const environmentFile = z.union([
  text,
  z.strictObject({ path: text, uid: existingUid.optional(), values: z.record(text, environmentValue).optional() }),
]);

/** The configuration file, `postman-sync.yaml`. The JSON Schema for editors is made from it. */
export const configSchema = z.strictObject({
  ...optional(INPUTS.filter((spec) => spec.inFile !== false)),
  collections: z.array(collectionFile).describe('Globs of collection files.').optional(),
  environments: z.array(environmentFile).describe('Globs of environment files.').optional(),
  globals: text.describe('One globals file.').optional(),
  openapi: texts.describe('Globs of OpenAPI 3 documents that requests and answers are checked against.').optional(),
  monitors: monitors.describe('Monitors that Postman runs on a schedule.').optional(),
  suites: z.array(suite).optional(),
  thresholds: thresholds.extend({ coverage: coverage.optional() }).describe('Over all suites.').optional(),
  'contract-ignore': z.array(accepted).describe('Deviations from the OpenAPI documents that are accepted.').optional(),
  'allowed-secrets': z.array(text).describe('Fingerprints of findings that are no credentials.').optional(),
});

/** A configuration file that fits the schema. */
export type Config = z.infer<typeof configSchema>;
/** An entry of `suites`. */
export type SuiteConfig = z.infer<typeof suite>;
/** A suite's or the run's thresholds, as written. */
export type ThresholdsConfig = z.infer<typeof thresholds>;

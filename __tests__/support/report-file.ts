import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const read = (): object =>
  JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')) as object;

/** The schema with every object closed: a field that it does not describe is an error. */
const closed = (): object =>
  JSON.parse(JSON.stringify(read()), (_, value) =>
    value?.type === 'object' && value.properties ? { ...value, additionalProperties: false } : value,
  ) as object;

const compile = (schema: object) => {
  const ajv = new Ajv({ allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (report: object): readonly string[] => {
    validate(JSON.parse(JSON.stringify(report)));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
};

let published: ReturnType<typeof compile> | undefined;
let strict: ReturnType<typeof compile> | undefined;

/** What the published schema finds wrong with a report. */
export function errorsOf(report: object): readonly string[] {
  published ??= compile(read());
  return published(report);
}

/** The same, fields that the schema does not describe included. */
export function undocumentedIn(report: object): readonly string[] {
  strict ??= compile(closed());
  return strict(report);
}

/** The report; throws where the published schema does not describe all of it. */
export function documented<T extends object>(report: T): T {
  const errors = undocumentedIn(report);
  if (errors.length > 0) throw new Error(`report.json is not as its schema says:\n${errors.join('\n')}`);
  return report;
}

import formats from 'ajv-formats';
import type { JsonValue } from '../lib/json.ts';

/** Formats that are checked; others are ignored. */
export const FORMATS = [
  'date',
  'date-time',
  'time',
  'duration',
  'uri',
  'uri-reference',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
  'json-pointer',
  'byte',
  'int32',
  'int64',
  'float',
  'double',
] as const;

const KNOWN: ReadonlySet<string> = new Set(FORMATS);

/** Whether a value has a format; undefined where the compiled schema must decide. */
export function fitsFormat(name: string, value: JsonValue): boolean | undefined {
  if (!KNOWN.has(name)) return true;
  const definition = formats.default.get(name as (typeof FORMATS)[number]);
  if (definition instanceof RegExp) return typeof value !== 'string' || definition.test(value);
  if (typeof definition === 'function') return typeof value !== 'string' || definition(value);
  if (typeof definition !== 'object' || definition === null) return undefined;
  const { type = 'string', validate } = definition as { type?: string; validate: unknown };
  if (typeof value !== type) return true;
  if (validate instanceof RegExp) return validate.test(String(value));
  return typeof validate === 'function' ? validate(value) === true : undefined;
}

/** Patterns that JavaScript cannot parse (other dialects) match everything. */
export const lenientRegExp = Object.assign(
  (source: string, flags: string): RegExp => {
    for (const tried of [flags, '']) {
      try {
        return new RegExp(source, tried);
      } catch {
        // Try the next flags.
      }
    }
    return /(?:)/;
  },
  { code: '(source, flags) => new RegExp(source, flags)' },
);

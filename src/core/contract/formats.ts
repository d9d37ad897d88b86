import { fullFormats } from 'ajv-formats/dist/formats.js';
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

/** Whether a value has a format. */
export function fitsFormat(name: string, value: JsonValue): boolean {
  if (!KNOWN.has(name)) return true;
  const definition = fullFormats[name as (typeof FORMATS)[number]];
  if (definition instanceof RegExp) return typeof value !== 'string' || definition.test(value);
  if (typeof definition === 'function') return typeof value !== 'string' || definition(value);
  if (typeof definition !== 'object' || definition === null) return true;
  const { type = 'string', validate } = definition as { type?: string; validate: unknown };
  if (typeof value !== type) return true;
  if (validate instanceof RegExp) return validate.test(String(value));
  return typeof validate === 'function' ? validate(value) === true : true;
}

/** Parts of other dialects that JavaScript reads as something else without the flag `u`. */
const FOREIGN = /\\[AZzhHRQEGXpP]|\[\[:/;

const expressions = new Map<string, RegExp>();

/**
 * The regular expression of a pattern. A pattern that JavaScript cannot parse (of another dialect) matches everything.
 */
export function expression(source: string): RegExp {
  const known = expressions.get(source);
  if (known) return known;
  const made = parsed(source, 'u') ?? (FOREIGN.test(source) ? undefined : parsed(source, '')) ?? /(?:)/;
  expressions.set(source, made);
  return made;
}

function parsed(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

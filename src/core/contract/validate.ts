import type { JsonObject, JsonValue } from '../lib/json.ts';
import { enter, type Mismatches, type SchemaOf } from './application.ts';
import { RULES } from './rules.ts';

/** Options of a validation. */
export interface ValidateOptions {
  readonly schemaOf: SchemaOf;
  /** Notes a keyword whose value is invalid. The keyword is ignored. */
  readonly note: (schema: JsonObject, keyword: string) => void;
  /** Whether strings in the value were sent as text: they may be numbers or booleans. */
  readonly isText: boolean;
}

/**
 * Checks a value against a converted schema. Schemas are interpreted: most check only a few values, and compiling one
 * takes as long as thousands of checks.
 */
export const validate = (
  schema: JsonObject,
  value: JsonValue,
  { schemaOf, note, isText }: ValidateOptions,
): Mismatches =>
  enter(schema, value, {
    validation: { rules: RULES, schemaOf, note, known: new Map(), readings: isText ? readings : (text) => [text] },
  });

/** The possible values of a text: a string, null, a boolean or a number. */
function readings(text: string): readonly JsonValue[] {
  if (text === '') return [text, null];
  if (text === 'true' || text === 'false') return [text, text === 'true'];
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? [text, number] : [text];
}

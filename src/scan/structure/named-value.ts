import type { JsonPath } from '../../core/lib/json.ts';

/** Which part of a Postman document a value is in. */
export type Part = 'auth' | 'header' | 'url' | 'body' | 'variable' | 'script' | 'example' | 'text';

/** A literal that stands where a credential would stand. */
export interface NamedValue {
  readonly at: JsonPath;
  readonly part: Part;
  readonly name: string;
  readonly value: string;
  /** Marked as secret by its author: a variable of type `secret`, or the secret field of an auth helper. */
  readonly marked?: boolean;
}

import { isObject } from '../lib/json.ts';
import type { Discriminator } from './discriminator.ts';

/** The choices of a `oneOf` or `anyOf`; each has its own schema. */
export interface Alternatives {
  readonly keyword: 'oneOf' | 'anyOf';
  readonly ids: readonly string[];
  /** The property that names the choice, with the choice for each value. */
  readonly discriminator?: Discriminator;
}

/**
 * Keyword for {@link Alternatives}. Our own validator compiles only the needed choices, and reports errors of the
 * closest one.
 */
export const ALTERNATIVES = 'x-alternatives';

/**
 * The choice that the discriminator's value names. `any`: no choice for this value, which is allowed. `unknown`: no
 * choice for this value, which is an error. Undefined without a discriminator, or where a required value is missing.
 */
export function chosenBy({ discriminator }: Alternatives, data: unknown): string | 'any' | 'unknown' | undefined {
  if (!discriminator) return undefined;
  const value = isObject(data) ? data[discriminator.property] : undefined;
  if (value === undefined || value === null) return discriminator.isOpen ? 'any' : undefined;
  if (Object.hasOwn(discriminator.choices, String(value))) return discriminator.choices[String(value)];
  return discriminator.isOpen ? 'any' : 'unknown';
}

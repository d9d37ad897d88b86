import { isObject } from '../lib/json.ts';
import type { Discriminator } from './discriminator.ts';

/** Choices of one `oneOf` or `anyOf`, each a schema of its own. */
export interface Alternatives {
  readonly keyword: 'oneOf' | 'anyOf';
  readonly ids: readonly string[];
  /** Property that names the choice, with the choice of each value. */
  readonly discriminator?: Discriminator;
}

/** Keyword for {@link Alternatives}, validated by our own code: it compiles only what is needed and reports the closest choice. */
export const ALTERNATIVES = 'x-alternatives';

/**
 * The choice that the discriminator names. `any`: it names none and need not. `unknown`: it names none. Undefined where
 * there is no discriminator that could tell.
 */
export function chosenBy({ discriminator }: Alternatives, data: unknown): string | 'any' | 'unknown' | undefined {
  if (!discriminator) return undefined;
  const value = isObject(data) ? data[discriminator.property] : undefined;
  if (value === undefined || value === null) return discriminator.isOpen ? 'any' : undefined;
  if (Object.hasOwn(discriminator.choices, String(value))) return discriminator.choices[String(value)];
  return discriminator.isOpen ? 'any' : 'unknown';
}

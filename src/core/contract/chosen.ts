import { isObject } from '../lib/json.ts';
import type { Alternatives } from './convert-schema.ts';

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

import { isObject } from '../lib/json.ts';
import type { Alternatives } from './convert-schema.ts';

/** The choice that the discriminator names; undefined where it cannot tell. */
export function chosenBy({ discriminator }: Alternatives, data: unknown): string | 'unknown' | undefined {
  if (!discriminator || !isObject(data)) return undefined;
  const value = data[discriminator.property];
  if (value === undefined || value === null) return undefined;
  return Object.hasOwn(discriminator.choices, String(value)) ? discriminator.choices[String(value)] : 'unknown';
}

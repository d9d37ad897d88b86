import { isObject, type JsonValue } from '../lib/json.ts';
import { type Application, closest, type Mismatch, type Mismatches, NONE } from './application.ts';
import type { Discriminator } from './discriminator.ts';

/** The choices of a `oneOf` or `anyOf`; each has its own schema. */
export interface Alternatives {
  readonly keyword: 'oneOf' | 'anyOf';
  readonly ids: readonly string[];
  /** The property that names the choice, with the choice for each value. */
  readonly discriminator?: Discriminator;
}

/** Our keyword for {@link Alternatives}. Only the choices that may apply are checked. */
export const ALTERNATIVES = 'x-alternatives';

/** Checks `oneOf` or `anyOf`. For a value that matches no choice, it returns the mismatches of the closest choice. */
export function checkAlternatives(alternatives: Alternatives, on: Application): Mismatches {
  const chosen = chosenBy(alternatives, on.value);
  if (chosen === 'any') return NONE;
  if (chosen === 'unknown') return on.mismatch(ALTERNATIVES, { ...alternatives.discriminator });
  const results: Mismatches[] = [];
  for (const id of chosen === undefined ? alternatives.ids : [chosen]) {
    const found = on.also(on.schemaOf(id));
    if (found.length === 0 && alternatives.keyword === 'anyOf') return NONE;
    results.push(found);
  }
  const fitting = results.filter((found) => found.length === 0).length;
  if (fitting === 1) return NONE;
  if (fitting > 1) return on.mismatch(ALTERNATIVES, { fitting });
  const here = on.mismatch(ALTERNATIVES, { fitting, types: typesOf(results) });
  return closest(results, here[0]?.instancePath ?? '') ?? here;
}

/** Ids of the choices that a value matches; if it matches none, the ids of all choices. */
export function matchingChoices(alternatives: Alternatives, on: Application): readonly string[] {
  const chosen = chosenBy(alternatives, on.value);
  if (chosen === 'any' || chosen === 'unknown') return [];
  if (chosen !== undefined) return [chosen];
  const fitting = alternatives.ids.filter((id) => on.also(on.schemaOf(id)).length === 0);
  return fitting.length > 0 ? fitting : alternatives.ids;
}

/**
 * The choice that the discriminator's value names. `any`: there is no choice for this value, which is allowed.
 * `unknown`: there is no choice for this value, which is an error. Undefined without a discriminator, or if its value
 * is missing.
 */
function chosenBy({ discriminator }: Alternatives, data: JsonValue): string | 'any' | 'unknown' | undefined {
  if (!discriminator) return undefined;
  const { property, choices, isOpen } = discriminator;
  const value = isObject(data) && Object.hasOwn(data, property) ? data[property] : undefined;
  if (value === undefined || value === null) return isOpen ? 'any' : undefined;
  if (Object.hasOwn(choices, String(value))) return choices[String(value)];
  return isOpen ? 'any' : 'unknown';
}

const typesOf = (results: readonly Mismatches[]): readonly string[] => [
  ...new Set(
    results
      .flat()
      .flatMap(({ keyword, schema }: Mismatch) => (keyword === 'type' ? [schema.type].flat().map(String) : [])),
  ),
];

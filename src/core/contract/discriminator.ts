import { isObject, type JsonObject } from '../lib/json.ts';
import type { ApiNode, ApiPlace, Documents } from './documents.ts';

/** Which choice each value of a property means. */
export interface Discriminator {
  readonly property: string;
  /** Value of the property → id of the choice's schema. */
  readonly choices: Readonly<Record<string, string>>;
}

interface Choices {
  readonly documents: Documents;
  readonly choices: readonly ApiNode[];
  /** Ids of the choices, in their order. */
  readonly ids: readonly string[];
  /** The id of a schema that only the mapping names. */
  readonly register: (place: ApiPlace) => string;
}

/** The discriminator of a schema with `oneOf` or `anyOf`; undefined where there is none, or none that names a choice. */
export function discriminatorOf(
  { value, file }: ApiNode & { readonly value: JsonObject },
  given: Choices,
): Discriminator | undefined {
  const { discriminator } = value;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined;
  const property = discriminator.propertyName;
  const choices = { ...byName(property, given), ...byMapping(discriminator.mapping, file, given) };
  return Object.keys(choices).length > 0 ? { property, choices } : undefined;
}

/** The names of the schemas, and the values that a choice fixes itself. */
function byName(property: string, { documents, choices, ids }: Choices): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  for (const [index, choice] of choices.entries()) {
    const id = ids[index];
    if (id !== undefined) for (const name of valuesOf(choice, property, documents)) named[name] ??= id;
  }
  return named;
}

function byMapping(mapping: unknown, file: string, given: Choices): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  for (const [name, target] of Object.entries(isObject(mapping) ? mapping : {})) {
    const place = typeof target === 'string' ? placeOf(target, file, given.documents) : undefined;
    if (place) named[name] = given.ids[indexOf(place, given)] ?? given.register(place);
  }
  return named;
}

/** The target of a mapping: a reference, or the bare name of a schema. */
function placeOf(target: string, file: string, documents: Documents): ApiPlace | undefined {
  const named = /^[\w.-]+$/.test(target) ? documents.resolve(`#/components/schemas/${target}`, file) : undefined;
  return named && documents.node(named).value !== undefined ? named : documents.resolve(target, file);
}

function indexOf(place: ApiPlace, { documents, choices }: Choices): number {
  const wanted = documents.follow(documents.node(place));
  return choices.findIndex((choice) => wanted !== undefined && documents.follow(choice)?.value === wanted.value);
}

function valuesOf(choice: ApiNode, property: string, documents: Documents): readonly string[] {
  const ref = isObject(choice.value) && typeof choice.value.$ref === 'string' ? choice.value.$ref : undefined;
  const name = ref?.split('/').at(-1);
  const target = documents.object(choice);
  const fixed = target && documents.object(documents.child(target, 'properties', property))?.value;
  const values = Array.isArray(fixed?.enum) ? fixed.enum : fixed?.const === undefined ? [] : [fixed.const];
  return [...(name === undefined ? [] : [name]), ...values.map(String)];
}

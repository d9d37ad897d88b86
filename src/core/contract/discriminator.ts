import { isObject, type JsonObject, type JsonValue } from '../lib/json.ts';
import { type ApiNode, type ApiPlace, type Documents, placeKey, refOf } from './documents.ts';

/** A property whose values name choices. */
export interface Discriminator {
  readonly property: string;
  /** Value of the property → id of the choice's schema. */
  readonly choices: Readonly<Record<string, string>>;
  /** Other values are allowed; for them, only the schema itself applies. */
  readonly isOpen?: true;
}

interface ExtensionOptions {
  readonly documents: Documents;
  readonly register: (place: ApiPlace) => string;
}

/** The schemas that extend a schema with a discriminator by `allOf`, by name and mapping; undefined without any. */
export function extensionsOf(
  node: ApiNode & { readonly value: JsonObject },
  { documents, register }: ExtensionOptions,
): Discriminator | undefined {
  const { discriminator } = node.value;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined;
  const named = new Map(extending(node, documents).map((child) => [String(child.at.at(-1)), child]));
  const choices: Record<string, string> = {};
  for (const [name, child] of named) choices[name] = register(child);
  for (const [name, target] of Object.entries(isObject(discriminator.mapping) ? discriminator.mapping : {})) {
    const place = typeof target === 'string' ? placeOf(target, node.file, documents) : undefined;
    // A mapping to the schema itself would be circular.
    if (place && placeKey(place) !== placeKey(node)) choices[name] = register(place);
  }
  return named.size > 0 ? { property: discriminator.propertyName, choices, isOpen: true } : undefined;
}

/** Named schemas of the same file that extend a schema, directly or through others. */
function extending(base: ApiNode, documents: Documents, found = new Set<string>()): readonly ApiNode[] {
  const schemas = documents.node({ file: base.file, at: ['components', 'schemas'] });
  const names = Object.keys(isObject(schemas.value) ? schemas.value : {});
  const own = names
    .map((name) => documents.child(schemas, name))
    .filter((schema) => !found.has(placeKey(schema)) && extendsDirectly(schema, base, documents));
  for (const schema of own) found.add(placeKey(schema));
  return own.flatMap((schema) => [schema, ...extending(schema, documents, found)]);
}

function extendsDirectly(schema: ApiNode, base: ApiNode, documents: Documents): boolean {
  const parts = documents.child(schema, 'allOf').value;
  return (
    Array.isArray(parts) &&
    parts.some((part: JsonValue) => {
      const ref = refOf(part);
      const place = ref === undefined ? undefined : documents.resolve(ref, schema.file);
      return place !== undefined && placeKey(place) === placeKey(base);
    })
  );
}

interface Choices {
  readonly documents: Documents;
  readonly choices: readonly ApiNode[];
  /** Ids of the choices, in their order. */
  readonly ids: readonly string[];
  /** Registers a schema that only the mapping names, and returns its id. */
  readonly register: (place: ApiPlace) => string;
}

/** The discriminator of a schema with `oneOf` or `anyOf`; undefined without one, or if it names no choice. */
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

/** Values for a choice: its schema's name, and values that it sets by `const` or `enum`. */
function byName(property: string, { documents, choices, ids }: Choices): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  for (const [index, choice] of choices.entries()) {
    const id = ids[index];
    if (id !== undefined)
      for (const name of valuesOf(choice, property, documents)) if (!Object.hasOwn(named, name)) named[name] = id;
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
  const constant = fixed?.const === undefined ? [] : [fixed.const];
  const values = Array.isArray(fixed?.enum) ? fixed.enum : constant;
  return [...(name === undefined ? [] : [name]), ...values.map(String)];
}

import { isObject, type JsonObject, type JsonValue } from '../lib/json.ts';
import { ALTERNATIVES, type Alternatives } from './alternatives.ts';
import { discriminatorOf, extensionsOf } from './discriminator.ts';
import type { ApiNode, ApiPlace, Documents } from './documents.ts';
import type { Dialect } from './operations.ts';
import { applyRules30 } from './schema-3-0.ts';

/** Direction of a body, which decides about `readOnly` and `writeOnly` properties. */
export type Direction = 'request' | 'response';

/** Identifies a schema: its place in the document, and how it is read. */
export interface SchemaKey extends ApiPlace {
  readonly dialect: Dialect;
  readonly direction: Direction;
  /** Names of properties that an outer schema excludes in this direction. */
  readonly absent: readonly string[];
  /** Set for the base of a schema that extends it. The discriminator has already chosen. */
  readonly isBase?: true;
}

/** Our keyword for a property that must not be sent in this direction; its value is the reason. */
export const FORBIDDEN = 'x-forbidden';

/** The documents, and functions that the conversion calls. */
export interface ConvertContext {
  readonly documents: Documents;
  /** Registers a schema and returns its id. */
  readonly register: (key: SchemaKey) => string;
  /** Records the place of a converted schema. */
  readonly note: (schema: object, place: ApiPlace) => void;
}

const SINGLE: ReadonlySet<string> = new Set([
  'items',
  'additionalProperties',
  'not',
  'contains',
  'propertyNames',
  'if',
  'then',
  'else',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

const LISTS: ReadonlySet<string> = new Set(['allOf', 'prefixItems']);

const MAPS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas']);

const COPIED: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'multipleOf',
  'maximum',
  'minimum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'format',
  'maxItems',
  'minItems',
  'uniqueItems',
  'maxContains',
  'minContains',
  'maxProperties',
  'minProperties',
  'dependentRequired',
]);

/** Defines a property that is computed when it is first read: a value has few of the properties that a schema describes. */
function defineLazily(object: JsonObject, name: string, compute: () => JsonValue): void {
  const define = (rest: PropertyDescriptor): unknown =>
    Object.defineProperty(object, name, { enumerable: true, configurable: true, ...rest });
  define({
    get: () => {
      const value = compute();
      define({ value });
      return value;
    },
  });
}

/** Converts a schema of OpenAPI to JSON Schema 2020-12. References become ids of the registry. */
export function convertSchema(key: SchemaKey, context: ConvertContext): JsonValue {
  return new Converter(key, context).convert(context.documents.node(key), key.absent);
}

interface RegisterOptions {
  readonly absent?: readonly string[];
  readonly isBase?: boolean;
}

class Converter {
  readonly #key: SchemaKey;
  readonly #context: ConvertContext;

  constructor(key: SchemaKey, context: ConvertContext) {
    this.#key = key;
    this.#context = context;
  }

  convert(node: ApiNode, absent: readonly string[] = []): JsonValue {
    const { value } = node;
    if (!isObject(value)) return typeof value === 'boolean' ? value : {};
    const converted = this.#convertObject({ ...node, value }, absent);
    this.#context.note(converted, node);
    return converted;
  }

  #convertObject(node: ApiNode & { readonly value: JsonObject }, inherited: readonly string[]): JsonObject {
    const { value } = node;
    const ref = this.#reference(node, inherited);
    if (ref && this.#key.dialect === '3.0') return ref;
    const absent = [...new Set([...inherited, ...this.#absentNames(node, 0)])].sort();
    const schema: Record<string, JsonValue | undefined> = { ...ref };
    if (Array.isArray(value.required))
      schema.required = value.required.filter((name) => !absent.includes(String(name)));
    for (const [keyword, entry] of Object.entries(value)) {
      if (SINGLE.has(keyword)) schema[keyword] = this.convert(this.#child(node, keyword));
      else if (LISTS.has(keyword)) schema[keyword] = this.#list(node, keyword, absent);
      else if (MAPS.has(keyword)) schema[keyword] = this.#map(node, keyword);
      else if (COPIED.has(keyword)) schema[keyword] = entry;
    }
    this.#addAlternatives(schema, node, absent);
    if (this.#key.isBase === undefined) this.#addExtensions(schema, node);
    return this.#key.dialect === '3.0' ? applyRules30(schema, value) : schema;
  }

  #child(node: ApiNode, ...steps: (string | number)[]): ApiNode {
    return this.#context.documents.child(node, ...steps);
  }

  #register(place: ApiPlace, { absent = [], isBase = false }: RegisterOptions = {}): string {
    const { dialect, direction } = this.#key;
    const base = isBase ? { isBase } : {};
    return this.#context.register({ file: place.file, at: place.at, dialect, direction, absent, ...base });
  }

  #reference(
    { value, file, at }: ApiNode & { readonly value: JsonObject },
    absent: readonly string[],
  ): JsonObject | undefined {
    const ref = value.$ref ?? value.$dynamicRef;
    if (typeof ref !== 'string') return undefined;
    if (value.$ref === undefined && this.#context.documents.isAmbiguous(ref)) return {};
    const place = this.#context.documents.resolve(ref, file);
    return place ? { $ref: this.#register(place, { absent, isBase: this.#isPartOfRoot(at) }) } : {};
  }

  /** Whether a place is an element of `allOf` of a named schema, which then extends the schema at that place. */
  #isPartOfRoot(at: ApiPlace['at']): boolean {
    const root = this.#key.at;
    return root.at(-2) === 'schemas' && at.length === root.length + 2 && at.at(-2) === 'allOf';
  }

  #list(node: ApiNode, keyword: string, absent: readonly string[]): JsonValue {
    const list = this.#child(node, keyword);
    const own = keyword === 'allOf' ? absent : [];
    return Array.isArray(list.value) ? list.value.map((_, index) => this.convert(this.#child(list, index), own)) : [];
  }

  #map(node: ApiNode, keyword: string): JsonValue {
    const map = this.#child(node, keyword);
    const converted: JsonObject = {};
    for (const name of Object.keys(isObject(map.value) ? map.value : {}))
      defineLazily(converted, name, () => {
        const child = this.#child(map, name);
        const reason = keyword === 'properties' ? this.#forbids(child) : undefined;
        return reason === undefined ? this.convert(child) : this.#forbidden(child, reason);
      });
    return converted;
  }

  #forbidden(node: ApiNode, reason: string): JsonValue {
    const schema = { [FORBIDDEN]: reason };
    this.#context.note(schema, node);
    return schema;
  }

  /**
   * The reason why a property must not be sent; undefined if it may be sent. By OpenAPI 3.1, servers ignore a
   * `readOnly` property in a request; by OpenAPI 3.0, it should not be sent.
   */
  #forbids(node: ApiNode): string | undefined {
    const { direction, dialect } = this.#key;
    if (direction === 'request' && dialect === '3.1') return undefined;
    return this.#isAbsent(node) ? this.#mark : undefined;
  }

  /** The keyword of properties that are excluded in this direction. */
  get #mark(): 'readOnly' | 'writeOnly' {
    return this.#key.direction === 'request' ? 'readOnly' : 'writeOnly';
  }

  #isAbsent(node: ApiNode): boolean {
    if (isObject(node.value) && node.value[this.#mark] === true) return true;
    return this.#context.documents.object(node)?.value[this.#mark] === true;
  }

  /** Names of properties that are excluded in this direction, in a schema and its `allOf`. */
  #absentNames(node: ApiNode, depth: number): readonly string[] {
    const schema = this.#context.documents.object(node);
    if (!schema || depth > 8) return [];
    const properties = this.#child(schema, 'properties');
    const names = Object.keys(isObject(properties.value) ? properties.value : {});
    const all = this.#child(schema, 'allOf');
    const parts = Array.isArray(all.value) ? all.value.map((_, index) => this.#child(all, index)) : [];
    return [
      ...names.filter((name) => this.#isAbsent(this.#child(properties, name))),
      ...parts.flatMap((part) => this.#absentNames(part, depth + 1)),
    ];
  }

  #addAlternatives(
    schema: Record<string, JsonValue | undefined>,
    node: ApiNode & { readonly value: JsonObject },
    absent: readonly string[],
  ): void {
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const list = this.#child(node, keyword);
      if (!Array.isArray(list.value) || list.value.length === 0) continue;
      const choices = list.value.map((_, index) => this.#child(list, index));
      const ids = choices.map((choice) => this.#register(choice, { absent }));
      const register = (place: ApiPlace): string => this.#register(place);
      const discriminator = discriminatorOf(node, { documents: this.#context.documents, choices, ids, register });
      const alternatives = { keyword, ids, ...(discriminator ? { discriminator } : {}) } satisfies Alternatives;
      const part: JsonObject = { [ALTERNATIVES]: alternatives as unknown as JsonObject };
      this.#context.note(part, this.#child(node, keyword));
      schema.allOf = [...((schema.allOf as JsonValue[] | undefined) ?? []), part];
    }
  }

  /**
   * Adds the schemas that extend a schema with a discriminator by `allOf`. A value must match the schema that it names.
   */
  #addExtensions(schema: Record<string, JsonValue | undefined>, node: ApiNode & { readonly value: JsonObject }): void {
    if (node.value.oneOf !== undefined || node.value.anyOf !== undefined) return;
    const register = (place: ApiPlace): string => this.#register(place);
    const discriminator = extensionsOf(node, { documents: this.#context.documents, register });
    if (!discriminator) return;
    const alternatives = { keyword: 'anyOf', ids: [], discriminator } satisfies Alternatives;
    const part: JsonObject = { [ALTERNATIVES]: alternatives as unknown as JsonObject };
    this.#context.note(part, this.#child(node, 'discriminator'));
    schema.allOf = [...((schema.allOf as JsonValue[] | undefined) ?? []), part];
  }
}

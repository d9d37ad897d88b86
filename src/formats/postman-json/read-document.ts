import { SCHEMA_V21 } from '../../core/kinds/collection/strip.ts';
import { isObject, type JsonObject, type JsonPath, type JsonValue, objectOf, textOf } from '../../core/lib/json.ts';
import type { Complaint } from '../../core/model/problem.ts';
import type { FileKind } from '../../core/model/resource.ts';
import { toV21, versionOf } from './collection-v2.ts';

/** The content of a JSON file as a v2.1 collection or a list of variables, or the reason why it cannot be read so. */
export type PostmanDocument =
  | {
      readonly type: 'document';
      readonly content: JsonObject;
      /** Converts a path in the content to the path in the file. */
      inFile(at: JsonPath): JsonPath;
      /** Whether the content was converted from collection format v2.0. */
      readonly converted: boolean;
    }
  /** JSON of another kind, such as a file beside the collections that a wide glob matches. */
  | { readonly type: 'foreign'; readonly complaint: Complaint }
  | { readonly type: 'refused'; readonly complaint: Complaint };

/** Options for reading a document. */
export interface DocumentOptions {
  readonly kind: FileKind;
  /** The file's name without its suffix: the name of a resource without its own name. */
  readonly fileName: string;
}

/**
 * Reads all forms that Newman's command line reads: exports, answers of the API (which wrap the content), a list of
 * variables as an environment, collections of format v2.0, and collections without a schema.
 */
export function readDocument(value: unknown, { kind, fileName }: DocumentOptions): PostmanDocument {
  const { content, root } = unwrap(value, kind);
  switch (kind) {
    case 'collection':
      return readCollection(content, { root, fileName });
    case 'environment':
    case 'globals':
      return readVariables(content, { root, kind, fileName });
  }
}

interface Unwrapped {
  readonly content: unknown;
  /** The path of the content in the file. */
  readonly root: JsonPath;
}

/** Removes the wrapper of an answer of the API: an object with the kind as its key. */
const unwrap = (value: unknown, kind: FileKind): Unwrapped => {
  const inner = isObject(value) ? value[kind] : undefined;
  return typeof inner === 'object' && inner !== null ? { content: inner, root: [kind] } : { content: value, root: [] };
};

const EXPORT_AGAIN = 'Export the collection from Postman again, as "Collection v2.1".';

function readCollection(content: unknown, { root, fileName }: CollectionOptions): PostmanDocument {
  const version = isObject(content) ? versionOf(content) : undefined;
  if (version === 'v1') return { type: 'refused', complaint: { at: root, ...OLD } };
  if (!isObject(content) || (version === undefined && !isObject(content.info) && !('item' in content))) {
    const message = 'The file holds no collection: it has neither "info" nor "item"';
    return { type: 'foreign', complaint: { at: root, message, remedy: EXPORT_AGAIN } };
  }
  const whole = withInfo(withItemList(content), fileName);
  const converted = version === 'v2.0';
  return { type: 'document', content: converted ? toV21(whole) : whole, inFile: below(root), converted };
}

interface CollectionOptions {
  readonly root: JsonPath;
  readonly fileName: string;
}

const below =
  (root: JsonPath) =>
  (at: JsonPath): JsonPath =>
    root.length === 0 ? at : [...root, ...at];

const OLD = {
  message: 'The collection is in format v1, which Postman no longer takes',
  remedy:
    'Convert it: npx postman-collection-transformer convert -j 1.0.0 -p 2.1.0 -i OLD.json -o NEW.json, or export it from Postman as "Collection v2.1".',
} as const;

/** Replaces a single item by a list with that item, as Newman does. */
const withItemList = (owner: JsonObject): JsonObject => {
  const { item } = owner;
  if (Array.isArray(item)) return item.some(hasLooseItem) ? { ...owner, item: item.map(withLooseItem) } : owner;
  return isObject(item) ? { ...owner, item: [withItemList(item)] } : owner;
};

const withLooseItem = (item: JsonValue): JsonValue => (isObject(item) ? withItemList(item) : item);

/** Whether the item, or any item below it, has a single item instead of a list. */
const hasLooseItem = (item: JsonValue): boolean => {
  if (!isObject(item)) return false;
  return isObject(item.item) || (Array.isArray(item.item) && item.item.some(hasLooseItem));
};

/** Adds a missing name (the file's name) and a missing schema (v2.1). */
const withInfo = (content: JsonObject, fileName: string): JsonObject => {
  const info = objectOf(content.info);
  const name = nameIn(info) ?? fileName;
  const schema = info.schema || SCHEMA_V21;
  return name === info.name && schema === info.schema ? content : { ...content, info: { ...info, name, schema } };
};

const nameIn = ({ name }: JsonObject): string | undefined => (typeof name === 'number' ? String(name) : textOf(name));

interface VariablesOptions extends DocumentOptions {
  readonly root: JsonPath;
}

function readVariables(content: unknown, { root, kind, fileName }: VariablesOptions): PostmanDocument {
  const isList = Array.isArray(content);
  const whole: JsonObject = isList ? { values: content } : objectOf(content);
  if (!('values' in whole)) {
    const message = `The file holds no ${kind}: there is no "values" list`;
    const remedy = 'Export the file from Postman again.';
    return { type: 'foreign', complaint: { at: root, message, remedy } };
  }
  const name = kind === 'environment' ? (nameIn(whole) ?? fileName) : whole.name;
  const named = name === whole.name ? whole : { ...whole, name };
  const inFile = isList ? (at: JsonPath) => below(root)(at[0] === 'values' ? at.slice(1) : []) : below(root);
  return { type: 'document', content: named, inFile, converted: false };
}

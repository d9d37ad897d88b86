import { isObject, type JsonObject, type JsonPath, type JsonValue, textOf } from '../../core/lib/json.ts';
import type { Complaint } from '../../core/model/problem.ts';
import type { FileKind } from '../../core/model/resource.ts';
import { toV21, versionOf } from './collection-v2.ts';

/** A parsed JSON file in the form that the rest of the program knows, or the reason why it has none. */
export type PostmanDocument =
  | {
      readonly type: 'document';
      readonly content: JsonObject;
      /** The path in the file of a value in the content. */
      inFile(at: JsonPath): JsonPath;
      /** Whether the content was converted from collection format v2.0. */
      readonly converted: boolean;
    }
  /** Something else: it may lie beside collections, and match a wide glob. */
  | { readonly type: 'foreign'; readonly complaint: Complaint }
  | { readonly type: 'refused'; readonly complaint: Complaint };

/** What a file is read as. */
export interface DocumentOptions {
  readonly kind: FileKind;
  /** The name of a file's resource where the content has none: the file's own, without its ending. */
  readonly fileName: string;
}

/**
 * Reads everything that the Newman command line reads: bare exports, answers of the API, environments as a bare list of
 * variables, collections of format v2.0 and collections without a schema.
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
  readonly root: JsonPath;
}

/** The Postman API wraps its answers in an object with the kind as its key. */
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

/** Newman takes a single item for a list of one. */
const withItemList = (owner: JsonObject): JsonObject => {
  const { item } = owner;
  if (Array.isArray(item)) return item.some(hasLooseItem) ? { ...owner, item: item.map(withLooseItem) } : owner;
  return isObject(item) ? { ...owner, item: [withItemList(item)] } : owner;
};

const withLooseItem = (item: JsonValue): JsonValue => (isObject(item) ? withItemList(item) : item);

/** Whether a single item stands for a list in it, or anywhere below. */
const hasLooseItem = (item: JsonValue): boolean => {
  if (!isObject(item)) return false;
  return isObject(item.item) || (Array.isArray(item.item) && item.item.some(hasLooseItem));
};

const SCHEMA_V21 = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A collection without a name is called as its file is; one without a schema is of the newest version. */
const withInfo = (content: JsonObject, fileName: string): JsonObject => {
  const info = isObject(content.info) ? content.info : {};
  const name = nameIn(info) ?? fileName;
  const schema = info.schema || SCHEMA_V21;
  return name === info.name && schema === info.schema ? content : { ...content, info: { ...info, name, schema } };
};

const nameIn = ({ name }: JsonObject): string | undefined => (typeof name === 'number' ? String(name) : textOf(name));

interface VariablesOptions extends DocumentOptions {
  readonly root: JsonPath;
}

function readVariables(content: unknown, { root, kind, fileName }: VariablesOptions): PostmanDocument {
  const bare = Array.isArray(content);
  const whole: JsonObject | undefined = bare ? { values: content } : isObject(content) ? content : undefined;
  if (!whole || !('values' in whole)) {
    const message = `The file holds no ${kind}: there is no "values" list`;
    const remedy = 'Export the file from Postman again.';
    return { type: 'foreign', complaint: { at: root, message, remedy } };
  }
  const name = kind === 'environment' ? (nameIn(whole) ?? fileName) : whole.name;
  const named = name === whole.name ? whole : { ...whole, name };
  const inFile = bare ? (at: JsonPath) => below(root)(at[0] === 'values' ? at.slice(1) : []) : below(root);
  return { type: 'document', content: named, inFile, converted: false };
}

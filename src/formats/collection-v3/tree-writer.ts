import { stringify } from 'yaml';
import { isObject, type JsonObject, objectOf, objectsOf, omitUndefined, same } from '../../core/lib/json.ts';
import { fileNameOf } from '../../core/plan/new-file.ts';
import { applyChange, withLists, withMaps } from './carry.ts';
import { stemOf } from './layout.ts';
import { patchedFile } from './patch-file.ts';
import type { CollectionTree, ItemPlace } from './read-tree.ts';
import { type Sibling, siblingOrders } from './sibling-orders.ts';
import { adaptQuery } from './write-url.ts';
import { definitionValues, exampleValues, requestValues, UnwritableError } from './write-values.ts';
import { parseYamlFile, type TreeFile } from './yaml-file.ts';

/** The new text of a file; without a text, the file is deleted. */
export interface TreeEdit {
  readonly path: string;
  readonly text?: string;
}

/** The tree before the change. */
export interface WriterOptions {
  readonly tree: CollectionTree;
  readonly files: readonly TreeFile[];
  /** Items of the new content → their former versions in the tree. */
  readonly former: ReadonlyMap<JsonObject, JsonObject>;
}

type FileKind = 'collection' | 'http-request' | 'graphql-request' | 'http-example';

/** A file to write. */
interface Target {
  readonly path: string;
  /** The name of the file or directory, which is the name of an item without its own name. */
  readonly stem: string;
  readonly order?: number | undefined;
}

/** The values of a definition, request or example without name and order. */
const VALUES = {
  collection: definitionValues,
  'http-request': (item) => requestValues(item, 'http-request'),
  'graphql-request': (item) => requestValues(item, 'graphql-request'),
  'http-example': exampleValues,
} satisfies Record<FileKind, (item: JsonObject) => JsonObject>;

/** Writes a collection of v2.1 into the files of a tree. */
export class TreeWriter {
  readonly #tree: CollectionTree;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #former: ReadonlyMap<JsonObject, JsonObject>;
  /** Texts of the new files. */
  readonly #written = new Map<string, string>();
  /** Paths in use, in lower case. */
  readonly #taken: Set<string>;

  constructor({ tree, files, former }: WriterOptions) {
    this.#tree = tree;
    this.#texts = new Map(files.map(({ path, text }) => [path, text]));
    this.#former = new Map([...former]);
    this.#taken = new Set(files.flatMap(({ path }) => pathsTo(path)));
  }

  /** The edits that give the tree a new content. Throws an UnwritableError if the format cannot hold it. */
  edits(content: JsonObject): readonly TreeEdit[] {
    const was = this.#tree.content;
    const place = this.#tree.places.get(was);
    if (!place) return [];
    const { directory, file } = place;
    const withName = (collection: JsonObject): JsonObject => ({ ...collection, name: objectOf(collection.info).name });
    const target = { path: file ?? definitionIn(directory), stem: String(withName(was).name) };
    this.#write('collection', { item: withName(content), was: withName(was), from: file, target });
    this.#children(content, directory);
    const changed = [...this.#written].filter(([path, text]) => text !== this.#texts.get(path));
    const former = [...this.#tree.places.values()].flatMap(({ file }) => file ?? []);
    const deleted = former.filter((path) => !this.#written.has(path));
    return [...changed.map(([path, text]) => ({ path, text })), ...deleted.map((path) => ({ path }))];
  }

  #children(owner: JsonObject, directory: string): void {
    const siblings = objectsOf(owner.item).map((item) => this.#sibling(item, directory));
    const orders = siblingOrders(siblings);
    for (const [at, sibling] of siblings.entries()) {
      const order = orders[at] === sibling.order ? undefined : orders[at];
      if (Array.isArray(sibling.item.item)) this.#folder(sibling, order);
      else this.#request(sibling, order);
    }
  }

  /** An item with its former place and its new path. It keeps its path unless it comes from another directory. */
  #sibling(item: JsonObject, directory: string): PlacedItem {
    const isFolder = Array.isArray(item.item);
    const was = this.#former.get(item);
    const place = was && this.#tree.places.get(was);
    const formerDirectory = place && (isFolder ? folderOf(place.directory) : place.directory);
    const stays = formerDirectory === directory;
    const name = String(item.name ?? '');
    const path = stays && place ? pathOf(place, isFolder) : this.#freePath(directory, name, isFolder ? '' : '.request');
    return { item, was, place, path, name, file: stemOf(path), order: stays ? place?.order : undefined };
  }

  /** An unused path for an item, numbered if necessary. `kind` is the suffix of a file; empty for a directory. */
  #freePath(directory: string, name: string, kind: '' | '.request' | '.example'): string {
    const base = fileNameOf(name);
    const suffix = kind === '' ? '' : `${kind}.yaml`;
    for (let number = 0; ; number += 1) {
      const path = `${directory}/${base}${number === 0 ? '' : `-${number}`}${suffix}`;
      const lower = path.toLowerCase();
      if (this.#taken.has(lower) || this.#taken.has(lower.replace(/yaml$/, 'yml'))) continue;
      this.#taken.add(lower);
      return path;
    }
  }

  #folder({ item, was, place, path, file }: PlacedItem, order: number | undefined): void {
    const stays = place?.directory === path;
    const target = { path: (stays && place.file) || definitionIn(path), stem: file, order };
    this.#write('collection', { item, was, from: place?.file, target });
    this.#children(item, path);
  }

  #request({ item, was, place, path, file }: PlacedItem, order: number | undefined): void {
    const kind = this.#value(place?.file)?.$kind === 'graphql-request' ? 'graphql-request' : 'http-request';
    const examples = objectsOf(item.response);
    const directory = `${folderOf(path)}/.resources/${file}.resources/examples`;
    const isMoved = place?.file !== path;
    const extra = examples.length > 0 && isMoved ? { examples: `./.resources/${file}.resources/examples` } : {};
    this.#write(kind, { item, was, from: place?.file, target: { path, stem: file, order }, extra });
    this.#examples(examples, { directory, isMoved });
  }

  #examples(items: readonly JsonObject[], { directory, isMoved }: ExampleOptions): void {
    const siblings = items.map((item): PlacedItem => {
      const was = this.#former.get(item);
      const place = was && this.#tree.places.get(was);
      const name = String(item.name ?? '');
      const path = (!isMoved && place?.file) || this.#freePath(directory, name, '.example');
      return { item, was, place, path, name, file: stemOf(path), order: place?.order };
    });
    const orders = siblingOrders(siblings);
    for (const [at, { item, was, place, path, file, order: former }] of siblings.entries()) {
      const order = orders[at] === former ? undefined : orders[at];
      this.#write('http-example', { item, was, from: place?.file, target: { path, stem: file, order } });
    }
  }

  /** The value of a file of the tree; undefined for a new file. */
  #value(path: string | undefined): JsonObject | undefined {
    const text = path === undefined ? undefined : this.#texts.get(path);
    if (path === undefined || text === undefined) return undefined;
    const parsed = parseYamlFile({ path, text: text.replace(/^\uFEFF/, '') });
    return 'value' in parsed && isObject(parsed.value) ? parsed.value : undefined;
  }

  #write(kind: FileKind, { item, was, from, target, extra }: WriteOptions): void {
    const own = this.#value(from);
    const values = VALUES[kind];
    const change = { was: was ? values(was) : {}, is: values(item) };
    const name = target.stem === item.name && own?.name === undefined ? undefined : item.name;
    const added = omitUndefined<JsonObject>({ name, ...extra, order: target.order });
    if (!own || from === undefined) {
      const value = { $kind: kind, ...withMaps(change.is, {}), ...added };
      // A folder without values of its own needs no definition, unless it is empty.
      if (kind !== 'collection' || Object.keys(value).length > 1 || objectsOf(item.item).length === 0)
        this.#written.set(target.path, stringify(inFileOrder(value), { lineWidth: 0, version: '1.2' }));
      return;
    }
    const text = this.#texts.get(from) ?? '';
    const changed = same(change.was, change.is) ? own : changedValue(own, change);
    this.#written.set(target.path, patchedFile(text, { was: own, is: { ...changed, ...added } }));
  }
}

/** Puts the kind and the name first, as Postman does. */
const inFileOrder = ({ $kind, name, ...rest }: JsonObject): JsonObject =>
  omitUndefined<JsonObject>({ $kind, name, ...rest });

/** An item of the new content with its former version and place, and its new path. */
interface PlacedItem extends Sibling {
  readonly item: JsonObject;
  readonly was: JsonObject | undefined;
  readonly place: ItemPlace | undefined;
  readonly path: string;
}

interface ExampleOptions {
  readonly directory: string;
  /** The request is new in its directory. */
  readonly isMoved: boolean;
}

interface WriteOptions {
  readonly item: JsonObject;
  readonly was: JsonObject | undefined;
  /** The item's former file. */
  readonly from: string | undefined;
  readonly target: Target;
  /** Values that v2.1 does not have. */
  readonly extra?: JsonObject;
}

/** A file's value with a change applied to it. */
function changedValue(own: JsonObject, change: { readonly was: JsonObject; readonly is: JsonObject }): JsonObject {
  const lists = withLists(own);
  const changed = applyChange(withOwnAuth(lists, change), adaptQuery(lists, change));
  if (!isObject(changed)) throw new UnwritableError('a file without values');
  return omitUndefined<JsonObject>(withMaps(changed, own));
}

/**
 * Prepares a file's value for a changed `auth`: an inherited one is replaced, and a list cannot be changed through
 * v2.1.
 */
function withOwnAuth(own: JsonObject, { was, is }: { readonly was: JsonObject; readonly is: JsonObject }): JsonObject {
  if (same(was.auth, is.auth)) return own;
  if (Array.isArray(own.auth)) throw new UnwritableError('a list of authorizations');
  return isObject(own.auth) && own.auth.type === 'inherit' ? { ...own, auth: undefined } : own;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

const definitionIn = (directory: string): string => `${directory}/.resources/definition.yaml`;

const pathOf = ({ directory, file }: ItemPlace, isFolder: boolean): string =>
  isFolder ? directory : (file ?? directory);

/** A path and the directories above it, in lower case. */
function pathsTo(path: string): readonly string[] {
  const steps = path.toLowerCase().split('/');
  return steps.map((_, at) => steps.slice(0, at + 1).join('/'));
}

import { stringify } from 'yaml';
import { isObject, type JsonObject, objectsOf, omitUndefined, same } from '../../core/lib/json.ts';
import { fileNameOf } from '../../core/plan/new-file.ts';
import { carried, withLists, withMaps } from './carry.ts';
import { stemOf } from './layout.ts';
import { patchedFile } from './patch-file.ts';
import type { CollectionTree, ItemPlace } from './read-tree.ts';
import { type Sibling, siblingOrders } from './sibling-orders.ts';
import { adapted } from './write-url.ts';
import { definitionValues, exampleValues, requestValues, UnwritableError } from './write-values.ts';
import { parseYamlFile, type TreeFile } from './yaml-file.ts';

/** A file of a tree as it is to be; deleted where there is no text. */
export interface TreeEdit {
  readonly path: string;
  readonly text?: string;
}

/** What a writer starts from. */
export interface WriterOptions {
  readonly tree: CollectionTree;
  readonly files: readonly TreeFile[];
  /** For each item of the new content the one that the tree has. */
  readonly former: ReadonlyMap<JsonObject, JsonObject>;
}

type FileKind = 'collection' | 'http-request' | 'graphql-request' | 'http-example';

/** A file to write. */
interface Target {
  readonly path: string;
  /** The name that the file or directory gives. */
  readonly stem: string;
  readonly order?: number | undefined;
}

/** What a definition, request or example says besides its name and order. */
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
  readonly #made = new Map<string, string>();
  /** Paths in use, in lower case. */
  readonly #taken: Set<string>;

  constructor({ tree, files, former }: WriterOptions) {
    this.#tree = tree;
    this.#texts = new Map(files.map(({ path, text }) => [path, text]));
    this.#former = new Map([...former]);
    this.#taken = new Set(files.flatMap(({ path }) => pathsTo(path)));
  }

  edits(content: JsonObject): readonly TreeEdit[] {
    const was = this.#tree.content;
    const place = this.#tree.places.get(was);
    if (!place) return [];
    const { directory, file } = place;
    const named = (each: JsonObject): JsonObject => ({
      ...each,
      name: isObject(each.info) ? each.info.name : undefined,
    });
    const target = { path: file ?? definitionIn(directory), stem: String(named(was).name) };
    this.#write('collection', { item: named(content), was: named(was), from: file, target });
    this.#children(content, directory);
    const written = [...this.#made].filter(([path, text]) => text !== this.#texts.get(path));
    const known = [...this.#tree.places.values()].flatMap(({ file }) => file ?? []);
    return [
      ...written.map(([path, text]) => ({ path, text })),
      ...known.filter((path) => !this.#made.has(path)).map((path) => ({ path })),
    ];
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

  /** Where an item was, and where it is to be: in its place unless it comes from another directory. */
  #sibling(item: JsonObject, directory: string): PlacedItem {
    const isFolder = Array.isArray(item.item);
    const was = this.#former.get(item);
    const place = was && this.#tree.places.get(was);
    const home = place && (isFolder ? folderOf(place.directory) : place.directory);
    const isThere = home === directory;
    const name = String(item.name ?? '');
    const path = isThere && place ? pathOf(place, isFolder) : this.#free(directory, { name, isFolder });
    return { item, was, place, path, name, file: stemOf(path), order: isThere ? place?.order : undefined };
  }

  #free(directory: string, { name, isFolder }: { readonly name: string; readonly isFolder: boolean }): string {
    const base = fileNameOf(name);
    for (let number = 0; ; number += 1) {
      const path = `${directory}/${base}${number === 0 ? '' : `-${number}`}${isFolder ? '' : '.request.yaml'}`;
      const isTaken =
        this.#taken.has(path.toLowerCase()) || this.#taken.has(path.toLowerCase().replace(/yaml$/, 'yml'));
      if (isTaken) continue;
      this.#taken.add(path.toLowerCase());
      return path;
    }
  }

  #folder({ item, was, place, path, file }: PlacedItem, order: number | undefined): void {
    const isThere = place?.directory === path;
    const target = { path: (isThere && place.file) || definitionIn(path), stem: file, order };
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

  #examples(items: readonly JsonObject[], { directory, isMoved }: Examples): void {
    const siblings = items.map((item): PlacedItem => {
      const was = this.#former.get(item);
      const place = was && this.#tree.places.get(was);
      const name = String(item.name ?? '');
      const path = (!isMoved && place?.file) || this.#freeExample(directory, name);
      return { item, was, place, path, name, file: stemOf(path), order: place?.order };
    });
    const orders = siblingOrders(siblings);
    for (const [at, { item, was, place, path, file, order: had }] of siblings.entries()) {
      const order = orders[at] === had ? undefined : orders[at];
      this.#write('http-example', { item, was, from: place?.file, target: { path, stem: file, order } });
    }
  }

  #freeExample(directory: string, name: string): string {
    for (let number = 0; ; number += 1) {
      const path = `${directory}/${fileNameOf(name)}${number === 0 ? '' : `-${number}`}.example.yaml`;
      if (this.#taken.has(path.toLowerCase())) continue;
      this.#taken.add(path.toLowerCase());
      return path;
    }
  }

  #value(path: string | undefined): JsonObject | undefined {
    const text = path === undefined ? undefined : this.#texts.get(path);
    if (path === undefined || text === undefined) return undefined;
    const parsed = parseYamlFile({ path, text: text.replace(/^\uFEFF/, '') });
    return 'value' in parsed && isObject(parsed.value) ? parsed.value : undefined;
  }

  #write(kind: FileKind, { item, was, from, target, extra }: Writing): void {
    const own = this.#value(from);
    const values = VALUES[kind];
    const change = { was: was ? values(was) : {}, is: values(item) };
    const name = target.stem === item.name && own?.name === undefined ? undefined : item.name;
    const order = target.order === undefined ? {} : { order: target.order };
    if (!own || from === undefined) {
      const value = omitUndefined<JsonObject>({ $kind: kind, name, ...withMaps(change.is, {}), ...extra, ...order });
      // A directory that needs no definition gets none.
      if (kind !== 'collection' || Object.keys(value).length > 1 || objectsOf(item.item).length === 0)
        this.#made.set(target.path, stringify(value, { lineWidth: 0, version: '1.2' }));
      return;
    }
    const text = this.#texts.get(from) ?? '';
    const changed = same(change.was, change.is) ? own : valueWith(own, change);
    const is = { ...changed, ...omitUndefined<JsonObject>({ name, ...extra, ...order }) };
    this.#made.set(target.path, patchedFile(text, { was: own, is }));
  }
}

/** An item of the new content, with where it was and where it is to be. */
interface PlacedItem extends Sibling {
  readonly item: JsonObject;
  readonly was: JsonObject | undefined;
  readonly place: ItemPlace | undefined;
  readonly path: string;
}

/** Where a request's examples are to be. */
interface Examples {
  readonly directory: string;
  /** The request is new in its directory. */
  readonly isMoved: boolean;
}

interface Writing {
  readonly item: JsonObject;
  readonly was: JsonObject | undefined;
  /** The file that has been read. */
  readonly from: string | undefined;
  readonly target: Target;
  readonly extra?: JsonObject;
}

/** A file's value with the change made to it. */
function valueWith(own: JsonObject, change: { readonly was: JsonObject; readonly is: JsonObject }): JsonObject {
  const lists = withLists(own);
  const { was, is } = adapted(lists, change);
  const made = carried(withOwnAuth(lists, change), { was, is });
  if (!isObject(made)) throw new UnwritableError('a file without values');
  return omitUndefined<JsonObject>(withMaps(made, own));
}

/** An authorization that names another one has no values of its own; of a list, v2.1 has one entry only. */
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

import { SCHEMA_V21 } from '../../core/kinds/collection/strip.ts';
import { type JsonObject, omitUndefined } from '../../core/lib/json.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Problem } from '../../core/model/problem.ts';
import { type AuthScope, sharedAuthOf } from './auth.ts';
import { decode, type FileKind } from './decode.ts';
import { entryList } from './entries.ts';
import { exampleOf } from './examples.ts';
import { type Directory, layoutOf, stemOf } from './layout.ts';
import { child, given, note, type Part, Reading, type TreePlace } from './reading.ts';
import { graphqlItem, httpItem, type RequestContext } from './requests.ts';
import type { Definition, SharedAuth } from './schemas.ts';
import { eventsOf } from './scripts.ts';
import { inOrder, type Ordered } from './sibling-orders.ts';
import { type LeftOut, leftOutNotices, Unsupported } from './unsupported.ts';
import { parseYamlFile, type TreeFile } from './yaml-file.ts';

/** Options for reading a tree. */
export interface TreeOptions {
  /** Leave out unsupported requests and scripts instead of refusing them. */
  readonly allowUnsupported: boolean;
  /** The name of the directory, if its path does not end with it. */
  readonly name?: string;
}

/** The content of a tree in the form of v2.1. In spite of problems, the rest is read. */
export interface CollectionTree {
  readonly content: JsonObject;
  /** The file and position of a value of the document. */
  locate(at: readonly (string | number)[]): TreePlace;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** Requests and scripts that are not part of the document. */
  readonly leftOut: readonly LeftOut[];
  /** The places of the document and of its folders, requests and examples. */
  readonly places: ReadonlyMap<JsonObject, ItemPlace>;
}

/** The place of the document, a folder, a request or an example in the tree. */
export interface ItemPlace {
  /** The directory of a collection or folder; the directory that contains the file of a request or example. */
  readonly directory: string;
  /** The file; absent for a directory without a definition. */
  readonly file?: string;
  readonly order: number;
}

/** A single notice for all typed values: a typed collection has them in every request. */
function typedNotices(typed: readonly string[]): readonly Notice[] {
  const [path] = typed;
  if (path === undefined) return [];
  const message = `The types of ${typed.length} typed values ($type) are left out: v2.1 has no place for them.`;
  return [{ level: 'notice', path, message }];
}

/** Reads a directory in Postman's v3 format; `files` are all text files below it. */
export function readTree(path: string, files: readonly TreeFile[], options: TreeOptions): CollectionTree {
  const layout = layoutOf(path, files, options.name);
  const reader = new TreeReader(new Unsupported(options));
  const content = reader.collection(layout.root);
  const { reading, unsupported } = reader;
  return {
    content,
    locate: (at) => reading.locate(content, at) ?? { path, position: { line: 1, column: 1 } },
    problems: [...layout.problems, ...reading.problems, ...unsupported.problems],
    notices: [
      ...layout.notices,
      ...reading.notices,
      ...typedNotices(reading.typed),
      ...leftOutNotices(path, unsupported.leftOut),
    ],
    leftOut: unsupported.leftOut,
    places: reader.places,
  };
}

/** A folder or request among its siblings. */
interface Child extends Ordered {
  readonly item: JsonObject;
}

class TreeReader {
  readonly reading = new Reading();
  readonly places = new Map<JsonObject, ItemPlace>();
  readonly unsupported: Unsupported;

  constructor(unsupported: Unsupported) {
    this.unsupported = unsupported;
  }

  collection(root: Directory): JsonObject {
    const part = this.#definition(root);
    const shared = this.#shared(part);
    const { value } = part ?? {};
    const entries = part ? entryList(child(part, 'variables')) : [];
    const variable = part ? entries.map((entry, index) => withSecretType(entry, part, index)) : [];
    const name = value?.name ?? root.name;
    const info = omitUndefined<JsonObject>({
      _postman_id: value?.id,
      name,
      description: value?.description === '' ? undefined : value?.description,
      schema: SCHEMA_V21,
    });
    const made = omitUndefined<JsonObject>({
      info: part ? this.reading.mark(info, { file: part.file, at: [], fields: { _postman_id: ['id'] } }) : info,
      item: this.#children(root, part?.value.auth ? [child(part, 'auth') as Part<SharedAuth>] : []),
      ...shared,
      variable: variable.length > 0 ? variable : undefined,
    });
    this.#place(made, { directory: root.path, file: part?.file.path, order: 0 });
    const fields = { event: ['scripts'], variable: ['variables'] };
    return part ? this.reading.mark(made, { file: part.file, at: [], fields }) : made;
  }

  #children(at: Directory, scope: AuthScope): readonly JsonObject[] {
    const folders = [...at.folders.values()].flatMap((folder) => this.#folder(folder, scope));
    const requests = at.requests.flatMap((file) => this.#request(file, { at, scope }));
    this.#warnOfOrphans(at);
    return [...folders, ...requests].sort(inOrder).map(({ item }) => item);
  }

  #folder(at: Directory, scope: AuthScope): readonly Child[] {
    const part = this.#definition(at);
    const inner = part?.value.auth ? [child(part, 'auth') as Part<SharedAuth>, ...scope] : scope;
    const children = this.#children(at, inner);
    if (children.length === 0 && !part) return [];
    const value = part?.value;
    if (part && value?.variables) note(child(part, 'variables'), 'warning', FOLDER_VARIABLES);
    const name = value?.name ?? at.name;
    const made = omitUndefined<JsonObject>({
      id: value?.id,
      name,
      description: value?.description === '' ? undefined : value?.description,
      item: children,
      ...this.#shared(part),
    });
    const item = part ? this.reading.mark(made, { file: part.file, at: [], fields: { event: ['scripts'] } }) : made;
    const order = value?.order ?? 0;
    this.#place(item, { directory: at.path, file: part?.file.path, order });
    return [{ order, name, file: at.name, item }];
  }

  #place(item: JsonObject, { file, ...place }: Omit<ItemPlace, 'file'> & { readonly file: string | undefined }): void {
    this.places.set(item, { ...place, ...(file !== undefined && { file }) });
  }

  #shared(part: Part<Definition> | undefined): JsonObject {
    if (!part) return {};
    const auth = given(child(part, 'auth') as Part<SharedAuth | undefined>);
    const scripts = child(part, 'scripts');
    const event = eventsOf(scripts, { owner: 'collection', leaveOut: (part) => this.unsupported.script(part) });
    return omitUndefined<JsonObject>({
      auth: auth && sharedAuthOf(auth),
      event: event.length > 0 ? event : undefined,
    });
  }

  #definition({ definitions: [file] }: Directory): Part<Definition> | undefined {
    return file && this.#decoded('definition', file);
  }

  #request(file: TreeFile, { at, scope }: { readonly at: Directory; readonly scope: AuthScope }): readonly Child[] {
    const parsed = parseYamlFile(file);
    if (!('value' in parsed)) {
      this.reading.problems.push(...parsed);
      return [];
    }
    const stem = stemOf(file.path);
    const kind = this.unsupported.kindOf(parsed, stem);
    if (kind === undefined) return [];
    const examples = this.#examples(at.examples.get(stem) ?? []);
    const context: RequestContext = { stem, scope, examples, leaveOut: (part) => this.unsupported.script(part) };
    const part = this.#checked(kind, parsed);
    if (!part) return [];
    const { value } = part;
    const item =
      value.$kind === 'http-request' ? httpItem({ ...part, value }, context) : graphqlItem({ ...part, value }, context);
    const order = value.order ?? 0;
    this.#place(item, { directory: at.path, file: file.path, order });
    return [{ order, name: value.name ?? stem, file: stem, item }];
  }

  #examples(files: readonly TreeFile[]): readonly JsonObject[] {
    const examples = files.flatMap((file): readonly Child[] => {
      const part = this.#decoded('http-example', file);
      if (!part) return [];
      const stem = stemOf(file.path);
      const name = part.value.name ?? stem;
      const order = part.value.order ?? 0;
      const item = exampleOf(part, stem);
      this.#place(item, { directory: folderOf(file.path), file: file.path, order });
      return [{ order, name, file: stem, item }];
    });
    return examples.sort(inOrder).map(({ item }) => item);
  }

  /** Warns of examples without a request. */
  #warnOfOrphans(at: Directory): void {
    const stems = new Set(at.requests.map(({ path }) => stemOf(path)));
    for (const [stem, [file]] of at.examples) {
      if (stems.has(stem) || !file) continue;
      const message = `The examples of "${stem}" belong to no request, and are ignored.`;
      this.reading.notices.push({ level: 'warning', path: file.path, message });
    }
  }

  #decoded<K extends FileKind>(kind: K, file: TreeFile) {
    const parsed = parseYamlFile(file);
    if ('value' in parsed) return this.#checked(kind, parsed);
    this.reading.problems.push(...parsed);
    return undefined;
  }

  #checked<K extends FileKind>(kind: K, file: Exclude<ReturnType<typeof parseYamlFile>, readonly Problem[]>) {
    const { value, problems, notices } = decode(kind, file);
    this.reading.problems.push(...problems);
    this.reading.notices.push(...notices);
    return value && { value, file, at: [], reading: this.reading };
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

const FOLDER_VARIABLES = 'Variables of a folder have no effect in Postman and Newman, and are ignored.';

/** Gives a secret variable the type `secret`, as in v2.1. */
function withSecretType(
  entry: JsonObject,
  { value: { variables }, reading, file }: Part<Definition>,
  index: number,
): JsonObject {
  const source = Array.isArray(variables) ? variables[index] : undefined;
  if (source?.secret !== true) return entry;
  return reading.mark({ ...entry, type: 'secret' }, { file, at: ['variables', index] });
}

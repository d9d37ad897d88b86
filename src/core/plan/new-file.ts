import { asExported } from '../kinds/collection/as-exported.ts';
import { stripCollection } from '../kinds/collection/strip.ts';
import { isObject, type JsonObject, mapObjectsAt } from '../lib/json.ts';
import { bareId } from '../model/ids.ts';
import type { FileKind, ResourceKind } from '../model/resource.ts';
import type { FetchedResource } from './change.ts';

/** Kinds for which pull creates files. A workspace has one set of globals, and the user names its file. */
export type NewFileKind = Exclude<FileKind, 'globals'>;

/** A resource without a file. */
export type FilelessResource = FetchedResource & { readonly kind: NewFileKind };

interface NewFile {
  /** Where the first file of the kind goes. */
  readonly folder: string;
  readonly ending: string;
  content(resource: FilelessResource): JsonObject;
}

const NEW_FILES: Readonly<Record<NewFileKind, NewFile>> = {
  collection: {
    folder: 'postman/collections',
    ending: '.postman_collection.json',
    content: ({ uid, content }) => {
      const { info, ...rest } = stripCollection(asExported(content));
      return { info: { _postman_id: bareId(uid), ...(isObject(info) ? info : {}) }, ...rest };
    },
  },
  environment: {
    folder: 'postman/environments',
    ending: '.postman_environment.json',
    content: ({ uid, content }) => ({
      id: bareId(uid),
      name: content.name ?? '',
      values: [],
      ...mapObjectsAt(content, 'values', exportedVariable),
      _postman_variable_scope: 'environment',
    }),
  },
};

const exportedVariable = ({ key, value, type, enabled, description }: JsonObject): JsonObject => ({
  key: key ?? '',
  value: type === 'secret' ? '' : (value ?? ''),
  type: type ?? 'default',
  enabled: enabled ?? true,
  ...(typeof description === 'string' && description !== '' ? { description } : {}),
});

/** Whether pull can create a file for a resource. */
export const getsNewFile = <T extends { readonly kind: ResourceKind }>(
  resource: T,
): resource is T & { readonly kind: NewFileKind } => Object.hasOwn(NEW_FILES, resource.kind);

/** The content of a new file: the form that Postman's app exports, without item ids and without values of secrets. */
export const newFileContent = (resource: FilelessResource): JsonObject => NEW_FILES[resource.kind].content(resource);

/** The existing files. */
export interface NewFileOptions {
  /** Paths of the existing files of this kind. */
  readonly beside: readonly string[];
  /** All existing paths, in lower case. */
  readonly taken: ReadonlySet<string>;
}

/**
 * The path of a new file: in the folder of the other files of its kind, named after the resource; numbered if it
 * exists.
 */
export function newFilePath(kind: NewFileKind, name: string, { beside, taken }: NewFileOptions): string {
  const folder = folderOf(beside) ?? NEW_FILES[kind].folder;
  const base = fileNameOf(name);
  for (let number = 1; ; number += 1) {
    const file = `${base}${number === 1 ? '' : ` ${number}`}${NEW_FILES[kind].ending}`;
    const path = folder === '' ? file : `${folder}/${file}`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}

/** The folder with the most files; undefined without files. */
function folderOf(paths: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const path of paths.filter((each) => each.endsWith('.json'))) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}

/** The longest name that Postman's app gives to a file. */
const LONGEST_NAME = 64;

/** Names that Windows reserves for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name by the rules of Postman's app: characters that a file system refuses become one `-`, and so do dots and
 * spaces at the end. Dots at the beginning are removed: they would hide the file.
 */
export function fileNameOf(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{C}]+/gu, '-')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '-');
  const short = Array.from(safe).slice(0, LONGEST_NAME).join('').trimEnd();
  if (short === '' || short === '-') return 'unnamed';
  return RESERVED.test(short) ? `${short}-` : short;
}

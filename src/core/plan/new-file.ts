import { asExported } from '../kinds/collection/as-exported.ts';
import { stripCollection } from '../kinds/collection/strip.ts';
import { isObject, type JsonObject, mapObjectsAt } from '../lib/json.ts';
import { bareId } from '../model/ids.ts';
import type { ResourceKind } from '../model/resource.ts';
import type { FetchedResource } from './change.ts';

/** Kinds for which pull creates files. */
export type NewFileKind = Exclude<ResourceKind, 'monitor' | 'globals'>;

/** The content of a new file: the form that Postman's app exports, without item ids and without values of secrets. */
export function newFileContent({ kind, uid, content }: FetchedResource): JsonObject {
  if (kind === 'collection') {
    const { info, ...rest } = stripCollection(asExported(content));
    return { info: { _postman_id: bareId(uid), ...(isObject(info) ? info : {}) }, ...rest };
  }
  const values = mapObjectsAt(content, 'values', ({ key, value, type, enabled, description }) => ({
    key: key ?? '',
    value: type === 'secret' ? '' : (value ?? ''),
    type: type ?? 'default',
    enabled: enabled ?? true,
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
  }));
  return { id: bareId(uid), name: content.name ?? '', values: [], ...values, _postman_variable_scope: 'environment' };
}

const ENDINGS: Readonly<Record<NewFileKind, string>> = {
  collection: '.postman_collection.json',
  environment: '.postman_environment.json',
};

const FOLDERS: Readonly<Record<NewFileKind, string>> = {
  collection: 'postman/collections',
  environment: 'postman/environments',
};

/** The existing files. */
export interface NewFileOptions {
  /** Paths of the existing files of this kind. */
  readonly beside: readonly string[];
  /** All existing paths, in lower case. */
  readonly taken: ReadonlySet<string>;
}

/** The path of a new file: in the folder of the other files of its kind, named after the resource; numbered if it exists. */
export function newFilePath(kind: NewFileKind, name: string, { beside, taken }: NewFileOptions): string {
  const folder = folderOf(beside) ?? FOLDERS[kind];
  const base = fileNameOf(name);
  for (let number = 1; ; number += 1) {
    const file = `${base}${number === 1 ? '' : ` ${number}`}${ENDINGS[kind]}`;
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
 * A file name by the rules of Postman's app: characters that a file system refuses become one `-`, and so do dots and spaces
 * at the end. Dots at the beginning are removed: they would hide the file.
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

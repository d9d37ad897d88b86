import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { isObject, type JsonObject } from '../core/lib/json.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import { bareId, isUid } from '../core/model/ids.ts';
import type { Checked } from '../core/model/problem.ts';
import { inspectPath } from './inspect-path.ts';

/** The file in which Postman's app and CLI map local paths to cloud ids. */
const FILE = '.postman/resources.yaml';

/** The content of `.postman/resources.yaml`. */
export interface PostmanMapping {
  /** Local path → cloud id; empty where the file is for another workspace. */
  readonly ids: ReadonlyMap<string, string>;
  /** Local paths of collections and of environments. */
  readonly paths: Readonly<Record<'collections' | 'environments', readonly string[]>>;
}

const NOTHING: PostmanMapping = { ids: new Map(), paths: { collections: [], environments: [] } };

/** Reads `.postman/resources.yaml`; a repository without it has no mapping. */
export async function readMapping(cwd: string, workspace: string | undefined): Promise<Checked<PostmanMapping>> {
  const refusal = await inspectPath(FILE, cwd);
  if (refusal)
    return {
      ok: false,
      problems: [{ path: FILE, code: 'unsafe-path', message: refusal.reason, remedy: refusal.remedy }],
    };
  const text = await readFile(join(cwd, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: true, value: NOTHING };
  const document = parseWithPositions(text);
  if (document.syntaxErrors.length > 0) {
    const remedy = "Mend it, or delete it: it is Postman's own file and only helps to recognize resources.";
    const problems = document.syntaxErrors.map(({ message, position }) => ({
      path: FILE,
      position,
      code: 'file-syntax' as const,
      message: `Not valid YAML: ${message}`,
      remedy,
    }));
    return { ok: false, problems };
  }
  const root = document.value();
  if (!isObject(root)) return { ok: true, value: NOTHING };
  const ids = isForeign(root, workspace) ? [] : [...idsIn(root.cloudResources), ...idsIn(root.canonical)];
  const paths = { collections: pathsIn(root, 'collections'), environments: pathsIn(root, 'environments') };
  return { ok: true, value: { ids: new Map(ids), paths } };
}

function isForeign(root: Readonly<Record<string, unknown>>, workspace: string | undefined): boolean {
  const { workspace: named } = root;
  const id = isObject(named) ? named.id : undefined;
  return typeof id === 'string' && id !== '' && workspace !== undefined && bareId(id) !== bareId(workspace);
}

function pathsIn(root: JsonObject, type: 'collections' | 'environments'): readonly string[] {
  const { localResources: local, cloudResources: cloud } = root;
  const listed = isObject(local) && Array.isArray(local[type]) ? local[type] : [];
  const mapped = isObject(cloud) && isObject(cloud[type]) ? Object.keys(cloud[type]) : [];
  return [...listed.filter((entry) => typeof entry === 'string'), ...mapped].map(localPath);
}

/** A path of the file from the root: it is relative to the file's folder, may have backslashes, and may end in a slash. */
const localPath = (written: string): string =>
  posix.join('.postman', written.replaceAll('\\', '/')).replace(/(?<=.)\/+$/, '');

/** Paths are keys, relative to the folder of the file; ids are their values, plain or under `id` or `uid`. */
function idsIn(value: unknown): readonly (readonly [string, string])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const id = isObject(entry) ? (entry.uid ?? entry.id) : entry;
    if (typeof id === 'string' && isUid(id)) return [[localPath(key), id] as const];
    return idsIn(entry);
  });
}

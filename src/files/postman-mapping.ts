import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { isObject, type JsonObject, objectOf, textOf } from '../core/lib/json.ts';
import { type PositionedDocument, parseWithPositions } from '../core/lib/positions.ts';
import { bareId, isUid } from '../core/model/ids.ts';
import type { Checked, Problem } from '../core/model/problem.ts';
import { inspectPath } from './inspect-path.ts';

/** The file in which Postman's app and CLI map local paths to cloud ids. */
const FILE = '.postman/resources.yaml';

/** The content of `.postman/resources.yaml`. */
export interface PostmanMapping {
  /** Local path → cloud id; empty if the file is about another workspace. */
  readonly ids: ReadonlyMap<string, string>;
  /** Local paths of collections and of environments. */
  readonly paths: Readonly<Record<'collections' | 'environments', readonly string[]>>;
}

const NOTHING: PostmanMapping = { ids: new Map(), paths: { collections: [], environments: [] } };

/** Reads `.postman/resources.yaml`; empty for a repository without the file. */
export async function readMapping(cwd: string, workspace: string | undefined): Promise<Checked<PostmanMapping>> {
  if (!existsSync(join(cwd, FILE))) return { ok: true, value: NOTHING };
  const refusal = await inspectPath(FILE, cwd);
  if (refusal) {
    const problem = { path: FILE, code: 'unsafe-path', message: refusal.reason, remedy: refusal.remedy } as const;
    return { ok: false, problems: [problem] };
  }
  const text = await readFile(join(cwd, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: true, value: NOTHING };
  const { syntaxErrors, value } = parseWithPositions(text);
  if (syntaxErrors.length > 0) return { ok: false, problems: syntaxErrors.map(syntaxProblem) };
  return { ok: true, value: mappingIn(value(), workspace) };
}

const syntaxProblem = ({ message, position }: PositionedDocument['syntaxErrors'][number]): Problem => ({
  path: FILE,
  position,
  code: 'file-syntax',
  message: `Not valid YAML: ${message}`,
  remedy: "Mend it, or delete it: it is Postman's own file and only helps to recognize resources.",
});

function mappingIn(root: unknown, workspace: string | undefined): PostmanMapping {
  if (!isObject(root)) return NOTHING;
  const ids = isForeign(root, workspace) ? [] : [...idsIn(root.cloudResources), ...idsIn(root.canonical)];
  const paths = { collections: pathsIn(root, 'collections'), environments: pathsIn(root, 'environments') };
  return { ids: new Map(ids), paths };
}

/** Whether the file is about another workspace. */
function isForeign(root: JsonObject, workspace: string | undefined): boolean {
  const id = textOf(objectOf(root.workspace).id);
  return id !== undefined && workspace !== undefined && bareId(id) !== bareId(workspace);
}

function pathsIn(root: JsonObject, type: 'collections' | 'environments'): readonly string[] {
  const local = objectOf(root.localResources)[type];
  const listed = Array.isArray(local) ? local.filter((entry) => typeof entry === 'string') : [];
  const mapped = Object.keys(objectOf(objectOf(root.cloudResources)[type]));
  return [...listed, ...mapped].map(localPath);
}

/**
 * Converts a path in the file, which is relative to the file's folder and may have backslashes and a slash at its end.
 */
const localPath = (written: string): string =>
  posix.join('.postman', written.replaceAll('\\', '/')).replace(/(?<=.)\/+$/, '');

/** Path and id of each entry. Paths are keys; ids are their values, or are under `id` or `uid` there. */
function idsIn(value: unknown): readonly (readonly [string, string])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const id = isObject(entry) ? (entry.uid ?? entry.id) : entry;
    if (typeof id === 'string' && isUid(id)) return [[localPath(key), id] as const];
    return idsIn(entry);
  });
}

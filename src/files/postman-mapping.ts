import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { isObject } from '../core/lib/json.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import { bareId, isUid } from '../core/model/ids.ts';
import type { Checked } from '../core/model/problem.ts';

/** Where Postman's app and CLI keep which local path is which cloud resource. */
const FILE = '.postman/resources.yaml';

/** The mapping of `.postman/resources.yaml`: local path → cloud id. Empty without that file, or where it is for another workspace. */
export async function readMapping(
  cwd: string,
  workspace: string | undefined,
): Promise<Checked<ReadonlyMap<string, string>>> {
  const text = await readFile(join(cwd, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: true, value: new Map() };
  const document = parseWithPositions(text);
  if (document.syntaxErrors.length > 0) {
    const remedy = "Mend it, or delete it: it is Postman's own file and only helps to recognize resources.";
    const problems = document.syntaxErrors.map(({ message, position }) => ({
      path: FILE,
      position,
      message: `Not valid YAML: ${message}`,
      remedy,
    }));
    return { ok: false, problems };
  }
  const root = document.value();
  if (!isObject(root) || isForeign(root, workspace)) return { ok: true, value: new Map() };
  return { ok: true, value: new Map([...idsIn(root.cloudResources), ...idsIn(root.canonical)]) };
}

function isForeign(root: Readonly<Record<string, unknown>>, workspace: string | undefined): boolean {
  const { workspace: named } = root;
  const id = isObject(named) ? named.id : undefined;
  return typeof id === 'string' && workspace !== undefined && bareId(id) !== bareId(workspace);
}

/** Paths are keys, relative to the folder of the file; ids are their values, plain or under `id` or `uid`. */
function idsIn(value: unknown): readonly (readonly [string, string])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const id = isObject(entry) ? (entry.uid ?? entry.id) : entry;
    if (typeof id === 'string' && isUid(id))
      return [[posix.normalize(posix.join('.postman', key.replaceAll('\\', '/'))), id] as const];
    return idsIn(entry);
  });
}

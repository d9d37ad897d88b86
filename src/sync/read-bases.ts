import { fingerprint } from '../core/kinds/fingerprint.ts';
import { KINDS } from '../core/kinds/index.ts';
import type { Kind } from '../core/kinds/kind.ts';
import type { Versions } from '../core/kinds/merge/versions.ts';
import { withValues } from '../core/kinds/variables.ts';
import type { JsonObject } from '../core/lib/json.ts';
import type { DesiredResource } from '../core/model/resource.ts';
import { entryOf } from '../core/plan/compare.ts';
import type { DesiredState } from '../core/plan/desired.ts';
import { needsBase } from '../core/plan/merge.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import type { StateEntry } from '../core/plan/state.ts';
import type { FileHistory, FileVersion } from './ports.ts';

/** The observed state with the bases for a merge, where they are available. */
export async function withBases(
  observed: ObservedState,
  { desired, history }: { readonly desired: DesiredState; readonly history: FileHistory | undefined },
): Promise<ObservedState> {
  if (!history) return observed;
  const bases = new Map<string, JsonObject>();
  for (const resource of desired.resources) {
    const match = observed.matches.get(resource.file.path);
    const remote = match && observed.contents.get(match.uid);
    const entry = match && entryOf(resource, { observed, uid: match.uid });
    if (!remote || !entry || !needsBase(resource, { entry, remote })) continue;
    const base = await findBase(resource, { entry, remote, history, paths: pathsOf(resource, { observed, entry }) });
    if (base) bases.set(resource.file.path, base);
  }
  return { ...observed, bases };
}

interface BaseOptions {
  readonly entry: StateEntry;
  readonly remote: JsonObject;
  readonly history: FileHistory;
  readonly paths: readonly string[];
}

/** The path of the file and, where it was moved since the last apply, its former path. */
function pathsOf(
  resource: DesiredResource,
  { observed, entry }: { readonly observed: ObservedState; readonly entry: StateEntry },
): readonly string[] {
  const recorded = [...observed.state.entries].flatMap(([path, candidate]) => (candidate === entry ? [path] : []));
  return [...new Set([resource.file.path, ...recorded])];
}

/**
 * The newest common version of file and Postman: the applied file, identified by its recorded fingerprint. After a
 * pull, a later version of the file may contain everything that Postman has. Then Postman's content is the base, so
 * that later edits of the file win.
 */
async function findBase(
  resource: DesiredResource,
  { entry, remote, ...rest }: BaseOptions,
): Promise<JsonObject | undefined> {
  const kind = KINDS[resource.kind];
  const later: JsonObject[] = [];
  for await (const { content, isLater } of versionsOf(resource, { entry, ...rest })) {
    const isBase = fingerprint(kind, content) === entry.fingerprint;
    if (isBase) return later.some((ours) => holdsAll(kind, { base: content, ours, theirs: remote })) ? remote : content;
    if (isLater) later.push(content);
  }
  return undefined;
}

/** Earlier versions of a file under all its paths, with values added by the configuration. */
async function* versionsOf(
  resource: DesiredResource,
  { entry, history, paths }: Omit<BaseOptions, 'remote'>,
): AsyncGenerator<FileVersion> {
  for (const path of paths)
    for await (const version of history.versions(path, entry.commit))
      yield resource.uploads ? { ...version, content: withValues(version.content, resource.uploads) } : version;
}

/** Whether a version of the file contains all changes made in Postman since the base. */
function holdsAll(kind: Kind, versions: Versions<JsonObject>): boolean {
  const merged = kind.merge?.(versions, { prefer: 'ours', purpose: 'remote' });
  if (!merged || merged.conflicts.length > 0) return false;
  return fingerprint(kind, merged.value) === fingerprint(kind, versions.ours);
}

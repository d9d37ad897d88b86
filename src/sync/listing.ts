import type { DesiredState } from '../core/desired.ts';
import { PostmanError } from '../core/errors.ts';
import { bareId, type WorkspaceId } from '../core/ids.ts';
import type { ListedResource } from '../core/resource.ts';
import { projectOf, type State, type StateEntry } from '../core/state.ts';
import { mapLimited } from './concurrency.ts';
import type { Clock, Postman, Workspace } from './ports.ts';

/** What observing needs. */
export interface ObserveOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  readonly workspace: WorkspaceId;
  readonly project: string;
  readonly verify: 'changed' | 'all';
  readonly mapping: ReadonlyMap<string, string>;
}

/** Reads at once. */
export const PARALLEL = 4;

/** Whether an environment holds the state of a project. */
export const isState = (one: ListedResource): boolean =>
  one.kind === 'environment' && projectOf(one.name) !== undefined;

/** What is in a workspace, states of projects left out. */
export const resourcesOf = (workspace: Workspace): readonly ListedResource[] =>
  workspace.resources.filter((one) => !isState(one));

/** A workspace's answer need not name all its monitors: one that is not in it is looked for before it is created. */
export async function withMonitors(
  listed: readonly ListedResource[],
  { desired, options }: { readonly desired: DesiredState; readonly options: ObserveOptions },
): Promise<readonly ListedResource[]> {
  const names = new Set(listed.filter(({ kind }) => kind === 'monitor').map(({ name }) => name));
  const sought = desired.resources.some(({ kind, name }) => kind === 'monitor' && !names.has(name));
  if (!sought) return listed;
  const ids = new Set(listed.map(({ uid }) => bareId(uid)));
  const monitors = await options.postman.list('monitor', options.workspace);
  return [...listed, ...monitors.filter(({ uid }) => !ids.has(bareId(uid)))];
}

interface Lagging {
  readonly desired: DesiredState;
  readonly state: State;
  readonly options: ObserveOptions;
}

/** How often a list is read again before a recorded resource that is not in it is believed to be elsewhere. */
const LOOKS = 5;

/**
 * Lists can lag behind what was created a moment ago. A recorded resource that the list does not name, but that exists,
 * is looked for again; if it stays away it has been moved to another workspace, where it is none of our business.
 */
export async function withLagging(
  listed: readonly ListedResource[],
  { desired, state, options }: Lagging,
): Promise<readonly ListedResource[]> {
  const absent = (list: readonly ListedResource[]): readonly StateEntry[] => {
    const uids = new Set(list.map((one) => one.uid));
    const recorded = desired.resources.flatMap(({ file }) => state.entries.get(file.path) ?? []);
    return recorded.filter((entry) => !uids.has(entry.uid));
  };
  const missing = await mapLimited(absent(listed), PARALLEL, async (entry) =>
    (await exists(entry, options)) ? entry : undefined,
  );
  const sought = new Set(missing.flatMap((entry) => entry?.uid ?? []));
  let list = listed;
  for (let look = 0; look < LOOKS && absent(list).some((entry) => sought.has(entry.uid)); look += 1) {
    await options.clock.sleep(250 * 2 ** look);
    const workspace = await options.postman.workspace(options.workspace);
    list = await withMonitors(resourcesOf(workspace), { desired, options });
  }
  return list;
}

async function exists({ kind, uid }: StateEntry, { postman }: ObserveOptions): Promise<boolean> {
  try {
    await postman.fetch({ kind, uid, name: uid });
    return true;
  } catch (error) {
    if (error instanceof PostmanError && (error.code === 'not-found' || error.code === 'forbidden')) return false;
    throw error;
  }
}

import { PostmanError } from '../core/model/errors.ts';
import { bareId, type WorkspaceId } from '../core/model/ids.ts';
import { type ListedResource, RESOURCE_KINDS, type ResourceKind } from '../core/model/resource.ts';
import type { DesiredState } from '../core/plan/desired.ts';
import { projectOf, type State, type StateEntry, stateName } from '../core/plan/state.ts';
import { mapLimited } from './concurrency.ts';
import { MAX_POLLS, pauseBefore } from './polling.ts';
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
export const isState = (resource: ListedResource): boolean =>
  resource.kind === 'environment' && projectOf(resource.name) !== undefined;

/** What is in a workspace, states of projects left out. */
export const resourcesOf = (everything: readonly ListedResource[]): readonly ListedResource[] =>
  everything.filter((resource) => !isState(resource));

/** The lists of a workspace, each asked for once at most. */
export type ResourceLists = (kind: ResourceKind) => Promise<readonly ListedResource[]>;

/** Lists that are remembered for one observation. */
export function listsOf({ postman, workspace }: ObserveOptions): ResourceLists {
  const asked = new Map<ResourceKind, Promise<readonly ListedResource[]>>();
  return (kind) => {
    const list = asked.get(kind) ?? postman.list(kind, workspace);
    asked.set(kind, list);
    return list;
  };
}

/** Whether Postman has a list of each kind; a workspace has one set of globals. */
const HAS_LIST: Readonly<Record<ResourceKind, boolean>> = {
  collection: true,
  environment: true,
  monitor: true,
  globals: false,
};

/**
 * Everything in a workspace. Its own answer need not name all there is, and may lag: where something wanted is not in
 * it, the list of that kind is asked as well, before anyone creates it a second time.
 */
export async function everythingIn(
  workspace: Workspace,
  { desired, options, lists }: Completing,
): Promise<readonly ListedResource[]> {
  const wanted = [...desired.resources, { kind: 'environment' as const, name: stateName(options.project) }];
  const named = new Set(workspace.resources.map(({ kind, name }) => `${kind} ${name}`));
  const kinds = RESOURCE_KINDS.filter((kind) => HAS_LIST[kind]).filter((kind) =>
    wanted.some((resource) => resource.kind === kind && !named.has(`${kind} ${resource.name}`)),
  );
  const more = (await Promise.all(kinds.map(lists))).flat();
  const ids = new Set(workspace.resources.map(({ uid }) => bareId(uid)));
  return [...workspace.resources, ...more.filter(({ uid }) => !ids.has(bareId(uid)))];
}

interface Completing {
  readonly desired: DesiredState;
  readonly options: ObserveOptions;
  readonly lists: ResourceLists;
}

interface Lagging {
  readonly desired: DesiredState;
  readonly state: State;
  readonly options: ObserveOptions;
}

/**
 * Lists can lag behind what was created a moment ago. A recorded resource that the list does not name, but that exists,
 * is looked for again; if it stays away it has been moved to another workspace, where it is none of our business.
 */
export async function withLagging(
  listed: readonly ListedResource[],
  { desired, state, options }: Lagging,
): Promise<readonly ListedResource[]> {
  const absent = (list: readonly ListedResource[]): readonly StateEntry[] => {
    const uids = new Set(list.map((resource) => resource.uid));
    const recorded = desired.resources.flatMap(({ file }) => state.entries.get(file.path) ?? []);
    return recorded.filter((entry) => !uids.has(entry.uid));
  };
  const missing = await mapLimited(absent(listed), PARALLEL, async (entry) =>
    (await exists(entry, options)) ? entry : undefined,
  );
  const sought = new Set(missing.flatMap((entry) => entry?.uid ?? []));
  let list = listed;
  for (let look = 0; look < MAX_POLLS && absent(list).some((entry) => sought.has(entry.uid)); look += 1) {
    await options.clock.sleep(pauseBefore(look));
    const workspace = await options.postman.workspace(options.workspace);
    list = resourcesOf(await everythingIn(workspace, { desired, options, lists: listsOf(options) }));
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

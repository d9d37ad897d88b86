import { PostmanError } from '../core/model/errors.ts';
import { bareId, type WorkspaceId } from '../core/model/ids.ts';
import { type ListedResource, RESOURCE_KINDS, type ResourceKind } from '../core/model/resource.ts';
import type { DesiredState } from '../core/plan/desired.ts';
import { projectOf, type State, type StateEntry, stateName } from '../core/plan/state.ts';
import { mapLimited } from './concurrency.ts';
import { MAX_POLLS, pauseBefore } from './polling.ts';
import type { Clock, Postman, Workspace } from './ports.ts';

/** What observing a workspace needs. */
export interface ObserveOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  readonly workspace: WorkspaceId;
  readonly project: string;
  readonly verify: 'changed' | 'all';
  readonly mapping: ReadonlyMap<string, string>;
}

/** Most reads at the same time. */
export const PARALLEL = 4;

/** Whether an environment holds the state of a project. */
export const isState = (resource: ListedResource): boolean =>
  resource.kind === 'environment' && projectOf(resource.name) !== undefined;

/** The resources of a workspace, without the environments that hold states. */
export const resourcesOf = (everything: readonly ListedResource[]): readonly ListedResource[] =>
  everything.filter((resource) => !isState(resource));

/** Lists the resources of a kind; asks Postman at most once for each kind. */
export type ResourceLists = (kind: ResourceKind) => Promise<readonly ListedResource[]>;

/** Lists that are cached for one observation. */
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
 * Everything in a workspace. `GET /workspaces/{id}` may be incomplete and may lag. Where it lacks a desired resource,
 * the list of that kind is fetched, too: otherwise the resource would be created twice.
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
 * Lists can lag behind a create. A recorded resource that exists and is not listed is polled for. If it stays unlisted,
 * it was moved to another workspace, and is ignored.
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

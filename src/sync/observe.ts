import type { DesiredState } from '../core/desired.ts';
import { PostmanError } from '../core/errors.ts';
import { type Identities, resolveIdentities } from '../core/identity.ts';
import { bareId, type Uid, type WorkspaceId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import { KINDS } from '../core/kinds/index.ts';
import type { ObservedState } from '../core/observed.ts';
import { ProblemsError } from '../core/problem.ts';
import { bind } from '../core/references.ts';
import type { DesiredResource, ListedResource } from '../core/resource.ts';
import { decodeState, EMPTY_STATE, mergeStates, projectOf, type State, type StateEntry } from '../core/state.ts';
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
const PARALLEL = 4;

/**
 * Finds out what is in the workspace, with as few calls as the recorded state allows. Throws a ProblemsError when the
 * workspace does not exist or a file's identity is not clear.
 */
export async function observe(desired: DesiredState, options: ObserveOptions): Promise<ObservedState> {
  const workspace = await findWorkspace(options);
  const state = await readOwnState(workspace, options);
  const known = await withMonitors(resourcesOf(workspace), { desired, options });
  const listed = await withLagging(known, { desired, state, options });
  const { matches, problems } = await identify(desired, { listed, state, workspace, options });
  if (problems.length > 0) throw new ProblemsError(problems);
  const hints = await readHints({ matches, desired, state, options });
  const doubtful = [...matches].filter(
    ([path, match]) => !vouched(desired, { path, match, state, matches, hints, options }),
  );
  const contents = await fetchAll(
    doubtful.map(([, match]) => match),
    options,
  );
  return { workspace: { id: workspace.id, name: workspace.name }, listed, state, matches, contents };
}

/** A wrong id lists as an empty workspace elsewhere in the API: it is asked for before anything else. */
async function findWorkspace({ postman, workspace }: ObserveOptions): Promise<Workspace> {
  try {
    return await postman.workspace(workspace);
  } catch (error) {
    if (!(error instanceof PostmanError && error.code === 'not-found')) throw error;
    const seen = await postman.workspaces();
    const names = seen.slice(0, 20).map(({ id, name }) => `${name} (${id})`);
    throw new ProblemsError([
      {
        message: `workspace: there is no workspace ${workspace} that this key can see`,
        remedy:
          names.length > 0
            ? `The key sees: ${names.join(', ')}.`
            : 'The key sees no workspace at all; check whose key it is.',
      },
    ]);
  }
}

const isState = (one: ListedResource): boolean => one.kind === 'environment' && projectOf(one.name) !== undefined;

const resourcesOf = (workspace: Workspace): readonly ListedResource[] =>
  workspace.resources.filter((one) => !isState(one));

/** The state of this project, from every environment that holds one. */
export async function readOwnState(
  workspace: Pick<Workspace, 'resources'>,
  { postman, project }: ObserveOptions,
): Promise<State> {
  const holders = workspace.resources.filter((one) => isState(one) && projectOf(one.name) === project);
  return mergeStates(await mapLimited(holders, PARALLEL, (holder) => readState(holder, postman)));
}

async function readState(holder: ListedResource, postman: Postman): Promise<State> {
  try {
    return decodeState(holder.uid, await postman.fetch(holder));
  } catch (error) {
    if (error instanceof PostmanError && error.code === 'not-found') return EMPTY_STATE;
    throw error;
  }
}

/** A workspace's answer need not name all its monitors: one that is not in it is looked for before it is created. */
async function withMonitors(
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
async function withLagging(
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

interface Identifying {
  readonly listed: readonly ListedResource[];
  readonly state: State;
  readonly workspace: Workspace;
  readonly options: ObserveOptions;
}

/** What other projects manage matters only where a resource is not our own already; their states are read only then. */
async function identify(
  desired: DesiredState,
  { listed, state, workspace, options }: Identifying,
): Promise<Identities> {
  const { mapping } = options;
  const first = resolveIdentities(desired.resources, { listed, state, mapping, taken: new Map() });
  const own = new Set([...state.entries.values()].map((entry) => entry.uid));
  const adopts = [...first.matches.values()].some((match) => !own.has(match.uid));
  if (!adopts && first.problems.length === 0) return first;
  const taken = await readTaken(workspace, options);
  return taken.size === 0 ? first : resolveIdentities(desired.resources, { listed, state, mapping, taken });
}

async function readTaken(
  workspace: Workspace,
  { postman, project }: ObserveOptions,
): Promise<ReadonlyMap<Uid, string>> {
  const others = workspace.resources.filter((one) => isState(one) && projectOf(one.name) !== project);
  const states = await mapLimited(others, PARALLEL, async (holder) => ({
    holder,
    state: await readState(holder, postman),
  }));
  return new Map(
    states.flatMap(({ holder, state }) =>
      [...state.entries.values()].map((entry) => [entry.uid, projectOf(holder.name) ?? ''] as const),
    ),
  );
}

interface Hinting {
  readonly matches: Identities['matches'];
  readonly desired: DesiredState;
  readonly state: State;
  readonly options: ObserveOptions;
}

/** Monitors up to this number are fetched each: their list names no time of change and shows but a part of them. */
const FETCHED_MONITORS = 5;

/** What Postman's lists tell of changes: asked for only where the state could vouch for something. */
async function readHints({ matches, desired, state, options }: Hinting): Promise<ReadonlyMap<Uid, ListedResource>> {
  const { postman, workspace, verify } = options;
  const unchanged = desired.resources.filter((one) =>
    isAsRecorded(one, { state, uid: matches.get(one.file.path)?.uid }),
  );
  const monitors = unchanged.filter(({ kind }) => kind === 'monitor').length;
  const kinds = new Set(verify === 'all' ? [] : unchanged.map(({ kind }) => kind));
  if (monitors <= FETCHED_MONITORS) kinds.delete('monitor');
  const lists = await Promise.all([...kinds].map((kind) => postman.list(kind, workspace)));
  return new Map(lists.flat().map((one) => [one.uid, one]));
}

function isAsRecorded(
  one: DesiredResource,
  { state, uid }: { readonly state: State; readonly uid: Uid | undefined },
): boolean {
  const entry = state.entries.get(one.file.path);
  return entry !== undefined && entry.uid === uid && entry.fingerprint === one.fingerprint;
}

interface Vouching {
  readonly path: string;
  readonly match: ListedResource;
  readonly state: State;
  readonly matches: Identities['matches'];
  readonly hints: ReadonlyMap<Uid, ListedResource>;
  readonly options: ObserveOptions;
}

/** Whether the recorded state vouches for a resource: the file is as it was applied, and Postman names no later change. */
function vouched(desired: DesiredState, { path, match, state, matches, hints, options }: Vouching): boolean {
  const one = desired.resources.find((each) => each.file.path === path);
  if (!one || options.verify === 'all' || !isAsRecorded(one, { state, uid: match.uid })) return false;
  const hint = hints.get(match.uid);
  const { fits } = KINDS[one.kind];
  if (fits) return hint !== undefined && fits(bind(one, uidsOf(matches)), hint);
  const changedAt = hint?.updatedAt;
  const appliedAt = state.entries.get(path)?.time;
  return !changedAt || !appliedAt || changedAt <= appliedAt;
}

const uidsOf = (matches: Identities['matches']): ReadonlyMap<string, Uid> =>
  new Map([...matches].map(([path, { uid }]) => [path, uid]));

async function fetchAll(
  resources: readonly ListedResource[],
  { postman }: ObserveOptions,
): Promise<ReadonlyMap<Uid, JsonObject>> {
  const fetched = await mapLimited(resources, PARALLEL, async (one) => [one.uid, await postman.fetch(one)] as const);
  return new Map(fetched);
}

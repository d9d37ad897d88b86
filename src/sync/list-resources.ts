import { KINDS } from '../core/kinds/index.ts';
import { PostmanError } from '../core/model/errors.ts';
import { bareId, type WorkspaceId } from '../core/model/ids.ts';
import { type ListedResource, RESOURCE_KINDS, type ResourceKind } from '../core/model/resource.ts';
import type { DesiredState } from '../core/plan/desired.ts';
import { type Announcement, projectOf, type State, type StateEntry, stateName } from '../core/plan/state.ts';
import { mapLimited } from './concurrency.ts';
import { MAX_POLLS, pauseBefore } from './polling.ts';
import type { Clock, Log, Postman, Workspace } from './ports.ts';

/** What is observed, and through which ports. */
export interface ObserveOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  readonly workspace: WorkspaceId;
  readonly project: string;
  readonly verify: 'changed' | 'all';
  readonly mapping: ReadonlyMap<string, string>;
  readonly log?: Pick<Log, 'progress'>;
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
  const cached = new Map<ResourceKind, Promise<readonly ListedResource[]>>();
  return (kind) => {
    const list = cached.get(kind) ?? postman.list(kind, workspace);
    cached.set(kind, list);
    return list;
  };
}

/** Whether Postman lists resources of a kind. A workspace has only one set of globals. */
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
  { desired, options, lists }: CompleteOptions,
): Promise<readonly ListedResource[]> {
  const wanted = [...desired.resources, { kind: 'environment' as const, name: stateName(options.project) }];
  const present = new Set(workspace.resources.map(({ kind, name }) => `${kind} ${name}`));
  const lacking = new Set(wanted.filter(({ kind, name }) => !present.has(`${kind} ${name}`)).map(({ kind }) => kind));
  const kinds = RESOURCE_KINDS.filter((kind) => HAS_LIST[kind] && lacking.has(kind));
  const more = (await Promise.all(kinds.map(lists))).flat();
  const ids = new Set(workspace.resources.map(({ uid }) => bareId(uid)));
  return [...workspace.resources, ...more.filter(({ uid }) => !ids.has(bareId(uid)))];
}

interface CompleteOptions {
  readonly desired: DesiredState;
  readonly options: ObserveOptions;
  readonly lists: ResourceLists;
}

interface LagOptions {
  readonly desired: DesiredState;
  readonly state: State;
  readonly options: ObserveOptions;
}

/** For this time after the record, an unlisted resource counts as part of the workspace. */
const PROOF_MS = 10 * 60_000;

/** Whether a time of the state is so recent that Postman's lists may still lag behind it. */
export const isFresh = (time: Date, now: Date): boolean => now.getTime() - time.getTime() < PROOF_MS;

/**
 * Lists can lag behind a create. A recorded resource that is not listed is fetched by its uid: if it was recorded a
 * short while ago, it counts as listed; if earlier, it is polled for. A resource that stays unlisted was moved to
 * another workspace, and is ignored. Resources that another run has announced are polled for by their names.
 */
export async function withLagging(
  listed: readonly ListedResource[],
  lagOptions: LagOptions,
): Promise<readonly ListedResource[]> {
  const { desired, options } = lagOptions;
  const { proven, sought } = await unlisted(listed, lagOptions);
  const announced = announcedIn(lagOptions);
  let list = listed;
  for (let poll = 0; poll < MAX_POLLS && !isComplete(list, { sought, announced }); poll += 1) {
    await options.clock.sleep(pauseBefore(poll));
    const workspace = await options.postman.workspace(options.workspace);
    list = resourcesOf(await everythingIn(workspace, { desired, options, lists: listsOf(options) }));
  }
  refuseEmpty(list, { ...lagOptions, proven, sought });
  const uids = new Set(list.map(({ uid }) => uid));
  return [...list, ...proven.filter(({ uid }) => !uids.has(uid))];
}

/** Whether a list has every recorded resource, and every announced one exactly once. */
function isComplete(
  list: readonly ListedResource[],
  { sought, announced }: Pick<Unlisted, 'sought'> & { readonly announced: readonly Announcement[] },
): boolean {
  const uids = new Set(list.map(({ uid }) => uid));
  const namesakes = ({ kind, creating }: Announcement): number =>
    list.filter((resource) => resource.kind === kind && resource.name === creating).length;
  return sought.every(({ uid }) => uids.has(uid)) && announced.every((announcement) => namesakes(announcement) === 1);
}

/** Recorded resources that exist and are not listed. */
interface Unlisted {
  /** Resources that were recorded recently and exist. */
  readonly proven: readonly ListedResource[];
  /** Resources that were recorded long ago and exist. */
  readonly sought: readonly StateEntry[];
}

async function unlisted(listed: readonly ListedResource[], { desired, state, options }: LagOptions): Promise<Unlisted> {
  const uids = new Set(listed.map((resource) => resource.uid));
  const recorded = desired.resources.flatMap(({ file }) => state.entries.get(file.path) ?? []);
  const absent = recorded.filter((entry) => !uids.has(entry.uid));
  const fetched = await mapLimited(absent, PARALLEL, async (entry) => ({
    entry,
    name: await currentName(entry, options),
  }));
  const existing = fetched.flatMap(({ entry, name }) => (name === undefined ? [] : [{ ...entry, name }]));
  const now = options.postman.serverNow();
  const proven = existing.filter(({ time }) => isFresh(time, now));
  return {
    proven: proven.map(({ kind, uid, name }) => ({ kind, uid, name })),
    sought: existing.filter((entry) => !proven.includes(entry)),
  };
}

/** Announced creations that are not recorded: of a concurrent run, or of one that was killed. */
const announcedIn = ({ desired, state, options }: LagOptions): readonly Announcement[] =>
  desired.resources.flatMap(({ file, kind }) => {
    const announcement = state.announced.get(file.path);
    const isOpen = announcement?.kind === kind && !state.entries.has(file.path);
    return isOpen && isFresh(announcement.time, options.postman.serverNow()) ? [announcement] : [];
  });

/** From this number of recorded resources on, an empty list counts as wrong. */
const SEVERAL = 2;

/**
 * Throws where lists lack all recorded resources. A wrong list is likelier than an emptied workspace, and everything
 * would be created again.
 */
function refuseEmpty(list: readonly ListedResource[], { state, options, proven, sought }: LagOptions & Unlisted): void {
  if (options.verify === 'all') return;
  const kinds = new Set(list.map(({ kind }) => kind).filter((kind) => HAS_LIST[kind]));
  const recorded = [...state.entries.values()].filter(({ kind }) => HAS_LIST[kind]);
  const missing = kinds.size === 0 && proven.length === 0 ? recorded : sought.filter(({ kind }) => !kinds.has(kind));
  if (missing.length >= SEVERAL) throw looksEmpty(missing.length);
}

const looksEmpty = (recorded: number): PostmanError =>
  new PostmanError({
    code: 'conflict',
    message: `The workspace looks empty, but ${recorded} resources are recorded: nothing was created.`,
    remedy:
      "Check that the key's user still sees these resources. If they are really gone, run once with verify: all, which fetches each of them.",
  });

/** The current name of a recorded resource; undefined where it does not exist, or this key cannot see it. */
async function currentName({ kind, uid }: StateEntry, { postman }: ObserveOptions): Promise<string | undefined> {
  try {
    return KINDS[kind].name(await postman.fetch({ kind, uid, name: uid })) ?? uid;
  } catch (error) {
    if (error instanceof PostmanError && (error.code === 'not-found' || error.code === 'forbidden')) return undefined;
    throw error;
  }
}

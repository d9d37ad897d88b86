import { PostmanError } from '../core/model/errors.ts';
import type { Uid } from '../core/model/ids.ts';
import { ProblemsError } from '../core/model/problem.ts';
import { isOlder, type ListedResource } from '../core/model/resource.ts';
import type { DesiredState } from '../core/plan/desired.ts';
import { type Identities, resolveIdentities } from '../core/plan/identity.ts';
import { mergeStates } from '../core/plan/merge-states.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import { decodeState, EMPTY_STATE, projectOf, type State } from '../core/plan/state.ts';
import { mapLimited } from './concurrency.ts';
import { readContents } from './fetch-contents.ts';
import {
  everythingIn,
  isState,
  listsOf,
  type ObserveOptions,
  PARALLEL,
  type ResourceLists,
  resourcesOf,
  withLagging,
} from './list-resources.ts';
import type { Postman, Workspace } from './ports.ts';
import { isUnchanged, readHints } from './unchanged.ts';

/**
 * Reads the workspace, with as few calls as the recorded state allows. Throws a ProblemsError when the workspace does
 * not exist.
 */
export async function observe(desired: DesiredState, options: ObserveOptions): Promise<ObservedState> {
  const workspace = await findWorkspace(options);
  const lists = listsOf(options);
  const everything = await everythingIn(workspace, { desired, options, lists });
  const state = await readOwnState(everything, options);
  const listed = await withLagging(resourcesOf(everything), { desired, state, options });
  const compared = await compareWith(listed, { desired, state, everything, options, lists, workspace });
  const twins = options.verify === 'all' ? { twins: await twinsIn(compared, { everything, options }) } : {};
  return { workspace: { id: workspace.id, name: workspace.name }, state, ...compared, ...twins };
}

/** Unmanaged resources with the name and kind of a managed one. Two concurrent runs may have created both. */
async function twinsIn(
  { matches, listed }: Pick<ObservedState, 'matches' | 'listed'>,
  { everything, options }: Pick<IdentifyOptions, 'everything' | 'options'>,
): Promise<NonNullable<ObservedState['twins']>> {
  const managed = new Set([...matches.values()].map(({ uid }) => uid));
  const twinsOf = ({ kind, name }: ListedResource): readonly ListedResource[] =>
    listed.filter((candidate) => candidate.kind === kind && candidate.name === name && !managed.has(candidate.uid));
  const found = [...matches].filter(([, match]) => twinsOf(match).length > 0);
  if (found.length === 0) return new Map();
  const taken = await readTakenIn(everything, options);
  return new Map(found.map(([path, match]) => [path, twinsOf(match).filter(({ uid }) => !taken.has(uid))]));
}

interface MatchOptions extends Omit<IdentifyOptions, 'listed'> {
  readonly desired: DesiredState;
  readonly lists: ResourceLists;
  readonly workspace: { readonly name: string };
}

/**
 * Matches files with resources, and downloads resources that may have changed. Starts over without resources that
 * prove to be deleted.
 */
async function compareWith(
  listed: readonly ListedResource[],
  { desired, state, everything, options, lists, workspace }: MatchOptions,
): Promise<Omit<ObservedState, 'workspace' | 'state'>> {
  const identities = await identify(desired, { listed, state, everything, options });
  const { matches } = identities;
  const hints = await readHints({ matches, desired, state, options, lists });
  const doubtful = [...matches].filter(
    ([path, match]) => !isUnchanged(desired, { path, match, state, matches, hints, options }),
  );
  const read = await readContents(
    doubtful.map(([, match]) => match),
    { ...options, workspace },
  );
  if (read.gone.size === 0) return { ...identities, listed, contents: read.contents, unread: read.unread };
  const there = listed.filter(({ uid }) => !read.gone.has(uid));
  return compareWith(there, { desired, state, everything, options, lists, workspace });
}

/** Checks that the workspace exists. Other endpoints list a wrong id as an empty workspace. */
async function findWorkspace({ postman, workspace }: ObserveOptions): Promise<Workspace> {
  try {
    return await postman.workspace(workspace);
  } catch (error) {
    if (!(error instanceof PostmanError && error.code === 'not-found')) throw error;
    const seen = await postman.workspaces();
    const names = seen.slice(0, 20).map(({ id, name }) => `${name} (${id})`);
    throw new ProblemsError([
      {
        code: 'workspace-not-found',
        message: `workspace: there is no workspace ${workspace} that this key can see`,
        remedy:
          names.length > 0
            ? `Set workspace to one that the key can see: ${names.join(', ')}.`
            : 'The key can see no workspace at all: check which user it belongs to.',
      },
    ]);
  }
}

/**
 * The state of this project, merged from all environments that hold it. The oldest is first, since every run writes to
 * that one.
 */
export async function readOwnState(
  everything: readonly ListedResource[],
  { postman, project }: ObserveOptions,
): Promise<State> {
  const holders = everything.filter((resource) => isState(resource) && projectOf(resource.name) === project);
  const read = await mapLimited(holders, PARALLEL, async (holder) => readState(holder, postman));
  const there = read.flatMap(({ holder, state }) => (state.uid ? [{ holder, state }] : []));
  const byAge = there.sort((a, b) => (isOlder(a.holder, b.holder) ? -1 : 1));
  return mergeStates(byAge.map(({ state }) => state));
}

/** A state, and the environment that holds it. */
interface HeldState {
  readonly holder: ListedResource;
  readonly state: State;
}

async function readState(holder: ListedResource, postman: Postman): Promise<HeldState> {
  try {
    const content = await postman.fetch(holder);
    const createdAt = typeof content.createdAt === 'string' ? { createdAt: new Date(content.createdAt) } : {};
    return { holder: { ...holder, ...createdAt }, state: decodeState(holder.uid, content) };
  } catch (error) {
    if (error instanceof PostmanError && error.code === 'not-found') return { holder, state: EMPTY_STATE };
    throw error;
  }
}

interface IdentifyOptions {
  readonly listed: readonly ListedResource[];
  readonly state: State;
  readonly everything: readonly ListedResource[];
  readonly options: ObserveOptions;
}

/**
 * Reads the states of other projects, but only where a resource would be adopted or a problem was found: another
 * project may manage it.
 */
async function identify(
  desired: DesiredState,
  { listed, state, everything, options }: IdentifyOptions,
): Promise<Identities> {
  const { mapping } = options;
  const first = resolveIdentities(desired.resources, { listed, state, mapping, taken: new Map() });
  const own = new Set([...state.entries.values()].map((entry) => entry.uid));
  const adopts = [...first.matches.values()].some((match) => !own.has(match.uid));
  if (!adopts && first.problems.length === 0) return first;
  const taken = await readTakenIn(everything, options);
  return taken.size === 0 ? first : resolveIdentities(desired.resources, { listed, state, mapping, taken });
}

/** Resources that other projects manage: uid → project. */
export async function readTaken(options: ObserveOptions): Promise<ReadonlyMap<Uid, string>> {
  const { resources } = await options.postman.workspace(options.workspace);
  return readTakenIn(resources, options);
}

async function readTakenIn(
  everything: readonly ListedResource[],
  { postman, project }: ObserveOptions,
): Promise<ReadonlyMap<Uid, string>> {
  const others = everything.filter((resource) => isState(resource) && projectOf(resource.name) !== project);
  const states = await mapLimited(others, PARALLEL, (holder) => readState(holder, postman));
  return new Map(
    states.flatMap(({ holder, state }) =>
      [...state.entries.values()].map((entry) => [entry.uid, projectOf(holder.name) ?? ''] as const),
    ),
  );
}

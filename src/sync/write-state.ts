import { PostmanError } from '../core/model/errors.ts';
import type { ListedResource } from '../core/model/resource.ts';
import type { Outcome } from '../core/plan/change.ts';
import { mergeEntries } from '../core/plan/merge-states.ts';
import { nextEntries } from '../core/plan/next-state.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import { encodeState, type State, sameEntries, stateName } from '../core/plan/state.ts';
import { createOnce } from './create.ts';
import { isFresh, type ObserveOptions } from './list-resources.ts';
import { readOwnState } from './observe.ts';
import type { Upload } from './ports.ts';
import { removeVerified, replaceVerified } from './write-with-verification.ts';

/** Whether another run has written the state since it was observed. The plan may be out of date then. */
export async function hasStateChanged(observed: ObservedState, options: ObserveOptions): Promise<boolean> {
  const now = await readAgain(observed, options);
  const paths = new Set([...now.announced.keys()].filter((path) => !observed.state.announced.has(path)));
  return paths.size > 0 || !sameEntries(now.entries, observed.state.entries);
}

/** The current state, from the environments that are known to hold it, or else from those that the workspace lists. */
async function readAgain({ state }: Pick<ObservedState, 'state'>, options: ObserveOptions): Promise<State> {
  const name = stateName(options.project);
  if (state.holders.length > 0)
    return readOwnState(
      state.holders.map((uid) => ({ kind: 'environment' as const, uid, name })),
      options,
    );
  return readOwnState((await options.postman.workspace(options.workspace)).resources, options);
}

interface RecordOptions {
  readonly outcomes: readonly Outcome[];
  readonly commit: string | undefined;
  readonly options: ObserveOptions;
}

/** Most writes of the state while other runs write it, too. */
const MOST_STATE_WRITES = 3;

/** Longest time that another run needs between its read and its write of the state. */
const SETTLE_MS = 300;

/**
 * Writes the state after an apply, if it has changed. The state is read again just before, so that entries of
 * concurrent runs stay. If another run wrote meanwhile, the state is also read after the write, since that run may
 * have overwritten it. Throws a PostmanError.
 */
export async function recordState(
  observed: ObservedState,
  { outcomes, commit, options }: RecordOptions,
): Promise<void> {
  const { state } = observed;
  const entries = nextEntries(observed, { outcomes, commit, now: options.postman.serverNow() });
  // A new time alone is a change, too: with the older time, every run would download the resource.
  const wrote = outcomes.some(({ status }) => status === 'applied');
  const isKept = sameEntries(entries, state.entries) && state.unreadable === 0 && state.announced.size === 0;
  if ((!wrote && isKept) || (entries.size === 0 && !state.uid)) return;
  let theirs = await readUnlessLast(observed, options);
  for (let tries = 1; ; tries += 1) {
    const next = { ...theirs, entries: mergeEntries({ base: state.entries, ours: entries, theirs: theirs.entries }) };
    const written = await writeState(next, { announced: outcomes, options });
    if (tries === MOST_STATE_WRITES || sameEntries(theirs.entries, state.entries)) return;
    await options.clock.sleep(SETTLE_MS);
    theirs = await readUnlessLast({ state: written }, options);
    if (sameEntries(theirs.entries, next.entries)) return;
  }
}

/** Reads the state, unless the quota has only the call for the write left, or the run was stopped. */
async function readUnlessLast({ state }: Pick<ObservedState, 'state'>, options: ObserveOptions): Promise<State> {
  const left = options.postman.use().limits.month?.remaining ?? Number.POSITIVE_INFINITY;
  if (left <= 1) return state;
  try {
    return await readAgain({ state }, options);
  } catch (error) {
    if (error instanceof PostmanError) return state;
    throw error;
  }
}

/** Writes the state to its first environment, and deletes the others, which are merged into it. */
async function writeState(
  state: State,
  { announced, options }: { readonly announced: readonly Outcome[]; readonly options: ObserveOptions },
): Promise<State> {
  const { project, postman } = options;
  const done = new Set(announced.map(({ change }) => ('after' in change ? change.after.file.path : change.path)));
  const others = [...state.announced].filter(
    ([path, { time }]) => !done.has(path) && !state.entries.has(path) && isFresh(time, postman.serverNow()),
  );
  const next = { ...state, announced: new Map(others) };
  const uploaded = await upload(next, options);
  const [uid, ...rest] = [uploaded, ...state.holders.filter((holder) => holder !== uploaded)];
  for (const holder of rest)
    await removeVerified({ kind: 'environment', uid: holder, name: stateName(project) }, options).catch(unlessDefect);
  return { ...next, uid, holders: [uid] };
}

/** The uid of the environment that holds the state. */
async function upload(state: State, options: ObserveOptions): Promise<NonNullable<State['uid']>> {
  const made = uploadOf(state, options);
  if (!state.uid) return createOnce(made, { ...options, known: new Set() });
  try {
    await replaceVerified(made, state.uid, options);
    return state.uid;
  } catch (error) {
    if (!(error instanceof PostmanError && error.code === 'not-found')) throw error;
    return createOnce(made, { ...options, known: new Set([state.uid]) });
  }
}

/** The environment that stores the state. */
export const uploadOf = (state: Pick<State, 'entries' | 'announced'>, { project }: ObserveOptions): Upload => ({
  kind: 'environment',
  name: stateName(project),
  content: encodeState(project, state),
  isRecord: true,
});

/** The state is written at this point. The next run retries a failed deletion. */
function unlessDefect(error: unknown): void {
  if (!(error instanceof PostmanError)) throw error;
}

/** The environments that hold a state of this project, as the workspace's lists show them. */
export const holdersIn = (list: readonly ListedResource[], project: string): readonly ListedResource[] =>
  list.filter(({ kind, name }) => kind === 'environment' && name === stateName(project));

import type { Outcome } from '../core/change.ts';
import type { Uid } from '../core/ids.ts';
import { nextEntries } from '../core/next-state.ts';
import type { ObservedState } from '../core/observed.ts';
import type { ListedResource } from '../core/resource.ts';
import { encodeState, sameEntries, stateName } from '../core/state.ts';
import { createOnce } from './create.ts';
import type { ObserveOptions } from './listing.ts';
import { readOwnState } from './observe.ts';
import { pauseBefore } from './patience.ts';

/** Whether another run has written the state since it was observed: then the plan may be out of date. */
export async function stateMoved(observed: ObservedState, options: ObserveOptions): Promise<boolean> {
  const { state } = observed;
  const holders = state.uid
    ? [{ kind: 'environment' as const, uid: state.uid, name: stateName(options.project) }]
    : (await options.postman.workspace(options.workspace)).resources;
  const now = await readOwnState(holders, options);
  return !sameEntries(now.entries, state.entries);
}

/** Writes the state after an apply, if it says something new. Throws a PostmanError when it cannot. */
export async function recordState(
  observed: ObservedState,
  {
    outcomes,
    commit,
    options,
  }: { readonly outcomes: readonly Outcome[]; readonly commit: string | undefined; readonly options: ObserveOptions },
): Promise<void> {
  const { postman, project } = options;
  const { state } = observed;
  const entries = nextEntries(observed, { outcomes, commit, now: postman.serverNow() });
  if (sameEntries(entries, state.entries) && state.unreadable === 0) return;
  if (entries.size === 0 && !state.uid) return;
  const upload = { kind: 'environment' as const, name: stateName(project), content: encodeState(project, entries) };
  if (state.uid) return postman.replace(upload, state.uid);
  const uid = await createOnce(upload, { ...options, known: new Set(observed.listed.map((one) => one.uid)) });
  await untilListed(uid, options);
}

/** Looks for a new state before giving up on a list that lags. */
const LOOKS = 8;

/** A run that did not see the first state would take itself for the first one, and create everything again. */
async function untilListed(uid: Uid, { postman, clock, workspace }: ObserveOptions): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const seen = (list: readonly ListedResource[]): boolean => list.some((one) => one.uid === uid);
    if (seen((await postman.workspace(workspace)).resources)) return;
    if (seen(await postman.list('environment', workspace))) return;
    await clock.sleep(pauseBefore(look));
  }
}

import { PostmanError } from '../core/model/errors.ts';
import type { Uid } from '../core/model/ids.ts';
import type { Notice } from '../core/model/notice.ts';
import type { ListedResource } from '../core/model/resource.ts';
import type { Outcome } from '../core/plan/change.ts';
import { nextEntries } from '../core/plan/next-state.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import { encodeState, sameEntries, stateName } from '../core/plan/state.ts';
import { createOnce } from './create.ts';
import type { ObserveOptions } from './list-resources.ts';
import { readOwnState } from './observe.ts';
import { MAX_POLLS, pauseBefore } from './polling.ts';
import { replaceVerified } from './write-with-verification.ts';

/** Whether another run has written the state since it was observed. The plan may be out of date then. */
export async function stateMoved(observed: ObservedState, options: ObserveOptions): Promise<boolean> {
  const { state } = observed;
  const name = stateName(options.project);
  const holders =
    state.holders.length > 0
      ? state.holders.map((uid) => ({ kind: 'environment' as const, uid, name }))
      : (await options.postman.workspace(options.workspace)).resources;
  const now = await readOwnState(holders, options);
  return !sameEntries(now.entries, state.entries);
}

/** Writes the state after an apply, where it has changed. Throws a PostmanError. */
export async function recordState(
  observed: ObservedState,
  {
    outcomes,
    commit,
    options,
  }: { readonly outcomes: readonly Outcome[]; readonly commit: string | undefined; readonly options: ObserveOptions },
): Promise<readonly Notice[]> {
  const { postman, project } = options;
  const { state } = observed;
  const entries = nextEntries(observed, { outcomes, commit, now: postman.serverNow() });
  // The time of a write counts, too: with an older time, every run would download the resource.
  const wrote = outcomes.some(({ status }) => status === 'applied');
  if (!wrote && sameEntries(entries, state.entries) && state.unreadable === 0) return [];
  if (entries.size === 0 && !state.uid) return [];
  const content = encodeState(project, entries);
  const upload = { kind: 'environment' as const, name: stateName(project), content, isRecord: true };
  if (state.uid) {
    await replaceVerified(upload, state.uid, options);
    return [];
  }
  const uid = await createOnce(upload, { ...options, known: new Set(observed.listed.map((resource) => resource.uid)) });
  return (await isListed(uid, options).catch(unlessDefect)) ? [] : [NOT_LISTED];
}

/** The state is written. A failed look for it, for example for lack of quota, changes nothing about that. */
function unlessDefect(error: unknown): true {
  if (error instanceof PostmanError) return true;
  throw error;
}

const NOT_LISTED: Notice = {
  level: 'warning',
  message:
    'Postman does not list the state of this project yet: a run that begins before it does would create everything again. Wait a few minutes before the next apply.',
};

/** Polls until a list names a new state: a run that cannot see it would create everything again. */
async function isListed(uid: Uid, { postman, clock, workspace }: ObserveOptions): Promise<boolean> {
  for (let look = 0; look < MAX_POLLS; look += 1) {
    const seen = (list: readonly ListedResource[]): boolean => list.some((resource) => resource.uid === uid);
    if (seen((await postman.workspace(workspace)).resources)) return true;
    if (seen(await postman.list('environment', workspace))) return true;
    await clock.sleep(pauseBefore(look));
  }
  return false;
}

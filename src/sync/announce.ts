import { PostmanError } from '../core/model/errors.ts';
import type { Uid } from '../core/model/ids.ts';
import { isOlder } from '../core/model/resource.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Announcement } from '../core/plan/state.ts';
import { createOnce } from './create.ts';
import type { ObserveOptions } from './list-resources.ts';
import { pauseBefore } from './polling.ts';
import { hasStateChanged, holdersIn, uploadOf } from './write-state.ts';
import { removeVerified, replaceVerified } from './write-with-verification.ts';

interface AnnounceOptions {
  readonly plan: Plan;
  readonly options: ObserveOptions;
  /** Whether the state was read just before, so that no second read is needed. */
  readonly isFresh: boolean;
}

/**
 * Records in the state which resources are about to be created. A later or concurrent run waits until those names
 * appear in Postman's lists, which may lag, and so creates nothing twice, even after this run was killed.
 * `state-changed`: another run has written the state, so the plan is out of date.
 */
export async function announce(
  observed: ObservedState,
  { plan, options, isFresh }: AnnounceOptions,
): Promise<ObservedState | 'state-changed'> {
  const { state } = observed;
  const announced = announcementsOf(plan, options.postman.serverNow());
  if (announced.size === 0) return observed;
  if (!isFresh && (await hasStateChanged(observed, options))) return 'state-changed';
  const next = { ...state, announced: new Map([...state.announced, ...announced]) };
  const upload = { ...uploadOf(next, options), isRecord: false };
  if (state.uid) {
    await replaceVerified(upload, state.uid, options);
    return { ...observed, state: next };
  }
  const uid = await createOnce(upload, { ...options, known: new Set() });
  const isFirst = await isFirstHolder(uid, options);
  return isFirst ? { ...observed, state: { ...next, uid, holders: [uid] } } : 'state-changed';
}

const announcementsOf = ({ changes }: Plan, time: Date): ReadonlyMap<string, Announcement> =>
  new Map(
    changes.flatMap((change) => {
      if (change.action !== 'create') return [];
      const { kind, name, file } = change.after;
      return [[file.path, { kind, creating: name, time }] as const];
    }),
  );

/** Most polls for a new state in Postman's lists: almost a minute. */
const MAX_STATE_POLLS = 30;

/**
 * Polls until a list shows the new state: a run that cannot see it would create everything again. Where another run
 * created a state earlier, this one is deleted. Of two concurrent runs, the later one sees both states, since each
 * polls after its write.
 */
async function isFirstHolder(uid: Uid, options: ObserveOptions): Promise<boolean> {
  const { postman, clock, workspace, project } = options;
  for (let poll = 0; poll < MAX_STATE_POLLS; poll += 1) {
    const listed = holdersIn(await postman.list('environment', workspace), project);
    const holders = listed.length > 0 ? listed : holdersIn((await postman.workspace(workspace)).resources, project);
    const own = holders.find((holder) => holder.uid === uid);
    if (holders.some((holder) => holder.uid !== uid && (!own || isOlder(holder, own)))) {
      await takeBack(uid, options);
      return false;
    }
    if (own) return true;
    await clock.sleep(pauseBefore(poll));
  }
  await takeBack(uid, options);
  throw NOT_LISTED;
}

const takeBack = (uid: Uid, options: ObserveOptions): Promise<void> =>
  removeVerified({ kind: 'environment', uid, name: uploadOf(EMPTY, options).name }, options);

const EMPTY = { entries: new Map(), announced: new Map() };

const NOT_LISTED = new PostmanError({
  code: 'unavailable',
  message:
    'The state of this project was created a minute ago, and Postman does not list it yet. Nothing else was created: a run that cannot see the state would create everything again.',
  remedy: 'Wait a few minutes, and run it again.',
});

import { endsAllCalls, OutsideError, PostmanError } from '../core/model/errors.ts';
import { type Account, quotaOf } from '../core/model/limits.ts';
import type { Notice } from '../core/model/notice.ts';
import { quotaRefusal } from '../core/plan/budget.ts';
import { isDrifted, kindOf, nameOf, type Outcome } from '../core/plan/change.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import type { Plan } from '../core/plan/plan.ts';
import { reportPlan } from '../core/report/report-plan.ts';
import { failedStep, NOTHING, type SyncResult } from '../core/report/results.ts';
import type { Settings } from '../settings/settings.ts';
import { announce } from './announce.ts';
import { type Applied, applyPlan, skipAll } from './apply.ts';
import { keptBackups } from './kept-backups.ts';
import { KEPT_MOVING, type SyncStepOptions } from './make-plan.ts';
import type { Postman } from './ports.ts';
import { recordState } from './write-state.ts';

/** Another run has written the state since the plan was made. */
export const MOVED: SyncResult = failedStep(KEPT_MOVING);

interface RecordedApplyOptions extends SyncStepOptions {
  readonly observed: ObservedState;
  /** Epoch milliseconds of the observation. */
  readonly observedAt: number;
  readonly plan: Plan;
}

/**
 * Applies a plan and records what was applied. Skips all changes where the plan is declined, or drift or the quota
 * forbids it.
 */
export async function applyAndRecord(settings: Settings, applying: RecordedApplyOptions): Promise<SyncResult> {
  const { plan, postman, repository } = applying;
  if (settings.sync.onDrift === 'fail' && plan.changes.some(isDrifted))
    return { ...NOTHING, outcomes: skipAll(plan, 'drift') };
  const monitors = repository.monitors.length;
  const account = await accountFor(plan, { postman, monitors });
  const known = account ? { account } : {};
  const quota = quotaOf({ limits: postman.use().limits, usage: account?.usage ?? [] });
  const refusal = (calls: number): PostmanError | undefined =>
    quotaRefusal({ writes: Math.max(0, calls - LOOKED), monitors }, quota, settings.sync);
  const refused = refusal(plan.cost - plan.readBack.size);
  if (refused) return { ...failedStep(refused), ...known, outcomes: skipAll(plan, 'quota') };
  if (plan.cost > 0 && !(await isApproved(applying)))
    return { ...failedStep(DECLINED), ...known, outcomes: skipAll(plan, 'declined') };
  const affordable = refusal(plan.cost) === undefined ? plan : { ...plan, readBack: new Set<string>() };
  const written = await writeAll(settings, { ...applying, plan: affordable });
  return written === MOVED ? MOVED : { ...written, ...known };
}

/** Shows the plan before the first write, and asks for approval on a terminal. */
const isApproved = async ({
  plan,
  observed: { workspace },
  ports: { review },
}: RecordedApplyOptions): Promise<boolean> =>
  review === undefined || (await review({ workspace, plan: reportPlan(plan) }));

const DECLINED = new OutsideError('sync', {
  message: 'Nothing was applied: the plan was declined.',
  remedy: 'Answer with yes to apply it; --yes applies it without asking.',
});

/** Announces creations, applies the plan, and records the outcome, also after a stop. */
async function writeAll(
  settings: Settings,
  { plan, options, ports, ...applying }: RecordedApplyOptions,
): Promise<SyncResult> {
  const isFresh = ports.clock.now() - applying.observedAt < FRESH_MS;
  const observed = await announce(applying.observed, { plan, options, isFresh }).catch(asPostmanError);
  if (observed === 'moved') return MOVED;
  if (observed instanceof PostmanError) return { ...failedStep(observed), outcomes: skipAll(plan, 'earlier-failure') };
  const { outcomes, notices, backups } = await applyAll(settings, { plan, options, ports, ...applying, observed });
  try {
    await recordState(observed, { outcomes, commit: settings.commit, options });
    const left = outcomes.filter((outcome) => outcome.status === 'skipped' && outcome.reason === 'stopped').length;
    return { outcomes, notices, backups, errors: left > 0 ? [stopped(left, outcomes)] : [] };
  } catch (error) {
    const wrote = outcomes.some(({ status }) => status === 'applied');
    return { outcomes, notices: [...notices, ...(wrote ? [UNRECORDED] : [])], backups, errors: [error] };
  }
}

/** For this time after its read, the state is not read again before the first write. */
const FRESH_MS = 10_000;

function asPostmanError(error: unknown): PostmanError {
  if (error instanceof PostmanError) return error;
  throw error;
}

/** Applies the changes. The notices name the backups. */
async function applyAll(
  settings: Settings,
  { plan, options, ports, observed, observedAt }: RecordedApplyOptions,
): Promise<Applied & { readonly backups: readonly string[] }> {
  const { backups, signal } = ports;
  const { onDrift } = settings.sync;
  const kept = keptBackups(backups);
  const overwrites = plan.changes.filter(({ action }) => action === 'delete' || onDrift === 'overwrite');
  const stop = signal ? { signal } : {};
  const writing = { ...options, ...stop, backups: kept.backups, observedAt, onDrift, settlesTwins: true };
  const { outcomes, notices } = await applyPlan(plan, { observed, options: writing });
  return {
    outcomes,
    notices: [...kept.notices(overwrites, observed.state), ...outcomes.flatMap(rewriteNotices), ...notices],
    backups: kept.paths(),
  };
}

/** Reported once. From then on, Postman's form counts as what was sent. */
function rewriteNotices(outcome: Outcome): readonly Notice[] {
  const { change } = outcome;
  const { length } = (outcome.status === 'applied' && outcome.rewritten) || [];
  if (length === 0) return [];
  const what = `${kindOf(change)} "${nameOf(change)}"`;
  const message = `Postman normalized the ${what} (${length === 1 ? '1 difference' : `${length} differences`} from the file). The stored form is recorded and does not count as drift.`;
  return [{ level: 'notice', message }];
}

const stopped = (left: number, outcomes: readonly Outcome[]): OutsideError =>
  new OutsideError('sync', {
    message: `The run was stopped from outside: ${left} of ${outcomes.filter(isWrite).length} changes were not begun.`,
    remedy: 'Run it again: it applies the remaining changes.',
  });

const isWrite = ({ change }: Outcome): boolean => change.action !== 'none';

const UNRECORDED: Notice = {
  level: 'warning',
  message:
    'The applied changes could not be recorded in the workspace. The next apply finds these resources by their names.',
};

/** Calls of a plan's cost that are already made: the second read of the state. */
const LOOKED = 1;

/** From this number of changes on, reading the quota is worth a call. */
const MANY = 20;

/**
 * The answer of `GET /me`, for the remaining monthly quota where no header has told it. A few plain updates skip that
 * call: it would spend the quota it protects.
 */
async function accountFor(
  plan: Plan,
  { postman, monitors }: { readonly postman: Postman; readonly monitors: number },
): Promise<Account | undefined> {
  const steps = plan.changes.filter(({ action }) => action !== 'none').length + monitors;
  const worthIt = monitors > 0 || steps >= MANY || plan.changes.some(({ action }) => action === 'create');
  if (postman.use().limits.month || steps < 2 || !worthIt) return undefined;
  try {
    return await postman.me();
  } catch (error) {
    if (!(error instanceof PostmanError) || endsAllCalls(error)) throw error;
    return undefined;
  }
}

import { plural } from '../core/lib/text.ts';
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
import { type ApplyResult, applyPlan, skipAll } from './apply.ts';
import { keptBackups } from './kept-backups.ts';
import { STATE_KEPT_CHANGING, type SyncStepOptions } from './make-plan.ts';
import type { Postman } from './ports.ts';
import { recordState } from './write-state.ts';

/** The result where another run has written the state since the plan was made: the caller plans again. */
export const STATE_CHANGED: SyncResult = failedStep(STATE_KEPT_CHANGING);

interface RecordedApplyOptions extends SyncStepOptions {
  readonly observed: ObservedState;
  /** Epoch milliseconds of the observation. */
  readonly observedAt: number;
  readonly plan: Plan;
}

/**
 * Applies a plan and records what was applied. Skips all changes if the plan is declined, or if drift or the quota
 * forbids them.
 */
export async function applyAndRecord(settings: Settings, step: RecordedApplyOptions): Promise<SyncResult> {
  const { plan, postman, repository } = step;
  if (settings.sync.onDrift === 'fail' && plan.changes.some(isDrifted))
    return { ...NOTHING, outcomes: skipAll(plan, 'drift') };
  const monitors = repository.monitors.length;
  const account = await accountFor(plan, { postman, monitors });
  const known = account ? { account } : {};
  const quota = quotaOf({ limits: postman.use().limits, usage: account?.usage ?? [] });
  const refusal = (calls: number): PostmanError | undefined =>
    quotaRefusal({ writes: Math.max(0, calls - STATE_READS), monitors }, quota, settings.sync);
  const refused = refusal(plan.cost - plan.readBack.size);
  if (refused) return { ...failedStep(refused), ...known, outcomes: skipAll(plan, 'quota') };
  if (plan.cost > 0 && !(await isApproved(step)))
    return { ...failedStep(DECLINED), ...known, outcomes: skipAll(plan, 'declined') };
  // With little quota left, the reads that follow a write are left out.
  const affordable = refusal(plan.cost) === undefined ? plan : { ...plan, readBack: new Set<string>() };
  const written = await writeAll(settings, { ...step, plan: affordable });
  return written === STATE_CHANGED ? STATE_CHANGED : { ...written, ...known };
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
async function writeAll(settings: Settings, step: RecordedApplyOptions): Promise<SyncResult> {
  const { plan, options, ports } = step;
  const isFresh = ports.clock.now() - step.observedAt < FRESH_MS;
  const observed = await announce(step.observed, { plan, options, isFresh }).catch(asPostmanError);
  if (observed === 'state-changed') return STATE_CHANGED;
  if (observed instanceof PostmanError) return { ...failedStep(observed), outcomes: skipAll(plan, 'earlier-failure') };
  const { outcomes, notices, backups } = await applyAll(settings, { ...step, observed });
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
): Promise<ApplyResult & { readonly backups: readonly string[] }> {
  const { backups, signal } = ports;
  const { onDrift } = settings.sync;
  const kept = keptBackups(backups);
  const overwrites = plan.changes.filter(({ action }) => action === 'delete' || onDrift === 'overwrite');
  const stop = signal ? { signal } : {};
  const applyOptions = { ...options, ...stop, backups: kept.backups, observedAt, onDrift, settlesTwins: true };
  const { outcomes, notices } = await applyPlan(plan, { observed, options: applyOptions });
  return {
    outcomes,
    notices: [...kept.notices(overwrites, observed.state), ...outcomes.flatMap(rewriteNotices), ...notices],
    backups: kept.paths(),
  };
}

/** Tells that Postman stored another form than was sent. Reported once: the stored form is recorded as the sent one. */
function rewriteNotices(outcome: Outcome): readonly Notice[] {
  const { change } = outcome;
  const { length } = (outcome.status === 'applied' && outcome.rewritten) || [];
  if (length === 0) return [];
  const what = `${kindOf(change)} "${nameOf(change)}"`;
  const message = `Postman normalized the ${what} (${plural(length, 'difference')} from the file). The stored form is recorded and does not count as drift.`;
  return [{ level: 'notice', message }];
}

const stopped = (left: number, outcomes: readonly Outcome[]): OutsideError =>
  new OutsideError('sync', {
    message: `The run was stopped from outside: ${left} of ${outcomes.filter(isWrite).length} changes were not started.`,
    remedy: 'Run it again: it applies the remaining changes.',
  });

const isWrite = ({ change }: Outcome): boolean => change.action !== 'none';

const UNRECORDED: Notice = {
  level: 'warning',
  message:
    'The applied changes could not be recorded in the workspace. The next apply finds these resources by their names.',
};

/** The second read of the state: a call that is part of a plan's cost and has been made already. */
const STATE_READS = 1;

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

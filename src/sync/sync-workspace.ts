import { endsAllCalls, OutsideError, PostmanError } from '../core/model/errors.ts';
import { type Quota, quotaOf } from '../core/model/limits.ts';
import type { Notice } from '../core/model/notice.ts';
import { ProblemsError } from '../core/model/problem.ts';
import { quotaRefusal } from '../core/plan/budget.ts';
import { isDrifted, type Outcome } from '../core/plan/change.ts';
import type { DesiredState } from '../core/plan/desired.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import { type Plan, planSync } from '../core/plan/plan.ts';
import type { State } from '../core/plan/state.ts';
import type { Report } from '../core/report/report.ts';
import type { Settings } from '../settings/settings.ts';
import { applyPlan, skipAll } from './apply.ts';
import type { Course } from './course.ts';
import { scanForCredentials, withoutCredentials } from './credentials.ts';
import type { ObserveOptions } from './list-resources.ts';
import { observe } from './observe.ts';
import type { Material, Postman } from './ports.ts';
import { readUsage } from './usage.ts';
import { recordState, stateMoved } from './write-state.ts';

/** What a sync is about. */
export interface Syncing extends Course {
  readonly desired: DesiredState;
  readonly material: Material;
  readonly postman: Postman;
  /** How many are to be run after it. */
  readonly monitors: number;
}

/** Observes, plans and, for `apply`, applies and records. What fails at Postman does not keep the suites from running: they need only the files. */
export async function syncWorkspace(settings: Settings, syncing: Syncing): Promise<void> {
  const { draft } = syncing;
  try {
    await refuseCredentials(settings, syncing);
    const options = observeOptions(settings, syncing);
    const { observed, plan } = await observeAndPlan(settings, { ...syncing, options });
    if (plan.problems.length > 0) throw new ProblemsError(plan.problems);
    if (settings.command === 'apply') await applyAndRecord(settings, { ...syncing, options, observed, plan });
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    draft.thrown.push(error);
  }
}

/** Before the first call: what has been sent once is out of the team's hands. */
async function refuseCredentials(settings: Settings, { desired, draft, ports }: Syncing): Promise<void> {
  const { problems, notices } = await scanForCredentials(desired, { scanner: ports.scanner, policy: settings.sync });
  draft.notices = [...draft.notices, ...notices];
  if (problems.length > 0) throw new ProblemsError(problems);
}

function observeOptions(settings: Settings, { ports, postman, material }: Syncing): ObserveOptions {
  const { workspace, project, sync: policy } = settings;
  if (workspace === undefined) throw new Error('Settings without a workspace do not reach the sync.');
  return { postman, clock: ports.clock, workspace, project, verify: policy.verify, mapping: material.mapping };
}

interface Observing extends Syncing {
  readonly options: ObserveOptions;
}

/** How often to start over when other runs keep writing the state. */
const TRIES = 3;

/** Another run may have written since this one looked: then look and plan again, before the first write. */
async function observeAndPlan(
  settings: Settings,
  { desired, draft, options, ports }: Observing,
): Promise<{ observed: ObservedState; plan: Plan }> {
  for (let tries = 1; ; tries += 1) {
    const observed = await observe(desired, options);
    const plan = await withoutCredentials(planSync(desired, observed, settings.sync), ports.scanner);
    Object.assign(draft, { workspace: observed.workspace, plan });
    const writes = settings.command === 'apply' && plan.cost > 0 && plan.problems.length === 0;
    if (!writes || !(await stateMoved(observed, options))) {
      draft.notices = [...draft.notices, ...plan.notices, ...stateNotices(observed)];
      return { observed, plan };
    }
    if (tries === TRIES) throw KEPT_MOVING;
  }
}

const KEPT_MOVING = new PostmanError({
  code: 'conflict',
  message: 'Other runs of this project kept changing its state; nothing was written.',
  remedy: 'Let them finish, and run it again; a concurrency group in the workflow keeps runs from racing each other.',
});

function stateNotices({ state }: ObservedState): Report['notices'] {
  return [
    ...(state.unreadable > 0 ? [unreadable(state)] : []),
    ...(state.holders.length > 1 ? [severalHolders(state)] : []),
  ];
}

/** Two first applies that raced each other have each made one. */
function severalHolders({ holders: [kept, ...others] }: State): Notice {
  const message = `The workspace holds ${others.length + 1} states of this project; they are read as one, and written to ${kept}. Delete the others in Postman (${others.join(', ')}), and look for resources that exist twice.`;
  return { level: 'warning', message };
}

function unreadable(state: State): Notice {
  const message = `The recorded state could not be read in ${state.unreadable} place(s): it is rebuilt by comparing with what is in Postman.`;
  return { level: 'warning', message };
}

interface Applying extends Observing {
  readonly observed: ObservedState;
  readonly plan: Plan;
}

async function applyAndRecord(
  settings: Settings,
  { plan, observed, options, draft, ports, postman, monitors }: Applying,
): Promise<void> {
  if (settings.sync.onDrift === 'fail' && plan.changes.some(isDrifted)) {
    draft.outcomes = skipAll(plan, 'drift');
    return;
  }
  const cost = { writes: Math.max(0, plan.cost - LOOKED), monitors };
  const refused = quotaRefusal(cost, await knownQuota(plan, { draft, postman, monitors }), settings.sync);
  if (refused) {
    draft.outcomes = skipAll(plan, 'quota');
    throw refused;
  }
  const { backups, signal } = ports;
  const outcomes = await applyPlan(plan, { observed, options: { ...options, backups, ...(signal ? { signal } : {}) } });
  draft.outcomes = outcomes;
  try {
    const notices = await recordState(observed, { outcomes, commit: settings.commit, options });
    draft.notices = [...draft.notices, ...notices];
  } catch (error) {
    if (outcomes.some(({ status }) => status === 'applied')) draft.notices = [...draft.notices, UNRECORDED];
    throw error;
  }
  const left = outcomes.filter((outcome) => outcome.status === 'skipped' && outcome.reason === 'stopped').length;
  if (left > 0) throw stopped(left, outcomes);
}

/** What was written is recorded all the same. */
const stopped = (left: number, outcomes: readonly Outcome[]): OutsideError =>
  new OutsideError('sync', {
    message: `The run was stopped from outside: ${left} of ${outcomes.filter(isWrite).length} changes were not begun.`,
    remedy: 'Run it again: it does the rest.',
  });

const isWrite = ({ change }: Outcome): boolean => change.action !== 'none';

const UNRECORDED: Notice = {
  level: 'warning',
  message: 'What was applied could not be recorded in the workspace: the next apply finds it by its names.',
};

/** Of a plan's cost, the second look at the state lies behind it by now. */
const LOOKED = 1;

/** From so many changes on the question is worth a call beyond the two of each. */
const MANY = 20;

/** The month's calls; from `GET /me` where the headers are silent and more than one thing is to be done, so that it could end half-way. A few updates alone leave no call for it. */
async function knownQuota(
  plan: Plan,
  { draft, postman, monitors }: Pick<Syncing, 'draft' | 'postman' | 'monitors'>,
): Promise<Quota | undefined> {
  const { limits } = postman.use();
  const steps = plan.changes.filter(({ action }) => action !== 'none').length + monitors;
  const spare = monitors > 0 || steps >= MANY || plan.changes.some(({ action }) => action === 'create');
  if (limits.month || steps < 2 || !spare) return quotaOf({ limits, usage: [] });
  try {
    return quotaOf({ limits, usage: await readUsage(draft, postman) });
  } catch (error) {
    if (!(error instanceof PostmanError) || endsAllCalls(error)) throw error;
    return undefined;
  }
}

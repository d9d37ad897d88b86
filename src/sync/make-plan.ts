import { plural } from '../core/lib/text.ts';
import { PostmanError } from '../core/model/errors.ts';
import type { Notice } from '../core/model/notice.ts';
import { ProblemsError } from '../core/model/problem.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import { planSync } from '../core/plan/plan.ts';
import type { State } from '../core/plan/state.ts';
import { failedStep, type SyncResult } from '../core/report/results.ts';
import type { Settings } from '../settings/settings.ts';
import { withoutCredentials } from './credentials.ts';
import type { ObserveOptions } from './list-resources.ts';
import { observe } from './observe.ts';
import type { Ports, Postman } from './ports.ts';
import { withBases } from './read-bases.ts';
import type { Repository } from './read-repository.ts';
import { hasStateChanged } from './write-state.ts';

/** What a sync compares, and its ports. */
export interface SyncOptions {
  readonly repository: Repository;
  readonly ports: Ports;
}

/** Options that all steps of a sync use. */
export interface SyncStepOptions extends SyncOptions {
  readonly postman: Postman;
  readonly options: ObserveOptions;
}

/** Most attempts while other runs keep writing the state. */
export const MOST_ROUNDS = 5;

/** A plan with what it was made from; without a plan where observing failed. */
export type Planned = Omit<SyncResult, 'outcomes'> & {
  readonly observed?: ObservedState;
  readonly observedAt?: number;
};

/** Observes and plans; starts over where another run has written the state before the first write of this one. */
export async function observeAndPlan(
  settings: Settings,
  { repository: { desired }, options, ports }: SyncStepOptions,
): Promise<Planned> {
  const { history } = ports;
  for (let tries = 1; ; tries += 1) {
    const observedAt = ports.clock.now();
    const found = await observe(desired, options);
    const observed = settings.sync.onDrift === 'merge' ? await withBases(found, { desired, history }) : found;
    const plan = await withoutCredentials(planSync(desired, observed, settings.sync), ports.scanner);
    const planned = { workspace: observed.workspace, plan, observed, observedAt };
    const notices = [...plan.notices, ...stateNotices(observed)];
    if (plan.problems.length > 0) return { ...planned, notices, errors: [new ProblemsError(plan.problems)] };
    try {
      const writes = settings.command === 'apply' && plan.cost > 0;
      if (!writes || !(await hasStateChanged(observed, options))) return { ...planned, notices, errors: [] };
      if (tries === MOST_ROUNDS) throw STATE_KEPT_CHANGING;
    } catch (error) {
      return { ...planned, ...failedStep(error) };
    }
  }
}

/** Other runs wrote the state between every read and the first write of this run. */
export const STATE_KEPT_CHANGING = new PostmanError({
  code: 'conflict',
  message: 'Other runs of this project kept changing its state; nothing was written.',
  remedy: 'Let them finish, and run it again. A concurrency group in the workflow prevents concurrent runs.',
});

function stateNotices({ state }: ObservedState): readonly Notice[] {
  return [
    ...(state.unreadable > 0 ? [unreadable(state)] : []),
    ...(state.holders.length > 1 ? [severalHolders(state)] : []),
  ];
}

/** Two concurrent first applies each create a state. */
function severalHolders({ holders }: State): Notice {
  const message = `The workspace holds ${holders.length} states of this project, which are read as one state. The next apply with changes merges them.`;
  return { level: 'notice', message };
}

function unreadable(state: State): Notice {
  const entries = plural(state.unreadable, 'entry', 'entries');
  const message = `The recorded state has ${entries} that cannot be read. It is rebuilt by a comparison with Postman.`;
  return { level: 'warning', message };
}

import { quotaNotices, refusal } from '../core/budget.ts';
import { buildReport, type Trail } from '../core/build-report.ts';
import { isDrifted } from '../core/change.ts';
import { buildDesiredState, type DesiredState } from '../core/desired.ts';
import type { ObservedState } from '../core/observed.ts';
import { type Plan, planSync } from '../core/plan.ts';
import { orThrow, type Problem, ProblemsError } from '../core/problem.ts';
import type { Report } from '../core/report.ts';
import type { MonitorSuite, Settings } from '../settings/settings.ts';
import { applyPlan, skipAll } from './apply.ts';
import { scanForCredentials } from './credentials.ts';
import { runMonitors } from './monitors.ts';
import { type ObserveOptions, observe } from './observe.ts';
import type { Material, Ports, Postman } from './ports.ts';
import { recordState, stateMoved } from './record.ts';
import { suitesOf } from './suites.ts';

/** A trail that grows while the run goes on. */
type Draft = { -readonly [K in keyof Trail]: Trail[K] } & { thrown: unknown[] };

/** Carries out a command and reports on it; whatever is thrown on the way is part of the report. */
export async function runCommand(settings: Settings, ports: Ports, version: string): Promise<Report> {
  const draft = start(settings, { ports, version });
  try {
    if (settings.command === 'status') await askStatus(draft, ports);
    else if (settings.command === 'comment') await relayComment(settings, { draft, ports });
    else await syncAndTest(settings, { draft, ports });
  } catch (error) {
    draft.thrown.push(error);
  }
  const use = ports.postman?.use();
  const api = { ...draft.api, ...use };
  const notices = [...draft.notices, ...quotaNotices(api.limits, settings.sync)];
  return buildReport({ ...draft, api, notices, endedAt: ports.clock.now() });
}

function start(settings: Settings, { ports, version }: { readonly ports: Ports; readonly version: string }): Draft {
  return {
    command: settings.command,
    version,
    startedAt: ports.clock.now(),
    endedAt: 0,
    project: settings.project,
    ...(settings.commit === undefined ? {} : { commit: settings.commit }),
    runs: [],
    monitors: [],
    notices: settings.notices,
    thrown: [],
    api: { limits: {}, usage: [], apiCalls: 0, waitedMs: 0 },
    failOnDrift: settings.sync.onDrift === 'fail',
  };
}

async function askStatus(draft: Draft, { postman }: Ports): Promise<void> {
  if (!postman) return;
  const { usage, ...account } = await postman.me();
  draft.account = account;
  draft.api = { ...draft.api, usage };
}

async function relayComment(settings: Settings, { draft, ports: { relay } }: Course): Promise<void> {
  if (relay) draft.notices = [...draft.notices, ...(await relay(settings))];
  else throw new ProblemsError([NO_PULL_REQUESTS]);
}

const NO_PULL_REQUESTS: Problem = {
  message: 'comment: there are no pull requests outside GitHub Actions',
  remedy: 'Use it in a workflow on workflow_run or pull_request; elsewhere, publish report-dir as an artifact.',
};

interface Course {
  readonly draft: Draft;
  readonly ports: Ports;
}

async function syncAndTest(settings: Settings, { draft, ports }: Course): Promise<void> {
  const material = orThrow(await ports.files.read(settings.files));
  const desired = orThrow(buildDesiredState(material.loaded, settings.monitors));
  const { suites, monitors } = suitesOf(settings.run, { resources: desired.resources, material });
  if (ports.postman && settings.command !== 'test')
    await sync(settings, { desired, material, draft, ports, postman: ports.postman });
  const { parallel, strict, waitFor, waitForTimeoutMs } = settings.run;
  const policy = {
    parallel,
    strict,
    waitFor,
    waitForTimeoutMs,
    reporters: settings.report.external,
    reportDir: settings.report.dir,
  };
  const inCloud = runInCloud(monitors, { settings, desired, draft, ports });
  try {
    draft.runs = await ports.runner.run(suites, { ...policy, ...(ports.signal ? { signal: ports.signal } : {}) });
  } finally {
    await inCloud;
  }
}

interface InCloud extends Course {
  readonly settings: Settings;
  readonly desired: DesiredState;
}

/** Monitors run what the workspace holds: only after it was made to match, and not where that never came about. */
async function runInCloud(
  monitors: readonly MonitorSuite[],
  { settings, desired, draft, ports }: InCloud,
): Promise<void> {
  const { outcomes } = draft;
  const { workspace, sync: policy, run } = settings;
  if (monitors.length === 0) return;
  if (settings.command !== 'apply')
    draft.notices = [...draft.notices, { level: 'notice', message: 'Monitors are run by apply only.' }];
  if (!outcomes || !ports.postman || workspace === undefined) return;
  const options = { ...ports, postman: ports.postman, workspace, desired, outcomes };
  const end = await runMonitors(monitors, { ...options, policy: { ...policy, strict: run.strict } });
  draft.monitors = end.results;
  draft.notices = [...draft.notices, ...end.notices];
  draft.api = { ...draft.api, usage: end.usage };
  draft.thrown.push(...end.thrown);
}

interface Syncing extends Course {
  readonly desired: DesiredState;
  readonly material: Material;
  readonly postman: Postman;
}

/** What fails at Postman does not keep the suites from running: they need only the files. */
async function sync(settings: Settings, syncing: Syncing): Promise<void> {
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
  { desired, draft, options }: Observing,
): Promise<{ observed: ObservedState; plan: Plan }> {
  for (let tries = 1; ; tries += 1) {
    const observed = await observe(desired, options);
    const plan = planSync(desired, observed, settings.sync);
    Object.assign(draft, { workspace: observed.workspace, plan });
    const writes = settings.command === 'apply' && plan.cost > 0 && plan.problems.length === 0;
    if (!writes || !(await stateMoved(observed, options))) {
      draft.notices = [...draft.notices, ...plan.notices, ...unreadable(observed)];
      return { observed, plan };
    }
    if (tries === TRIES)
      throw new Error('Other runs of the same project kept changing the state; let them finish, and run it again.');
  }
}

function unreadable({ state }: ObservedState): Report['notices'] {
  if (state.unreadable === 0) return [];
  const message = `The recorded state could not be read in ${state.unreadable} place(s): it is rebuilt by comparing with what is in Postman.`;
  return [{ level: 'warning', message }];
}

interface Applying extends Observing {
  readonly observed: ObservedState;
  readonly plan: Plan;
}

async function applyAndRecord(
  settings: Settings,
  { plan, observed, options, draft, ports, postman }: Applying,
): Promise<void> {
  if (settings.sync.onDrift === 'fail' && plan.changes.some(isDrifted)) {
    draft.outcomes = skipAll(plan, 'drift');
    return;
  }
  const refused = refusal(plan.cost, postman.use().limits, settings.sync);
  if (refused) {
    draft.outcomes = skipAll(plan, 'quota');
    throw refused;
  }
  const outcomes = await applyPlan(plan, { observed, options: { ...options, backups: ports.backups } });
  draft.outcomes = outcomes;
  await recordState(observed, { outcomes, commit: settings.commit, options });
}

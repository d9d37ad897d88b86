import type { Notice } from '../core/model/notice.ts';
import { orThrow, type Problem, ProblemsError } from '../core/model/problem.ts';
import { quotaNotices } from '../core/plan/budget.ts';
import { buildDesiredState, type DesiredState } from '../core/plan/desired.ts';
import { buildReport } from '../core/report/build-report.ts';
import type { Report } from '../core/report/report.ts';
import type { MonitorSuite, Settings } from '../settings/settings.ts';
import type { Course, Draft } from './course.ts';
import type { Material, Ports, RunPolicy } from './ports.ts';
import { runMonitors } from './run-monitors.ts';
import { chooseSuites } from './suites.ts';
import { syncWorkspace } from './sync-workspace.ts';
import { readUsage } from './usage.ts';

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
  const notices = [...draft.notices, ...quotaNotices(api, settings.sync)];
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
    nothingToRun: false,
    failOnDrift: settings.sync.onDrift === 'fail',
  };
}

async function askStatus(draft: Draft, { postman }: Ports): Promise<void> {
  if (!postman) return;
  const usage = await readUsage(draft, postman);
  if (usage.length === 0) draft.notices = [...draft.notices, UNTOLD];
}

const UNTOLD: Notice = {
  level: 'notice',
  message: 'Postman tells no usage of operations for this key: guests and partners are not told.',
};

async function relayComment(settings: Settings, { draft, ports: { relay } }: Course): Promise<void> {
  if (relay) draft.notices = [...draft.notices, ...(await relay(settings))];
  else throw new ProblemsError([NO_PULL_REQUESTS]);
}

const NO_PULL_REQUESTS: Problem = {
  message: 'comment: there are no pull requests outside GitHub Actions',
  remedy: 'Use it in a workflow on workflow_run or pull_request; elsewhere, publish report-dir as an artifact.',
};

async function syncAndTest(settings: Settings, { draft, ports }: Course): Promise<void> {
  const material = await ports.files.read(settings.files);
  const desired = desiredOf(material, settings);
  const { suites, monitors } = chooseSuites(settings.run, { resources: desired.resources, material });
  const policy = policyOf(settings, ports.signal);
  // What no suite could run with is told before anything is sent.
  const problems = await ports.runner.check(suites, policy);
  if (problems.length > 0) throw new ProblemsError(problems);
  if (ports.postman && settings.command !== 'test')
    await syncWorkspace(settings, {
      desired,
      material,
      draft,
      ports,
      postman: ports.postman,
      monitors: monitors.length,
    });
  draft.nothingToRun = settings.run.newman && policy.strict && suites.length + monitors.length === 0;
  const inCloud = runInCloud(monitors, { settings, desired, draft, ports });
  try {
    draft.runs = await ports.runner.run(suites, policy);
  } finally {
    await inCloud;
  }
}

function policyOf({ run, report }: Settings, signal: AbortSignal | undefined): RunPolicy {
  const { parallel, strict, waitFor, waitForTimeoutMs } = run;
  const policy = { parallel, strict, waitFor, waitForTimeoutMs, reporters: report.external, reportDir: report.dir };
  return { ...policy, ...(signal ? { signal } : {}) };
}

/** What the files want, or everything that is wrong with finding, parsing and understanding them, at once. */
function desiredOf({ loaded, problems }: Material, settings: Settings): DesiredState {
  const desired = buildDesiredState(loaded, settings.monitors);
  if (problems.length > 0) throw new ProblemsError([...problems, ...(desired.ok ? [] : desired.problems)]);
  return orThrow(desired);
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
  const { postman } = ports;
  const options = { ...ports, postman, workspace, desired, outcomes, readUsage: () => readUsage(draft, postman) };
  const end = await runMonitors(monitors, { ...options, policy: { ...policy, strict: run.strict } });
  draft.monitors = end.results;
  draft.notices = [...draft.notices, ...end.notices];
  draft.thrown.push(...end.thrown);
}

import { type MonitorCost, monitorNotices, monitorRefusal, type QuotaPolicy } from '../core/budget.ts';
import { type Outcome, pathOf, uidOf } from '../core/change.ts';
import type { DesiredState } from '../core/desired.ts';
import type { WorkspaceId } from '../core/ids.ts';
import type { UsageEntry } from '../core/limits.ts';
import { finishedResult, linkTo, type RunnableMonitor, unfinishedResult } from '../core/monitor-result.ts';
import { requestsOf } from '../core/monitor-run.ts';
import type { Notice } from '../core/report.ts';
import type { DesiredResource } from '../core/resource.ts';
import type { MonitorResult } from '../core/run.ts';
import type { MonitorSuite } from '../settings/settings.ts';
import { mapLimited } from './concurrency.ts';
import { runMonitor } from './monitor-run.ts';
import type { Clock, Log, Postman } from './ports.ts';
import { Turnstile } from './turnstile.ts';

/** What running monitors needs. */
export interface MonitorsOptions {
  readonly postman: Postman;
  /** The operations of `GET /me`. */
  readonly readUsage: () => Promise<readonly UsageEntry[]>;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  readonly workspace: WorkspaceId;
  readonly desired: DesiredState;
  /** What became of the plan: only what is in step with the repository is run. */
  readonly outcomes: readonly Outcome[];
  readonly policy: QuotaPolicy & { readonly strict: boolean };
}

/** What is to be reported of the monitors that were to be run. */
export interface MonitorsEnd {
  readonly results: readonly MonitorResult[];
  readonly notices: readonly Notice[];
  readonly thrown: readonly unknown[];
}

/** Runs at once; each waits for the end of its own. */
const PARALLEL = 10;

/** Postman allows ten calls about monitors in ten seconds, by a clock that need not run exactly like ours. */
const GAP_MS = 1_050;

/** Runs monitors in Postman's cloud and waits for their ends. Never rejects: what is thrown is part of what it answers. */
export async function runMonitors(suites: readonly MonitorSuite[], options: MonitorsOptions): Promise<MonitorsEnd> {
  const targets = suites.map((suite) => targetOf(suite, options));
  const ready = targets.filter((target) => target.obstacle === undefined);
  try {
    const usage = ready.length > 0 ? await options.readUsage() : [];
    const cost = costOf(ready, options);
    const refused = monitorRefusal(cost, usage, options.policy);
    const notices = monitorNotices(cost, usage, options.policy);
    if (refused)
      return {
        results: targets.map((target) => notRun(target, 'the month cannot carry it')),
        notices,
        thrown: [refused],
      };
    const thrown: unknown[] = [];
    const turnstile = new Turnstile(options.clock, GAP_MS);
    const results = await mapLimited(targets, PARALLEL, (target) => runOne(target, { ...options, turnstile, thrown }));
    return { results, notices, thrown };
  } catch (error) {
    return {
      results: targets.map((target) => notRun(target, 'the usage could not be read')),
      notices: [],
      thrown: [error],
    };
  }
}

/** A monitor that is to be run, and what stands in the way. */
interface Target extends RunnableMonitor {
  readonly isNew: boolean;
  readonly timeoutMs: number;
  readonly resource: DesiredResource | undefined;
  readonly obstacle?: string;
}

function targetOf({ monitor, blocking, timeoutMs }: MonitorSuite, { desired, outcomes }: MonitorsOptions): Target {
  const resource = desired.resources.find(({ kind, name }) => kind === 'monitor' && name === monitor);
  const ends = new Map(
    outcomes.filter(({ change }) => change.action !== 'delete').map((outcome) => [pathOf(outcome.change), outcome]),
  );
  const end = ends.get(resource?.file.path ?? '');
  const uid = end?.status === 'applied' ? end.uid : end && uidOf(end.change);
  const needed = resource ? [resource.file.path, ...Object.values(resource.refers ?? {})] : [];
  const behind = desired.resources.find(({ file }) => needed.includes(file.path) && !isInStep(ends.get(file.path)));
  const obstacle = behind && `the ${behind.kind} "${behind.name}" is not in step with the repository`;
  const isNew = end?.change.action === 'create';
  return { name: monitor, uid: uid ?? '', blocking, isNew, timeoutMs, resource, ...(obstacle ? { obstacle } : {}) };
}

const isInStep = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined &&
  outcome.status !== 'failed' &&
  (outcome.status === 'applied' || outcome.change.action === 'none');

function costOf(targets: readonly Target[], { desired }: MonitorsOptions): MonitorCost {
  const contents = new Map(desired.resources.map(({ file, content }) => [file.path, content]));
  const requests = targets.map(({ resource }) => {
    const regions = resource?.content.distribution;
    return requestsOf(
      contents.get(resource?.refers?.collection ?? '') ?? {},
      Array.isArray(regions) ? regions.length : 1,
    );
  });
  return { monitors: targets.length, requests: requests.reduce((sum, one) => sum + one, 0) };
}

const notRun = (target: Target, why: string): MonitorResult =>
  unfinishedResult(target, { status: 'not run', message: `It was not run: ${target.obstacle ?? why}.` });

interface Running extends MonitorsOptions {
  readonly turnstile: Turnstile;
  readonly thrown: unknown[];
}

async function runOne(target: Target, options: Running): Promise<MonitorResult> {
  const { name, uid, isNew, timeoutMs, obstacle } = target;
  if (obstacle !== undefined || uid === '') return notRun(target, 'it does not exist');
  const { log, workspace, policy, signal } = options;
  if (signal?.aborted) return notRun(target, 'everything was stopped from outside before');
  const link = linkTo(workspace, uid);
  log.line(`The monitor "${name}" runs in Postman: ${link}`);
  try {
    const { run, before } = await runMonitor({ kind: 'monitor', uid, name }, { ...options, isNew, timeoutMs });
    if (run) return finishedResult(target, { run, before, link, strict: policy.strict });
    const message = `Its run did not end within ${timeoutMs / 1000} s, and may still go on: see ${link}.`;
    return unfinishedResult(target, { status: 'timeout', message, link });
  } catch (error) {
    if (!signal?.aborted) options.thrown.push(error);
    const why = signal?.aborted
      ? 'The wait for its run was stopped from outside'
      : (error as Error).message.replace(/\.$/, '');
    return unfinishedResult(target, { status: 'unknown', message: `${why}: see ${link}.`, link });
  }
}

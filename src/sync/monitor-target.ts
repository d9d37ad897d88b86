import type { DesiredResource } from '../core/model/resource.ts';
import type { MonitorCost } from '../core/plan/budget.ts';
import { type Outcome, pathOf, uidOf } from '../core/plan/change.ts';
import type { DesiredState } from '../core/plan/desired.ts';
import type { RunnableMonitor } from '../core/suites/monitor-result.ts';
import { requestsOf } from '../core/suites/monitor-run.ts';
import type { MonitorSuite } from '../settings/settings.ts';

/** A monitor to run, or why it cannot be run. */
export interface MonitorTarget extends RunnableMonitor {
  /** Created by this run, so it has no previous run. */
  readonly isNew: boolean;
  readonly timeoutMs: number;
  readonly resource: DesiredResource | undefined;
  readonly obstacle?: string;
}

/** The desired state and the outcomes of the apply. */
export interface AppliedState {
  readonly desired: DesiredState;
  /** Only monitors whose resources match the repository are run. */
  readonly outcomes: readonly Outcome[];
}

/** The monitor that a suite names, as it is in Postman after the apply. */
export function targetOf(
  { monitor, blocking, timeoutMs }: MonitorSuite,
  { desired, outcomes }: AppliedState,
): MonitorTarget {
  const resource = desired.resources.find(({ kind, name }) => kind === 'monitor' && name === monitor);
  const byPath = new Map(
    outcomes.filter(({ change }) => change.action !== 'delete').map((outcome) => [pathOf(outcome.change), outcome]),
  );
  const outcome = byPath.get(resource?.file.path ?? '');
  const uid = outcome?.status === 'applied' ? outcome.uid : outcome && uidOf(outcome.change);
  const needed = resource ? [resource.file.path, ...Object.values(resource.refers ?? {})] : [];
  const behind = desired.resources.find(({ file }) => needed.includes(file.path) && !isInSync(byPath.get(file.path)));
  const obstacle = behind && `the ${behind.kind} "${behind.name}" is not in sync with the repository`;
  const isNew = outcome?.change.action === 'create';
  return { name: monitor, uid: uid ?? '', blocking, isNew, timeoutMs, resource, ...(obstacle ? { obstacle } : {}) };
}

const isInSync = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined &&
  outcome.status !== 'failed' &&
  (outcome.status === 'applied' || outcome.change.action === 'none');

/** Number of monitored requests that the monitors use, estimated from the files. */
export function costOf(targets: readonly MonitorTarget[], { desired }: AppliedState): MonitorCost {
  const contents = new Map(desired.resources.map(({ file, content }) => [file.path, content]));
  const requests = targets.map(({ resource }) => {
    const regions = resource?.content.distribution;
    return requestsOf(
      contents.get(resource?.refers?.collection ?? '') ?? {},
      Array.isArray(regions) ? regions.length : 1,
    );
  });
  return { monitors: targets.length, requests: requests.reduce((sum, count) => sum + count, 0) };
}

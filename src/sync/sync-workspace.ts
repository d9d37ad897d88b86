import { ProblemsError } from '../core/model/problem.ts';
import type { Plan } from '../core/plan/plan.ts';
import { failedStep, NOTHING, type StepResult, type SyncResult } from '../core/report/results.ts';
import type { Settings } from '../settings/settings.ts';
import { applyAndRecord, MOVED } from './apply-and-record.ts';
import { scanForCredentials } from './credentials.ts';
import { MOST_ROUNDS, observeAndPlan, type Planned, type SyncOptions } from './make-plan.ts';
import type { Ports } from './ports.ts';

/**
 * Compares the workspace with the repository and, for `apply`, changes it and records that. Undefined where the settings
 * name no workspace. Never rejects: a failure at Postman does not keep the suites from running, which need only the files.
 */
export async function syncWorkspace(
  settings: Settings,
  { repository, ports }: SyncOptions,
  tries = 1,
): Promise<SyncResult | undefined> {
  const { target, sync: policy } = settings;
  const { postman, clock } = ports;
  if (!target || !postman) return undefined;
  const { mapping } = repository.material;
  const options = { ...target, postman, clock, verify: policy.verify, mapping, log: ports.log };
  const syncing = { repository, ports, postman, options };
  const planned: Planned = await observeAndPlan(settings, syncing).catch(failedStep);
  const scanned = planned.plan ? await refuseCredentials(planned.plan, { settings, ports }).catch(failedStep) : NOTHING;
  if (scanned.errors.length > 0) return scanned;
  const { plan: made, observed, observedAt = clock.now() } = planned;
  const isApplied = settings.command === 'apply' && planned.errors.length === 0;
  const applied: SyncResult =
    isApplied && made && observed
      ? await applyAndRecord(settings, { ...syncing, plan: made, observed, observedAt }).catch(failedStep)
      : NOTHING;
  if (applied === MOVED && tries < MOST_ROUNDS) return syncWorkspace(settings, { repository, ports }, tries + 1);
  const notices = [...scanned.notices, ...planned.notices, ...applied.notices];
  const { observed: _observed, observedAt: _observedAt, ...plan } = planned;
  return { ...plan, ...applied, notices, errors: [...planned.errors, ...applied.errors] };
}

/** Before the first write: a credential that was sent once is no longer confidential. */
async function refuseCredentials(
  plan: Plan,
  { settings, ports }: { readonly settings: Settings; readonly ports: Ports },
): Promise<StepResult> {
  const scan = { scanner: ports.scanner, policy: settings.sync };
  const { problems, notices } = await scanForCredentials(plan, scan);
  return { notices, errors: problems.length > 0 ? [new ProblemsError(problems)] : [] };
}

import { ProblemsError } from '../core/model/problem.ts';
import type { Plan } from '../core/plan/plan.ts';
import { failedStep, NOTHING, type StepResult, type SyncResult } from '../core/report/results.ts';
import type { Settings } from '../settings/settings.ts';
import { applyAndRecord, STATE_CHANGED } from './apply-and-record.ts';
import { scanForCredentials } from './credentials.ts';
import { MOST_ROUNDS, observeAndPlan, type Planned, type SyncOptions } from './make-plan.ts';
import type { Ports } from './ports.ts';

/**
 * Compares the workspace with the repository and, for `apply`, changes it and records that. Undefined where the settings
 * name no workspace. Never rejects: the suites need only the files, so they run even if Postman fails.
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
  const step = { repository, ports, postman, options };
  const planned: Planned = await observeAndPlan(settings, step).catch(failedStep);
  const scanned = planned.plan ? await refuseCredentials(planned.plan, { settings, ports }).catch(failedStep) : NOTHING;
  if (scanned.errors.length > 0) return scanned;
  const { observed, observedAt = clock.now(), ...result } = planned;
  const { plan } = result;
  const isApplied = settings.command === 'apply' && planned.errors.length === 0;
  const applied: SyncResult =
    isApplied && plan && observed
      ? await applyAndRecord(settings, { ...step, plan, observed, observedAt }).catch(failedStep)
      : NOTHING;
  if (applied === STATE_CHANGED && tries < MOST_ROUNDS)
    return syncWorkspace(settings, { repository, ports }, tries + 1);
  const notices = [...scanned.notices, ...planned.notices, ...applied.notices];
  return { ...result, ...applied, notices, errors: [...planned.errors, ...applied.errors] };
}

/** Reports credentials in plain text, before the first write: a credential that was sent is no longer confidential. */
async function refuseCredentials(
  plan: Plan,
  { settings, ports }: { readonly settings: Settings; readonly ports: Ports },
): Promise<StepResult> {
  const scan = { scanner: ports.scanner, policy: settings.sync };
  const { problems, notices } = await scanForCredentials(plan, scan);
  return { notices, errors: problems.length > 0 ? [new ProblemsError(problems)] : [] };
}

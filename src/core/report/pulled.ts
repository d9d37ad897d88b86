import { omitUndefined } from '../lib/json.ts';
import type { PullStep } from '../plan/pull.ts';
import { isYaml } from '../plan/yaml-changes.ts';
import type { ReportedChange } from './report.ts';

/** The path of the file of a step. */
export const pathOfStep = (step: PullStep): string => (step.action === 'create' ? step.path : step.resource.file.path);

/** The outcome of a step, and the options of the pull. */
export interface StepOutcome {
  readonly isWritten: boolean;
  /** The pull only checks: files are not written. */
  readonly isCheck: boolean;
  /** The pull deletes files of resources that were deleted in Postman. */
  readonly prune: boolean;
}

/** Reports a step of a pull like a change of a plan, with the file as the changed side. */
export function reportStep(step: PullStep, outcome: StepOutcome): ReportedChange {
  const { kind, name } = step.resource;
  const status = statusOf(outcome);
  const common = { kind, name, path: pathOfStep(step), drifted: true, diff: [], status } as const;
  switch (step.action) {
    case 'create':
      return { ...common, action: 'create', uid: step.resource.uid };
    case 'update':
      return omitUndefined<ReportedChange>({
        ...common,
        action: 'update',
        uid: step.before.uid,
        diff: step.diff,
        overwrites: step.overwrites ? true : undefined,
        edited: step.edited,
      });
    case 'gone':
      if (outcome.prune && !isYaml(step.resource)) return { ...common, action: 'delete' };
      return { ...common, action: 'none', status: 'applied', isGone: true };
    case 'none':
      return omitUndefined<ReportedChange>({
        ...common,
        action: 'none',
        uid: step.before?.uid,
        drifted: step.conflict !== undefined,
        status: 'applied',
        conflict: step.conflict,
        edited: step.edited,
      });
  }
}

function statusOf({ isWritten, isCheck }: StepOutcome): ReportedChange['status'] {
  if (!isWritten) return 'skipped';
  return isCheck ? 'planned' : 'applied';
}

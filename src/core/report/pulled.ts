import { omitUndefined } from '../lib/json.ts';
import type { PullStep } from '../plan/pull.ts';
import type { ReportedChange } from './report.ts';

/** The name of the resource that a step is about. */
export const nameOfStep = (step: PullStep): string =>
  step.action === 'create' ? step.resource.name : step.resource.name;

/** The path of the file that a step is about. */
export const pathOfStep = (step: PullStep): string => (step.action === 'create' ? step.path : step.resource.file.path);

/** What became of the steps of a pull. */
export interface StepOutcome {
  readonly isWritten: boolean;
  /** Nothing was to be written. */
  readonly isCheck: boolean;
  /** Files of what is gone are deleted. */
  readonly prune: boolean;
}

/** A step as the report tells it: the same words as a plan's, from the file to what it becomes. */
export function changeOf(step: PullStep, { isWritten, isCheck, prune }: StepOutcome): ReportedChange {
  const done = isCheck && isWritten ? 'planned' : isWritten ? 'applied' : 'skipped';
  const about = { name: nameOfStep(step), path: pathOfStep(step) };
  switch (step.action) {
    case 'create': {
      const { kind, uid } = step.resource;
      return { ...about, action: 'create', kind, uid, drifted: true, diff: [], status: done };
    }
    case 'update': {
      const { kind } = step.resource;
      return omitUndefined<ReportedChange>({
        ...about,
        ...{ action: 'update', kind, uid: step.before.uid, drifted: true, diff: step.diff, status: done },
        overwrites: step.overwrites ? true : undefined,
        edited: step.edited,
      });
    }
    case 'gone': {
      const { kind } = step.resource;
      if (prune) return { ...about, action: 'delete', kind, drifted: true, diff: [], status: done };
      return { ...about, action: 'none', kind, drifted: true, diff: [], status: 'applied', isGone: true };
    }
    case 'none':
      return omitUndefined<ReportedChange>({
        ...about,
        action: 'none',
        kind: step.resource.kind,
        uid: step.before?.uid,
        drifted: step.conflict !== undefined,
        diff: [],
        status: 'applied',
        conflict: step.conflict,
        edited: step.edited,
      });
  }
}

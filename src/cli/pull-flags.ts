import type { Report } from '../core/report/report.ts';
import { pendingChanges } from '../render/statistics.ts';
import type { PullSettings } from '../settings/settings.ts';
import type { Arguments } from './args.ts';

/** The settings of `pull`, from its flags and operands. */
export function pullSettings({ extras, operands }: Arguments): PullSettings {
  const prefer = (['theirs', 'ours'] as const).find((side) => extras.has(side));
  return {
    check: extras.has('check'),
    force: extras.has('force'),
    only: operands,
    ...(prefer ? { prefer } : {}),
  };
}

/** Whether changes are pending: for `pull`, and for the flags `--check` and `--detailed-exitcode`. */
export function isPending({ changedFiles = [], plan }: Report, { extras, command }: Arguments): boolean {
  const changes = plan?.changes ?? [];
  // Some changes in Postman cannot be written to YAML files.
  const isLeft =
    command === 'pull' && changes.some(({ action, status }) => action === 'update' && status === 'skipped');
  return (
    isLeft ||
    (extras.has('check') && changedFiles.length > 0) ||
    (extras.has('detailed-exitcode') && pendingChanges(plan).length > 0)
  );
}

/** The backup that `restore` reads, from its operand. */
export const restoreFile = ({ command, operands: [file] }: Arguments): { readonly restoreFile?: string } =>
  command === 'restore' && file !== undefined ? { restoreFile: file } : {};

import type { Report } from '../core/report/report.ts';
import { pendingChanges } from '../render/statistics.ts';
import type { PullSettings } from '../settings/settings.ts';
import type { Arguments } from './args.ts';

/** What the flags and operands of `pull` ask for. */
export const pullSettings = ({ extras, operands }: Arguments): PullSettings => ({
  check: extras.has('check'),
  force: extras.has('force'),
  only: operands,
  ...(extras.has('theirs') ? { prefer: 'theirs' } : extras.has('ours') ? { prefer: 'ours' } : {}),
});

/** Whether a flag asks to tell, by the exit status, that there is something to apply or to bring. */
export const isPending = ({ changedFiles = [], plan }: Report, { extras, command }: Arguments): boolean =>
  // YAML files are read and not written.
  (command === 'pull' && plan?.changes.some(({ action, status }) => action === 'update' && status === 'skipped')) ||
  (extras.has('check') && changedFiles.length > 0) ||
  (extras.has('detailed-exitcode') && pendingChanges(plan).length > 0);

/** The backup that `restore` is to put back. */
export const restoreFile = ({ command, operands: [file] }: Arguments): { readonly restoreFile?: string } =>
  command === 'restore' && file !== undefined ? { restoreFile: file } : {};

import type { Uid } from '../core/model/ids.ts';
import type { Notice } from '../core/model/notice.ts';
import { type Change, kindOf, nameOf } from '../core/plan/change.ts';
import type { State } from '../core/plan/state.ts';
import type { Backups } from './ports.ts';

/** Backups with a record of their paths. */
export interface KeptBackups {
  readonly backups: Backups;
  /** The paths of all backups. */
  paths(): readonly string[];
  /** Notices with the paths of backups, for changes that removed something from Postman. */
  notices(changes: readonly Change[], state: State): readonly Notice[];
}

/** Wraps backups to record their paths. */
export function keptBackups(backups: Backups): KeptBackups {
  const paths = new Map<Uid, string>();
  return {
    backups: {
      ...backups,
      keep: async (resource) => {
        const path = await backups.keep(resource);
        paths.set(resource.uid, path);
        return path;
      },
    },
    paths: () => [...paths.values()],
    notices: (changes, state) => {
      const recorded = new Set([...state.entries.values()].map(({ uid }) => uid));
      return changes.flatMap((change): readonly Notice[] => {
        const path = 'before' in change ? paths.get(change.before.uid) : undefined;
        if (path === undefined || !losesEdits(change, recorded)) return [];
        const message = `The backup of the ${kindOf(change)} "${nameOf(change)}" is ${path}; \`restore\` puts it back.`;
        return [{ level: 'warning', message }];
      });
    },
  };
}

/**
 * Whether a change removes content that only the backup still holds: edits made in Postman. Content that this project
 * wrote is in the repository's history.
 */
function losesEdits(change: Change, recorded: ReadonlySet<Uid>): boolean {
  if (change.action === 'delete') return true;
  if (change.action !== 'update') return false;
  return change.drifted || !recorded.has(change.before.uid);
}

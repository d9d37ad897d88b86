import { globMatcher } from '../core/lib/glob.ts';
import type { Notice } from '../core/model/notice.ts';
import { ProblemsError } from '../core/model/problem.ts';
import type { Suite } from '../core/model/suite.ts';
import { type SelectedSuites, selectChanged } from '../core/suites/changed-suites.ts';
import type { RunSettings } from '../settings/settings.ts';
import type { ChangedFiles, ChangeSet } from './ports.ts';

/** The suites to run with `only-changed`, and notices about the others. */
export interface Selection extends SelectedSuites {
  readonly notices: readonly Notice[];
}

/** What suites are selected by. */
export interface SelectOptions {
  readonly run: RunSettings;
  readonly changedFiles: ChangedFiles | undefined;
  /** Files that every suite depends on. */
  readonly shared: readonly string[];
}

/** With `only-changed`, skips suites that the change does not touch. Where the change is unknown, all suites run. */
export async function selectSuites(
  suites: readonly Suite[],
  { run: { onlyChanged }, changedFiles, shared }: SelectOptions,
): Promise<Selection> {
  const all = { suites, leftOut: [], notices: [] };
  if (!onlyChanged || !changedFiles || suites.length === 0) return all;
  const changes = await changedFiles(onlyChanged.since);
  if (changes.kind !== 'changed') return { ...all, notices: [allRunNotice(changes)] };
  const selected = selectChanged(suites, { paths: changes.paths, shared });
  const notice = selectionNotice(selected, { since: changes.since, total: suites.length });
  return { ...selected, notices: [notice, ...unmatchedGlobs(suites, changes)] };
}

/** Warns of globs that match no existing or deleted file: with a typo, the suite would be skipped for ever. */
function unmatchedGlobs(
  suites: readonly Suite[],
  { paths, files }: Extract<ChangeSet, { kind: 'changed' }>,
): readonly Notice[] {
  if (!files) return [];
  return suites.flatMap(({ name, paths: globs = [], place }) =>
    globs.flatMap((glob): readonly Notice[] => {
      const matches = globMatcher(glob);
      if (files.some(matches) || paths.some(matches)) return [];
      const message = `only-changed: the glob "${glob}" in paths of suite "${name}" matches no file.`;
      return [{ level: 'warning', message, ...place }];
    }),
  );
}

/**
 * The notice why all suites run. Throws where the user named an unknown revision; an unavailable base must not fail
 * the run.
 */
function allRunNotice(changes: Exclude<ChangeSet, { kind: 'changed' }>): Notice {
  switch (changes.kind) {
    case 'no-base':
      return { level: 'notice', message: 'only-changed: this is not a pull request, so all suites run.' };
    case 'unknown': {
      const { revision, asked } = changes;
      if (asked) {
        const message = `since: "${revision}" is not a revision that shares history with HEAD in this clone`;
        throw new ProblemsError([
          { code: 'revision', message, remedy: 'Name a branch, tag or commit; check out with fetch-depth: 0.' },
        ]);
      }
      const message = `only-changed: the changes since ${revision} are unknown, so all suites run. Check out with fetch-depth: 0, or give github-token the permission contents: read.`;
      return { level: 'warning', message };
    }
  }
}

/** Length of a revision in messages. */
const SHORT = 12;

function selectionNotice(
  { suites, leftOut }: SelectedSuites,
  { since, total }: { readonly since: string; readonly total: number },
): Notice {
  const base = /^[0-9a-f]{40}$/.test(since) ? since.slice(0, SHORT) : since;
  const names = leftOut.map((name) => `"${name}"`).join(', ');
  if (leftOut.length === 0)
    return { level: 'notice', message: `only-changed: the changes since ${base} touch every suite.` };
  const message =
    suites.length === 0
      ? `only-changed: the changes since ${base} touch no suite, so none runs. Skipped: ${names}.`
      : `only-changed: the changes since ${base} touch ${suites.length} of ${total} suites. Skipped: ${names}.`;
  return { level: 'notice', message };
}

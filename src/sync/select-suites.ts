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
  if (changes.kind !== 'changed') return { ...all, notices: [whyAll(changes)] };
  const selected = selectChanged(suites, { paths: changes.paths, shared });
  const notices = [told(selected, { since: changes.since, total: suites.length }), ...deadGlobs(suites, changes)];
  return { ...selected, notices };
}

/** Warns of globs that match no existing or deleted file: a typo would skip the suite for ever. */
function deadGlobs(
  suites: readonly Suite[],
  { paths, files }: Extract<ChangeSet, { kind: 'changed' }>,
): readonly Notice[] {
  if (!files) return [];
  return suites.flatMap(({ name, paths: globs = [], place }) =>
    globs.flatMap((glob): readonly Notice[] => {
      const fits = globMatcher(glob);
      if (files.some(fits) || paths.some(fits)) return [];
      const message = `only-changed: paths "${glob}" of suite "${name}" match no file, so no change touches the suite by them.`;
      return [{ level: 'warning', message, ...place }];
    }),
  );
}

/**
 * The notice why all suites run. Throws where the user named an unknown revision; an unavailable base must not fail
 * the run.
 */
function whyAll(changes: Exclude<ChangeSet, { kind: 'changed' }>): Notice {
  switch (changes.kind) {
    case 'no-base':
      return { level: 'notice', message: 'only-changed: this is no pull request, so all suites run.' };
    case 'unknown': {
      const { revision, asked } = changes;
      if (asked) {
        const message = `since: "${revision}" is no revision that this clone and HEAD have a common history with`;
        throw new ProblemsError([
          { code: 'revision', message, remedy: 'Name a branch, tag or commit; check out with fetch-depth: 0.' },
        ]);
      }
      const message = `only-changed: the changes since ${revision} are not known, so all suites run. Check out with fetch-depth: 0, or give github-token contents: read.`;
      return { level: 'warning', message };
    }
  }
}

/** Length of a revision in messages. */
const SHORT = 12;

function told(
  { suites, leftOut }: SelectedSuites,
  { since, total }: { readonly since: string; readonly total: number },
): Notice {
  const base = /^[0-9a-f]{40}$/.test(since) ? since.slice(0, SHORT) : since;
  const names = leftOut.map((name) => `"${name}"`).join(', ');
  if (leftOut.length === 0)
    return { level: 'notice', message: `only-changed: the changes since ${base} touch every suite.` };
  const message =
    suites.length === 0
      ? `only-changed: the changes since ${base} touch no suite, so none ran. Left out: ${names}.`
      : `only-changed: the changes since ${base} touch ${suites.length} of ${total} suites. Left out: ${names}.`;
  return { level: 'notice', message };
}

import { type Baseline, readBaseline } from '../core/baseline/baseline.ts';
import type { Notice } from '../core/model/notice.ts';
import { ProblemsError } from '../core/model/problem.ts';
import type { RunSettings } from '../settings/settings.ts';
import type { ReadBaseline } from './ports.ts';

/** An earlier report, and whether its failures count when they occur again. */
export interface EarlierReport {
  readonly report: Baseline;
  readonly newFailuresOnly: boolean;
}

/** The earlier report, or a notice why there is none. */
export interface FoundBaseline {
  readonly value?: EarlierReport;
  readonly notices: readonly Notice[];
}

/**
 * Reads the earlier report that the settings name. A wrong path is a problem; a missing report for `auto` is a notice.
 */
export async function readEarlierReport(
  { baseline }: RunSettings,
  read: ReadBaseline | undefined,
): Promise<FoundBaseline> {
  if (!baseline || !read) return { notices: [] };
  const { source, newFailuresOnly } = baseline;
  const found = await read(source);
  if (!found.ok) {
    if (found.expected) return { notices: [{ level: 'notice', message: `baseline: ${found.reason}` }] };
    throw new ProblemsError([{ code: 'baseline', message: `baseline: ${found.reason}`, remedy: REMEDY }]);
  }
  const report = readBaseline(found.text);
  if (report) return { value: { report, newFailuresOnly }, notices: [] };
  if (source === 'auto') {
    return { notices: [{ level: 'notice', message: 'baseline: the report of the base branch has another format.' }] };
  }
  throw new ProblemsError([
    { code: 'baseline', message: `baseline: ${source} is not a report of this version`, remedy: REMEDY },
  ]);
}

const REMEDY = 'Name a report.json that this version of postman-sync wrote.';

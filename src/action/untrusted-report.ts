import { join } from 'node:path';
import { ProblemsError } from '../core/model/problem.ts';
import type { Report } from '../core/report/report.ts';
import { readPlainJson } from '../wiring/read-plain-json.ts';
import { untrustedReportSchema } from './report-schema.ts';

/** Largest untrusted report, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

const REMEDY = 'Set report-dir to the folder that an earlier job of the same version wrote, with reporters: json.';

/** Reads `report.json` of an untrusted run. Throws a ProblemsError for a link, a large file, or a field that is not valid. */
export async function readUntrustedReport(folder: string): Promise<Report> {
  const path = join(folder, 'report.json');
  const read = await readPlainJson(path, MOST_BYTES);
  if (!read.ok) throw problem(read.reason);
  const parsed = untrustedReportSchema.safeParse(read.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw problem(
    `${path} is not a report of this version (${issue?.path.join('.') || 'as a whole'}: ${issue?.message})`,
  );
}

const problem = (message: string): ProblemsError =>
  new ProblemsError([{ code: 'comment', message: `comment: ${message}`, remedy: REMEDY }]);

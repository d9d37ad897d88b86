import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../core/model/problem.ts';
import { reportSchema } from '../core/report/report-schema.ts';
import type { ShardReport } from '../core/shards/check-shards.ts';
import type { ReadReports } from '../sync/ports.ts';
import { readPlainJson } from './read-plain-json.ts';

/** Largest report of a shard. */
const MOST_BYTES = 256 * 1024 * 1024;

const FILE = 'report.json';

const REMEDY = 'Name the report folders that the same version of postman-sync wrote, reporters: json included.';

/** Reads the reports in folders and in their subfolders. Every field is validated. */
export const createReadReports =
  (cwd: string): ReadReports =>
  async (named) => {
    const found = [];
    for (const folder of new Set(named.map(withoutFile))) found.push(...(await readFolder(folder, cwd)));
    const reports = found.flatMap((entry) => ('report' in entry ? [entry] : []));
    const absent = found.flatMap((entry) => ('absent' in entry ? [entry.absent] : []));
    const problems = found.flatMap((entry) => ('problem' in entry ? [entry.problem] : []));
    const none = reports.length + problems.length === 0 ? [noReports(named)] : [];
    return { reports, absent: none.length > 0 ? [] : absent, problems: [...problems, ...none] };
  };

const withoutFile = (path: string): string => (basename(path) === FILE ? dirname(path) : path.replace(/[\\/]+$/, ''));

type Found = ShardReport | { readonly absent: string } | { readonly problem: Problem };

/** The report of a folder, or the reports of its subfolders. */
async function readFolder(folder: string, cwd: string): Promise<readonly Found[]> {
  const own = await readReport(folder, cwd);
  if (!('absent' in own)) return [own];
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true }).catch(() => []);
  const inside = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort();
  const found = await Promise.all(inside.map((path) => readReport(path, cwd)));
  const present = found.filter((entry) => !('absent' in entry));
  return present.length > 0 ? present : [own];
}

async function readReport(folder: string, cwd: string): Promise<Found> {
  const read = await readPlainJson(resolve(cwd, folder, FILE), MOST_BYTES);
  if (!read.ok) return read.absent ? { absent: folder } : problem(read.reason);
  const parsed = reportSchema.safeParse(read.value);
  if (parsed.success) return { folder, report: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'as a whole';
  return problem(`${join(folder, FILE)} is not a report of this version (${where}: ${issue?.message})`);
}

const problem = (message: string): Found => ({
  problem: { code: 'shards', message: `merge-reports: ${message}`, remedy: REMEDY },
});

const noReports = (named: readonly string[]): Problem => ({
  code: 'shards',
  message: `merge-reports: there is no ${FILE} in ${named.join(', ')}`,
  remedy: REMEDY,
});

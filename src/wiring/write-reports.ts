import { lstat } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import type { Problem } from '../core/model/problem.ts';
import { redactor, type Secret } from '../core/model/secret.ts';
import { redactReport } from '../core/report/redact.ts';
import type { Report, ReportOrigin } from '../core/report/report.ts';
import { writeText } from '../files/write.ts';
import { renderCtrf } from '../render/ctrf.ts';
import { renderDotenv } from '../render/dotenv.ts';
import { renderCodeQuality } from '../render/gitlab-codequality.ts';
import { renderHtml } from '../render/html.ts';
import { renderJson } from '../render/json.ts';
import { renderJunit } from '../render/junit.ts';
import { renderSummary } from '../render/markdown.ts';
import type { ReportPaths } from '../render/outputs.ts';
import type { HostSettings } from '../settings/host-settings.ts';
import type { ReportFormat } from '../settings/inputs/reports.ts';

/** A finished run: its report without secrets, and the paths of the written files. */
export interface FinishedRun {
  readonly report: Report;
  readonly paths: ReportPaths;
  readonly settings: HostSettings;
}

interface WriteReportsOptions {
  readonly cwd: string;
  readonly origin?: ReportOrigin;
  readonly settings: HostSettings;
  readonly secrets: readonly Secret[];
}

/** Redacts a report and writes it to the report folder. */
export async function writeReports(
  full: Report,
  { cwd, origin, settings, secrets }: WriteReportsOptions,
): Promise<FinishedRun> {
  const report = redactReport({ ...full, ...origin }, redactor(secrets));
  const { dir, formats } = settings.report;
  // The report folder of `comment` may come from a fork: nothing is written to it.
  const written = await writeFiles(report, { cwd, dir, formats: settings.command === 'comment' ? [] : formats });
  return { ...written, settings };
}

interface ReportFile {
  readonly file: string;
  /** The output that names its path. */
  readonly key?: keyof ReportPaths;
  readonly render: (report: Report, paths: ReportPaths) => string;
}

/** In the order in which they are rendered: a report that names the paths of others comes last. */
const REPORTS: Readonly<Record<ReportFormat, ReportFile>> = {
  json: { file: 'report.json', key: 'report', render: renderJson },
  junit: { file: 'junit.xml', key: 'junit', render: renderJunit },
  html: { file: 'index.html', key: 'html', render: renderHtml },
  ctrf: { file: 'ctrf.json', render: renderCtrf },
  'gitlab-codequality': { file: 'gl-code-quality-report.json', render: renderCodeQuality },
  dotenv: { file: 'outputs.env', render: renderDotenv },
};

const isFormat = (name: string): name is ReportFormat => Object.hasOwn(REPORTS, name);

const ORDER = Object.keys(REPORTS).filter(isFormat);

interface WriteFilesOptions {
  readonly cwd: string;
  readonly dir: string;
  readonly formats: readonly ReportFormat[];
}

/** The summary of a pull may become the body of a pull request: GitHub accepts 65,536 characters there. */
const PULL_REQUEST = { maxBytes: 60_000 };

async function writeFiles(
  report: Report,
  { cwd, dir, formats }: WriteFilesOptions,
): Promise<{ report: Report; paths: ReportPaths }> {
  const named: Partial<Record<keyof ReportPaths, string>> = {};
  const paths: Partial<Record<keyof ReportPaths, string>> = {};
  // A report is rendered while those before it are being written.
  const write = async (format: ReportFormat): Promise<void> => {
    const { file, key, render } = REPORTS[format];
    const path = inFolder(dir, file);
    const text = render(report, named);
    if (key) named[key] = path;
    await writeText(path, text, cwd);
    if (key) paths[key] = path;
  };
  try {
    if (formats.length > 0) await ignoreFolder(dir, cwd);
    const writes = await Promise.allSettled(ORDER.filter((name) => formats.includes(name)).map(write));
    for (const result of writes) if (result.status === 'rejected') throw result.reason;
    if (report.changedFiles) await writeText(inFolder(dir, 'pull.md'), renderSummary(report, PULL_REQUEST), cwd);
    return { report, paths };
  } catch (error) {
    return { report: notWritten(report, { dir, error }), paths };
  }
}

const inFolder = (dir: string, file: string): string =>
  isAbsolute(dir) ? join(dir, file) : `${dir.replace(/[\\/]+$/, '')}/${file}`;

/** Adds a `.gitignore` to the default folder, so that reports are not committed. Other folders belong to the user. */
async function ignoreFolder(dir: string, cwd: string): Promise<void> {
  if (basename(dir) !== DEFAULT_DIR) return;
  const path = inFolder(dir, '.gitignore');
  const exists = await lstat(resolve(cwd, path)).then(
    () => true,
    () => false,
  );
  if (!exists) await writeText(path, '*\n', cwd);
}

const DEFAULT_DIR = 'postman-report';

/** The report with the problem that it could not be written: such a run has not passed. */
function notWritten(report: Report, { dir, error }: { readonly dir: string; readonly error: unknown }): Report {
  const message = `The reports cannot be written to ${dir} (${String((error as { code?: unknown }).code ?? error)})`;
  const problem: Problem = {
    code: 'report-dir',
    message,
    remedy: 'Make the folder writable, or name another one in report-dir.',
  };
  return {
    ...report,
    verdict: 'error',
    failureKinds: [...new Set([...report.failureKinds, 'settings' as const])],
    problems: [...report.problems, problem],
  };
}

import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { messageOf } from '../core/model/errors.ts';
import type { Notice } from '../core/model/notice.ts';
import { labelOf } from '../wiring/comment-marker.ts';
import type { FinishedRun } from '../wiring/execute.ts';
import type { ZippedFile } from './zip.ts';

/** The job's working directory, and its variables, whose tokens are no longer in the process's environment. */
export interface JobOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * Uploads the report folder as an artifact if the settings ask for it. The returned run has a notice about it, and the
 * address of the artifact. Never throws, and changes no verdict.
 */
export async function keepReport(run: FinishedRun, job: JobOptions): Promise<FinishedRun> {
  if (!isWanted(run)) return run;
  const { dir } = run.settings.report;
  const missing = whyNot(job.env);
  if (missing === NO_SERVICE && !isMissed(run)) return run;
  if (missing)
    return withNotice(run, { level: 'notice', message: `${missing} The reports are in ${dir}${backupsIn(run)}.` });
  try {
    const kept = await keep(run, job);
    if (!kept) return run;
    const message = `The folder ${dir}${backupsIn(run)} is kept as the artifact ${kept.name}: ${kept.url}`;
    return withNotice({ ...run, paths: { ...run.paths, artifact: kept.url } }, { level: 'notice', message });
  } catch (error) {
    const message = `The folder ${dir}${backupsIn(run)} was not kept as an artifact: ${messageOf(error)}. The verdict stands. Keep it with actions/upload-artifact, or set upload-artifact: never.`;
    return withNotice(run, { level: 'warning', message });
  }
}

const withNotice = (run: FinishedRun, notice: Notice): FinishedRun => ({
  ...run,
  report: { ...run.report, notices: [...run.report.notices, notice] },
});

/** Whether a missing artifact service is worth a notice: an artifact was asked for, or a backup would be lost. */
const isMissed = ({ report, settings }: FinishedRun): boolean =>
  settings.github.uploadArtifact === 'always' || (report.backups?.length ?? 0) > 0;

function isWanted({ report, settings }: FinishedRun): boolean {
  const { uploadArtifact } = settings.github;
  // The report folder of `comment` comes from an earlier run, which has uploaded it.
  if (uploadArtifact === 'never' || settings.command === 'comment') return false;
  return uploadArtifact === 'always' || report.verdict !== 'passed' || (report.backups?.length ?? 0) > 0;
}

const backupsIn = ({ report: { backups = [] } }: FinishedRun): string =>
  backups.length === 0 ? '' : `, with ${backups.length === 1 ? 'a backup' : `${backups.length} backups`} in it,`;

/** Why there is no artifact service; undefined where there is one. */
function whyNot(env: JobOptions['env']): string | undefined {
  const { hostname } = new URL(env.GITHUB_SERVER_URL || 'https://github.com');
  if (hostname !== 'github.com' && !/\.(?:ghe\.com|localhost)$/.test(hostname))
    return 'GitHub Enterprise Server has no service for artifacts v4.';
  const isComplete = env.ACTIONS_RUNTIME_TOKEN && env.ACTIONS_RESULTS_URL && env.GITHUB_REPOSITORY && env.GITHUB_RUN_ID;
  return isComplete ? undefined : NO_SERVICE;
}

const NO_SERVICE = 'This runner offers no service for artifacts.';

async function keep(
  run: FinishedRun,
  { env, cwd }: JobOptions,
): Promise<{ readonly name: string; readonly url: string } | undefined> {
  const files = await filesIn(resolve(cwd, run.settings.report.dir));
  if (files.length === 0) return undefined;
  const { keepArtifact } = await import('./artifact.ts');
  const { ACTIONS_RESULTS_URL: url = '', ACTIONS_RUNTIME_TOKEN: token = '' } = env;
  const { id, name } = await keepArtifact(nameFor(run, env), { files, service: { url, token } });
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: runId } = env;
  return { name, url: `${server}/${repository}/actions/runs/${runId}/artifacts/${id}` };
}

/** A name with job and matrix in it, so that other jobs of the run use other names. */
function nameFor({ settings }: FinishedRun, env: JobOptions['env']): string {
  const parts = ['postman-report', env.GITHUB_JOB, labelOf(settings.comment)];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join('-')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 100);
}

/** Larger folders are not uploaded. */
const MOST_BYTES = 200_000_000;

/** The plain files below a folder, without hidden files and links; empty where there is no folder. */
async function filesIn(folder: string): Promise<readonly ZippedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((): Dirent[] => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }))
    .filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const sizes = await Promise.all(files.map(async ({ path }) => (await stat(path)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > MOST_BYTES) throw new Error(`it has ${Math.round(bytes / 1_000_000)} MB, and 200 MB is the most`);
  return Promise.all(files.map(async ({ path, name }) => ({ name, content: await readFile(path) })));
}

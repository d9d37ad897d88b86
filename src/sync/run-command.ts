import { omitUndefined } from '../core/lib/json.ts';
import { type Problem, ProblemsError } from '../core/model/problem.ts';
import { buildReport, type RunInfo } from '../core/report/build-report.ts';
import type { Report } from '../core/report/report.ts';
import { type CommandResult, failedStep, NOTHING, problemsIn } from '../core/report/results.ts';
import { mergeReports } from '../core/shards/merge-reports.ts';
import { COMMAND_SPECS, type RepositoryCommand } from '../settings/commands.ts';
import type { Settings } from '../settings/settings.ts';
import type { Ports } from './ports.ts';
import { pull } from './pull.ts';
import { readRepository } from './read-repository.ts';
import { restore } from './restore.ts';
import { runTests } from './run-tests.ts';
import { readStatus } from './status.ts';
import { syncWorkspace } from './sync-workspace.ts';

/** Runs a command and builds its report. An exception becomes part of the report. */
export async function runCommand(settings: Settings, ports: Ports, version: string): Promise<Report> {
  const { command, sync: policy, notices } = settings;
  const startedAt = ports.clock.now();
  if (command === 'merge-reports') {
    const found = await ports.readReports(settings.reports);
    return mergeReports({ ...found, run: { version, startedAt, endedAt: ports.clock.now() } });
  }
  const result = await COMMANDS[command](settings, ports).catch(failedStep);
  const {
    project,
    commit,
    run: { shard },
  } = settings;
  const run = omitUndefined<RunInfo>({
    command,
    project,
    commit,
    shard: COMMAND_SPECS[command].suites ? shard : undefined,
    version,
    startedAt,
    endedAt: ports.clock.now(),
    stopped: ports.signal?.aborted,
  });
  const api = ports.postman?.use() ?? NO_CALLS;
  return buildReport({ run, policy, result: { ...result, notices: [...notices, ...result.notices] }, api });
}

const NO_CALLS = { limits: {}, apiCalls: 0, waitedMs: 0 } as const;

type RunCommand = (settings: Settings, ports: Ports) => Promise<CommandResult>;

/**
 * Syncs the workspace, if the settings name one, then runs the suites. Problems with the files end the command before
 * the suites.
 */
const syncAndTest: RunCommand = async (settings, ports) => {
  const repository = await readRepository(settings, ports);
  const read = { ...NOTHING, notices: repository.material.notices };
  const sync = await syncWorkspace(settings, { repository, ports });
  if (sync && problemsIn(sync.errors).length > 0) return { ...read, sync };
  const tests = await runTests(settings, { repository, ports, sync });
  return { ...read, ...(sync ? { sync } : {}), tests };
};

const postReport: RunCommand = async ({ host }, { postReport: post }) => {
  if (!post) throw new ProblemsError([NO_PULL_REQUESTS]);
  return { notices: await post(host), errors: [] };
};

const NO_PULL_REQUESTS: Problem = {
  code: 'comment',
  message: 'comment: there are no pull requests outside of GitHub Actions',
  remedy: 'Use it in a workflow on workflow_run or pull_request. Elsewhere, publish report-dir as an artifact.',
};

const COMMANDS: Readonly<Record<Exclude<RepositoryCommand, 'merge-reports'>, RunCommand>> = {
  plan: syncAndTest,
  apply: syncAndTest,
  test: syncAndTest,
  pull,
  restore,
  status: readStatus,
  comment: postReport,
};

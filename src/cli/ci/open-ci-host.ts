import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { omitUndefined } from '../../core/lib/json.ts';
import { messageOf } from '../../core/model/errors.ts';
import type { Report, ReportOrigin } from '../../core/report/report.ts';
import { renderSummary } from '../../render/markdown.ts';
import { COMMAND_SPECS } from '../../settings/commands.ts';
import type { CiHost, Shell } from '../../wiring/ci-host.ts';
import type { FinishedRun } from '../../wiring/write-reports.ts';
import { azureLines } from './azure-lines.ts';
import type { CiFacts } from './facts.ts';
import { publishGitLabNote } from './gitlab-note.ts';
import { autoCommand, readCi } from './read-ci.ts';

/** The host for a CI other than GitHub; undefined outside the known CIs. */
export function openOtherCi(shell: Shell, defaultBranch: string | undefined): CiHost | undefined {
  const facts = readCi(shell.env);
  if (!facts) return undefined;
  const { repository, commit, isFork } = facts;
  return {
    host: omitUndefined<CiHost['host']>({
      auto: autoCommand(facts, defaultBranch),
      repository,
      commit,
      origin: originOf(facts),
      keyless: isFork ? 'a merge request from a fork has none' : undefined,
    }),
    publish: (run) => publishSafely(run, { facts, shell }),
  };
}

const originOf = ({ branch, mergeRequest, runUrl, sources }: CiFacts): ReportOrigin =>
  omitUndefined<ReportOrigin>({
    branch,
    pullRequest: mergeRequest?.number,
    mergeRequest,
    run: runUrl ? { url: runUrl } : undefined,
    sources,
  });

interface CiContext {
  readonly facts: CiFacts;
  readonly shell: Shell;
}

type Publish = (run: FinishedRun, context: CiContext) => Promise<void>;

/** What a CI shows of a run besides log, exit status and report files. Most CIs show nothing else. */
const PUBLISHERS: Readonly<Record<string, Publish>> = {
  GitLab: (run, { facts, shell }) => publishGitLabNote(run, { facts, env: shell.env, log: shell.log }),
  'Azure Pipelines': async ({ report, paths }) => {
    const summary = await writeSummary(report, paths);
    for (const line of azureLines(report, { ...paths, ...summary })) process.stdout.write(`${line}\n`);
  },
};

/** Writes the summary beside the other reports, if any. An existing file or link of that name is replaced. */
async function writeSummary(report: Report, { report: json, html, junit }: FinishedRun['paths']) {
  const beside = html ?? json ?? junit;
  if (beside === undefined) return {};
  const summary = join(dirname(resolve(beside)), 'summary.md');
  await rm(summary, { force: true });
  await writeFile(summary, renderSummary(report), { flag: 'wx' });
  return { summary };
}

/** Shows the run on the CI. A failure is a warning: it does not change the verdict. */
async function publishSafely(run: FinishedRun, context: CiContext): Promise<void> {
  const { command } = run.settings;
  if (command !== 'auto' && !COMMAND_SPECS[command].shown) return;
  try {
    await PUBLISHERS[context.facts.name]?.(run, context);
  } catch (error) {
    const { facts, shell } = context;
    shell.log.warning(`The result was not shown on ${facts.name}: ${messageOf(error)}. The verdict stands.`);
  }
}

import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { omitUndefined } from '../../core/lib/json.ts';
import type { Report, ReportOrigin } from '../../core/report/report.ts';
import { renderSummary } from '../../render/markdown.ts';
import { COMMAND_SPECS } from '../../settings/commands.ts';
import type { CiHost, Shell } from '../../wiring/ci-host.ts';
import type { FinishedRun } from '../../wiring/write-reports.ts';
import { azureLines } from './azure-lines.ts';
import type { CiFacts } from './facts.ts';
import { publishGitLabNote } from './gitlab-note.ts';
import { autoCommand, readCi } from './read-ci.ts';

/** Facts and feedback of a CI other than GitHub; undefined where the process runs on none that is known. */
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
    publish: (run) => publish(run, { facts, shell }),
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

type Publish = (run: FinishedRun, place: CiContext) => Promise<void>;

/** How a CI shows a run besides log, exit status and report files; most show JUnit and kept files alone. */
const PUBLISHERS: Readonly<Record<string, Publish>> = {
  GitLab: (run, { facts, shell }) => publishGitLabNote(run, { facts, env: shell.env, log: shell.log }),
  'Azure Pipelines': async ({ report, paths }) => {
    const summary = await writeSummary(report, paths);
    for (const line of azureLines(report, { ...paths, ...summary })) process.stdout.write(`${line}\n`);
  },
};

/** Writes the summary beside the other reports; nowhere where there are none. A file or link of that name is replaced. */
async function writeSummary(report: Report, { report: json, html, junit }: FinishedRun['paths']) {
  const beside = html ?? json ?? junit;
  if (beside === undefined) return {};
  const summary = join(dirname(resolve(beside)), 'summary.md');
  await rm(summary, { force: true });
  await writeFile(summary, renderSummary(report), { flag: 'wx' });
  return { summary };
}

/** Never throws, and changes no verdict. */
async function publish(run: FinishedRun, place: CiContext): Promise<void> {
  const { command } = run.settings;
  if (command !== 'auto' && !COMMAND_SPECS[command].shown) return;
  try {
    await PUBLISHERS[place.facts.name]?.(run, place);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    place.shell.log.warning(`The result was not shown on ${place.facts.name}: ${reason}. The verdict stands.`);
  }
}

import { realpathSync } from 'node:fs';
import process from 'node:process';
import * as core from '@actions/core';
import { omitUndefined } from '../core/lib/json.ts';
import { messageOf } from '../core/model/errors.ts';
import { harmless } from '../render/escape.ts';
import type { SummaryOptions } from '../render/markdown.ts';
import { renderPlan } from '../render/text.ts';
import { execute } from '../wiring/execute.ts';
import { scrubEnvironment } from '../wiring/scrub-environment.ts';
import { stopSignal } from '../wiring/stop-signal.ts';
import { onGitHub } from './host.ts';
import { mask, readInputs } from './inputs.ts';
import { keepReport } from './keep-report.ts';
import { actionLog } from './log.ts';
import { showResults } from './show-results.ts';

/** Runs the GitHub Action: reads the inputs, and shows outputs, summary, annotations, comment and check run. */
export async function main(): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    core.error(harmless(`postman-sync itself failed: ${messageOf(error)}`));
  }
}

/** Runs the command and returns the exit status. A comment or check run that cannot be published does not change it. */
async function run(): Promise<number> {
  const raw = readInputs();
  const env = scrubEnvironment(process.env);
  const shell = { env, cwd: process.env.GITHUB_WORKSPACE || process.cwd(), log: actionLog };
  const github = onGitHub(shell);
  const entry = realpathSync(process.argv[1] ?? '');
  const finished = await execute(raw, {
    ...shell,
    ...github.host,
    entry,
    signal: stopSignal(),
    mask,
    review: async (proposal) => {
      actionLog.group('Plan', renderPlan(proposal, { color: false }).split('\n'));
      return true;
    },
  });
  const kept = await keepReport(finished, shell);
  const { sourceUrl } = github;
  await showResults(kept, omitUndefined<SummaryOptions>({ sourceUrl, pageUrl: kept.paths.artifact }));
  await github.publish(kept);
  return finished.report.verdict === 'passed' ? 0 : 1;
}

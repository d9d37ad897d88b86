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
import { onGitHub } from './host.ts';
import { mask, readInputs } from './inputs.ts';
import { keepReport } from './keep-report.ts';
import { actionLog } from './log.ts';
import { showResults } from './show-results.ts';

/** The GitHub Action: inputs from the runner; outputs, summary, annotations, comment and check run to it. */
export async function main(): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    core.error(harmless(`postman-sync itself failed: ${messageOf(error)}`));
  }
}

/** Outputs and exit status say the same; what cannot be shown on a pull request changes neither. */
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

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
  return stop.signal;
}

import { readFileSync, realpathSync } from 'node:fs';
import process from 'node:process';
import * as core from '@actions/core';
import { type Execution, execute } from '../wiring/execute.ts';
import type { Host } from '../wiring/host.ts';
import { autoCommand, commitOf, type GitHubEvent, type Payload } from './event.ts';
import { readInputs } from './inputs.ts';
import { actionLog } from './log.ts';
import { present } from './present.ts';

/** The GitHub Action: inputs from the runner, outputs, summary and annotations to it. */
export async function main(): Promise<void> {
  const raw = readInputs();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
  const execution = await execute(raw, hostOf(readEvent(), stop.signal));
  await present(execution);
  process.exitCode = exitCodeOf(execution);
}

const exitCodeOf = ({ report }: Execution): number => (report.verdict === 'passed' ? 0 : 1);

function readEvent(): GitHubEvent {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_REF: ref = '', GITHUB_EVENT_PATH: path } = process.env;
  return { name, ref, payload: readPayload(path) };
}

function readPayload(path: string | undefined): Payload {
  if (!path) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Payload;
  } catch (error) {
    core.warning(
      `The event payload cannot be read (${String((error as { code?: unknown }).code ?? 'not JSON')}); auto means plan.`,
    );
    return {};
  }
}

function hostOf(event: GitHubEvent, signal: AbortSignal): Host {
  const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_WORKSPACE: workspace } = process.env;
  const commit = commitOf(event, sha);
  return {
    cwd: workspace || process.cwd(),
    env: process.env,
    log: actionLog,
    entry: realpathSync(process.argv[1] ?? ''),
    interactive: false,
    signal,
    auto: autoCommand(event),
    ...(repository ? { repository } : {}),
    ...(commit ? { commit } : {}),
  };
}

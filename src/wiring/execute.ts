import { availableParallelism } from 'node:os';
import { redactStrings } from '../core/lib/redact-strings.ts';
import { ProblemsError } from '../core/model/problem.ts';
import { redactor } from '../core/model/secret.ts';
import { buildReport } from '../core/report/build-report.ts';
import type { Report } from '../core/report/report.ts';
import { failedStep } from '../core/report/results.ts';
import type { RawInputs } from '../settings/inputs.ts';
import { parseSettings } from '../settings/parse.ts';
import { runCommand } from '../sync/run-command.ts';
import { VERSION } from '../version.ts';
import { createPorts } from './create-ports.ts';
import { type FoundConfig, findConfig } from './find-config.ts';
import type { Host } from './host.ts';
import { secretsIn } from './secrets.ts';
import { type FinishedRun, writeReports } from './write-reports.ts';

export type { FinishedRun } from './write-reports.ts';

/** Runs a command from inputs to written reports; never throws. */
export async function execute(raw: RawInputs, host: Host): Promise<FinishedRun> {
  try {
    return await carryOut(raw, host);
  } catch (error) {
    return { report: redactStrings(refusedReport(raw, error), redactor(secretsIn(raw))), paths: {} };
  }
}

async function carryOut(raw: RawInputs, host: Host): Promise<FinishedRun> {
  if (host.refusal) return writeReports(refusedReport(raw, new ProblemsError([host.refusal])), { host, raw });
  const config = await findConfig(raw, host.cwd);
  const parsed = parseSettings(raw, contextOf(host, config));
  if (!parsed.ok || config.problem) {
    const problems = [...(config.problem ? [config.problem] : []), ...(parsed.ok ? [] : parsed.problems)];
    return writeReports(refusedReport(raw, new ProblemsError(problems)), { host, raw });
  }
  const settings = parsed.value;
  const { ports, close } = await createPorts(settings, host);
  try {
    return await writeReports(await runCommand(settings, ports, VERSION), { host, raw, settings });
  } finally {
    close();
  }
}

const contextOf = ({ env, auto, repository, commit, keyless }: Host, { source, problem }: FoundConfig) => ({
  cpus: availableParallelism(),
  env: (name: string) => env[name],
  ...(auto ? { auto } : {}),
  ...(repository ? { repository } : {}),
  ...(commit ? { commit } : {}),
  ...(keyless ? { keyless } : {}),
  ...(source ? { config: source } : {}),
  ...(problem ? { unread: true } : {}),
});

/** The report of a run that never began, because its settings are wrong, or that broke. */
function refusedReport(raw: RawInputs, thrown: unknown): Report {
  const now = Date.now();
  const run = { command: raw.get('command') || 'auto', version: VERSION, startedAt: now, endedAt: now };
  return buildReport({ run, result: failedStep(thrown), api: { limits: {}, apiCalls: 0, waitedMs: 0 } });
}

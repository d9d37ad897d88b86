import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { buildReport } from '../core/build-report.ts';
import { type Problem, ProblemsError } from '../core/problem.ts';
import { redactStrings } from '../core/redact.ts';
import type { Report } from '../core/report.ts';
import { redactor } from '../core/secret.ts';
import { relativeTo } from '../files/paths.ts';
import type { ConfigSource } from '../settings/config.ts';
import type { RawInputs } from '../settings/inputs.ts';
import { DEFAULT_CONFIG, parseSettings } from '../settings/parse.ts';
import { runCommand } from '../sync/run.ts';
import { VERSION } from '../version.ts';
import { deliver, type Execution } from './deliver.ts';
import type { Host } from './host.ts';
import { secretsIn } from './secrets.ts';
import { wire } from './wire.ts';

export type { Execution } from './deliver.ts';

/** Runs a command from inputs to written reports; never throws. */
export async function execute(raw: RawInputs, host: Host): Promise<Execution> {
  try {
    return await carryOut(raw, host);
  } catch (error) {
    return { report: redactStrings(refusedReport(raw, error), redactor(secretsIn(raw))), paths: {} };
  }
}

async function carryOut(raw: RawInputs, host: Host): Promise<Execution> {
  if (host.refusal) return deliver(refusedReport(raw, new ProblemsError([host.refusal])), { host, raw });
  const config = await findConfig(raw, host.cwd);
  const parsed = parseSettings(raw, contextOf(host, config));
  if (!parsed.ok || config.problem) {
    const problems = [...(config.problem ? [config.problem] : []), ...(parsed.ok ? [] : parsed.problems)];
    return deliver(refusedReport(raw, new ProblemsError(problems)), { host, raw });
  }
  const settings = parsed.value;
  const { ports, close } = await wire(settings, host);
  try {
    return await deliver(await runCommand(settings, ports, VERSION), { host, raw, settings });
  } finally {
    close();
  }
}

/** The configuration's text, where there is a file; or why the one that was named cannot be read. */
interface FoundConfig {
  readonly source?: ConfigSource;
  readonly problem?: Problem;
}

async function findConfig(raw: RawInputs, cwd: string): Promise<FoundConfig> {
  const given = raw.get('config')?.trim();
  // Where a stranger's report is relayed, a configuration that lies beside it may be the stranger's too.
  if (!given && raw.get('command') === 'comment') return {};
  const path = relativeTo(cwd, given || DEFAULT_CONFIG);
  try {
    return { source: { path, text: await readFile(resolve(cwd, path), 'utf8') } };
  } catch (error) {
    if (!given) return {};
    const reason = String((error as { code?: unknown }).code ?? error);
    return {
      problem: {
        message: `config: ${given} cannot be read (${reason})`,
        remedy: 'Correct the path; it is relative to the working directory.',
      },
    };
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
  return buildReport({
    command: raw.get('command') || 'auto',
    version: VERSION,
    startedAt: now,
    endedAt: now,
    runs: [],
    monitors: [],
    notices: [],
    thrown: [thrown],
    api: { limits: {}, usage: [], apiCalls: 0, waitedMs: 0 },
    nothingToRun: false,
    failOnDrift: false,
  });
}

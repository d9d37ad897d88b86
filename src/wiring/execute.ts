import { availableParallelism } from 'node:os';
import { omitUndefined } from '../core/lib/json.ts';
import { ProblemsError } from '../core/model/problem.ts';
import { redactor, type Secret } from '../core/model/secret.ts';
import { buildReport } from '../core/report/build-report.ts';
import { redactReport } from '../core/report/redact.ts';
import type { Report } from '../core/report/report.ts';
import { failedStep } from '../core/report/results.ts';
import { type HostSettings, parseHostSettings } from '../settings/host-settings.ts';
import type { RawInputs } from '../settings/inputs/input-spec.ts';
import { parseSettings, type SettingsContext } from '../settings/parse.ts';
import { runCommand } from '../sync/run-command.ts';
import { VERSION } from '../version.ts';
import { changedGateRules } from './changed-gate-rules.ts';
import { changeBaseOf } from './ci-host.ts';
import { createPorts, githubRepository } from './create-ports.ts';
import { type FoundConfig, findConfig } from './find-config.ts';
import type { Host } from './host.ts';
import { secretsOf } from './secrets.ts';
import { type FinishedRun, writeReports } from './write-reports.ts';

export type { FinishedRun } from './write-reports.ts';

/** Runs a command from inputs to written reports; never throws. The only place that reads the raw inputs. */
export async function execute(raw: RawInputs, host: Host): Promise<FinishedRun> {
  const settings = parseHostSettings(raw);
  try {
    if (!host.downloads) return await run(raw, { host, settings });
    const { downloadSources } = await import('./download-sources.ts');
    const { inputs, remove } = await downloadSources(raw, host.downloads);
    return await run(inputs, { host, settings }).finally(remove);
  } catch (error) {
    return { report: redactReport(reportOf(error, settings), redactor(settings.secrets)), paths: {}, settings };
  }
}

interface RunOptions {
  readonly host: Host;
  readonly settings: HostSettings;
}

/** Runs a command. `fromInputs`: without the configuration, which may come from a fork whose run is refused. */
async function run(raw: RawInputs, { host, settings: fromInputs }: RunOptions): Promise<FinishedRun> {
  const refusal = host.refuse?.(fromInputs);
  if (refusal) return finish(reportOf(new ProblemsError([refusal]), fromInputs), { host, settings: fromInputs });
  const config = await findConfig(fromInputs, host.cwd);
  const parsed = parseSettings(raw, contextOf(host, config));
  if (!parsed.ok || config.problem) {
    const problems = [...(config.problem ? [config.problem] : []), ...(parsed.ok ? [] : parsed.problems)];
    const settings = parseHostSettings(raw, config.source);
    return finish(reportOf(new ProblemsError(problems), settings), { host, settings });
  }
  const base = host.changeBase ?? changeBaseOf(host.env);
  const sources = { cwd: host.cwd, base, github: githubRepository(parsed.value, host) };
  const notices = [...parsed.value.notices, ...(await changedGateRules(config.source, sources))];
  const settings = { ...parsed.value, notices };
  const secrets = secretsOf(settings, host.env);
  for (const secret of secrets) host.mask?.(secret.reveal());
  const { ports, close } = await createPorts(settings, host);
  try {
    const report = await runCommand(settings, ports, VERSION);
    return await finish(report, { host, settings: settings.host, secrets });
  } finally {
    close();
  }
}

const finish = (
  report: Report,
  {
    host: { cwd, origin },
    settings,
    secrets = settings.secrets,
  }: RunOptions & { readonly secrets?: readonly Secret[] },
): Promise<FinishedRun> => writeReports(report, { cwd, settings, secrets, ...(origin ? { origin } : {}) });

const contextOf = (
  { env, auto, pull, restoreFile, repository, commit, keyless }: Host,
  { source, problem }: FoundConfig,
): SettingsContext =>
  omitUndefined<SettingsContext>({
    cpus: availableParallelism(),
    env: (name: string) => env[name],
    auto,
    pull,
    restoreFile,
    // A CI may set its variables to empty texts.
    repository: repository || undefined,
    commit: commit || undefined,
    keyless,
    config: source,
    unread: problem ? true : undefined,
  });

/** The report of a run that ended before its command: with wrong settings, or by a defect of this tool. */
function reportOf(thrown: unknown, { command }: HostSettings): Report {
  const now = Date.now();
  const info = { command, version: VERSION, startedAt: now, endedAt: now };
  return buildReport({ run: info, result: failedStep(thrown), api: { limits: {}, apiCalls: 0, waitedMs: 0 } });
}

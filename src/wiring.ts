import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { buildReport } from './core/build-report.ts';
import { present } from './core/json.ts';
import { type Problem, ProblemsError } from './core/problem.ts';
import { redactStrings } from './core/redact.ts';
import type { Report } from './core/report.ts';
import { redactor, Secret } from './core/secret.ts';
import { relativeTo } from './files/paths.ts';
import { createFiles } from './files/read.ts';
import { createBackups, writeText } from './files/write.ts';
import { createPostman } from './postman/client.ts';
import { Sender } from './postman/sender.ts';
import { createTransport } from './postman/transport.ts';
import { renderHtml } from './render/html.ts';
import { renderJson } from './render/json.ts';
import { renderJunit } from './render/junit.ts';
import type { ReportPaths } from './render/outputs.ts';
import { createSuiteRunner } from './run/suites.ts';
import type { ConfigSource } from './settings/config.ts';
import type { Command, RawInputs } from './settings/inputs.ts';
import { DEFAULT_CONFIG, parseSettings } from './settings/parse.ts';
import type { ReportFormat, Settings } from './settings/settings.ts';
import type { Clock, Log, Ports, Postman } from './sync/ports.ts';
import { runCommand } from './sync/run.ts';
import { VERSION } from './version.ts';

/** What a shell knows of the place it runs in. */
export interface Host {
  /** The working directory: the repository. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** The bundle, which is forked to run suites. */
  readonly entry: string;
  /** Whether a person watches a terminal. */
  readonly interactive: boolean;
  readonly signal?: AbortSignal;
  /** What `auto` means here. */
  readonly auto?: Command;
  /** `owner/repository`. */
  readonly repository?: string;
  readonly commit?: string;
}

/** A finished run: its report, free of secrets, and where it was written. */
export interface Execution {
  readonly report: Report;
  readonly paths: ReportPaths;
  /** Absent when the settings were wrong. */
  readonly settings?: Settings;
}

/** Runs a command from inputs to written reports; never throws for anything the user or the world did wrong. */
export async function execute(raw: RawInputs, host: Host): Promise<Execution> {
  const config = await findConfig(raw, host.cwd);
  const parsed = 'problem' in config ? undefined : parseSettings(raw, contextOf(host, config.source));
  if (!parsed?.ok) {
    const problems = [...('problem' in config ? [config.problem] : []), ...(parsed?.problems ?? [])];
    return finish(refusedReport(raw, problems), { host, raw });
  }
  const settings = parsed.value;
  const transport = createTransport(`postman-sync/${VERSION}`, TIMES);
  try {
    const report = await runCommand(settings, portsOf(settings, { host, transport }), VERSION);
    return await finish(report, { host, raw, settings });
  } finally {
    transport.close();
  }
}

/** Postman answers a synchronous monitor run or a large update late, but no later than this. */
const TIMES = { idleMs: 120_000, totalMs: 330_000 } as const;

const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((wake, reject) => {
      const timer = setTimeout(wake, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

async function findConfig(
  raw: RawInputs,
  cwd: string,
): Promise<{ readonly source: ConfigSource | undefined } | { readonly problem: Problem }> {
  const given = raw.get('config')?.trim();
  const path = relativeTo(cwd, given || DEFAULT_CONFIG);
  try {
    return { source: { path, text: await readFile(resolve(cwd, path), 'utf8') } };
  } catch (error) {
    if (!given) return { source: undefined };
    const reason = String((error as { code?: unknown }).code ?? error);
    return {
      problem: {
        message: `config: ${given} cannot be read (${reason})`,
        remedy: 'Correct the path; it is relative to the working directory.',
      },
    };
  }
}

const contextOf = ({ env, auto, repository, commit }: Host, config: ConfigSource | undefined) => ({
  cpus: availableParallelism(),
  env: (name: string) => env[name],
  ...(auto ? { auto } : {}),
  ...(repository ? { repository } : {}),
  ...(commit ? { commit } : {}),
  ...(config ? { config } : {}),
});

interface Wiring {
  readonly host: Host;
  readonly transport: ReturnType<typeof createTransport>;
}

function portsOf(settings: Settings, { host, transport }: Wiring): Ports {
  const log = redactedLog(host.log, redactor(secretsOf(settings)));
  const runner = {
    clock: realClock,
    log,
    entry: host.entry,
    workspace: host.cwd,
    environment: childEnvironment(host.env),
    interactive: host.interactive,
  };
  return present<Ports>({
    clock: realClock,
    log,
    files: createFiles(host.cwd, settings.workspace),
    backups: createBackups(host.cwd, settings.report.dir),
    runner: createSuiteRunner(runner),
    postman: postmanOf(settings, { log, transport }),
    signal: host.signal,
  });
}

function postmanOf(
  { postman }: Settings,
  { log, transport }: { readonly log: Log; readonly transport: Wiring['transport'] },
): Postman | undefined {
  if (!postman) return undefined;
  return createPostman(new Sender({ ...postman, transport, clock: realClock, random: Math.random, log }));
}

/** What a suite's process may know: how to find programs, folders and proxies. No inputs, no tokens, no key. */
const CHILD_VARIABLES =
  /^(path|pathext|systemroot|windir|comspec|home|userprofile|tmp|temp|tmpdir|lang|lc_\w+|tz|https?_proxy|no_proxy|node_extra_ca_certs)$/i;

const childEnvironment = (env: Host['env']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => CHILD_VARIABLES.test(entry[0]) && entry[1] !== undefined,
    ),
  );

/** Every text that a run was given in confidence. */
function secretsOf({ postman, github, run, files }: Settings): readonly Secret[] {
  const variables = [run.defaults, ...(run.suites ?? [])].flatMap((suite) => [...suite.variables.values()]);
  const values = files.environments.flatMap(({ values: extra }) =>
    [...(extra?.values() ?? [])].map(({ value }) => value),
  );
  return [postman?.apiKey, github.token, ...variables, ...values].filter((secret) => secret !== undefined);
}

const redactedLog = (log: Log, redact: (text: string) => string): Log => ({
  line: (text) => log.line(redact(text)),
  notice: (text) => log.notice(redact(text)),
  warning: (text) => log.warning(redact(text)),
  group: (title, lines) => log.group(redact(title), lines.map(redact)),
});

interface Finishing {
  readonly host: Host;
  readonly raw: RawInputs;
  readonly settings?: Settings;
}

/** The report without secrets, written to the report folder. */
async function finish(full: Report, { host, raw, settings }: Finishing): Promise<Execution> {
  const secrets = settings
    ? secretsOf(settings)
    : [...raw].filter(([name]) => SECRET_INPUTS.has(name)).map(([, text]) => new Secret(text.trim()));
  const report = redactStrings(full, redactor(secrets));
  const dir = settings?.report.dir ?? (raw.get('report-dir')?.trim() || 'postman-report');
  const written = await writeReports(report, {
    cwd: host.cwd,
    dir,
    formats: settings?.report.formats ?? ['junit', 'json', 'html'],
  });
  return { ...written, ...(settings ? { settings } : {}) };
}

const SECRET_INPUTS: ReadonlySet<string> = new Set(['postman-api-key', 'github-token', 'ssl-client-passphrase']);

const REPORTS: Readonly<
  Record<
    ReportFormat,
    { readonly file: string; readonly key: keyof ReportPaths; readonly render: (report: Report) => string }
  >
> = {
  json: { file: 'report.json', key: 'report', render: renderJson },
  junit: { file: 'junit.xml', key: 'junit', render: renderJunit },
  html: { file: 'index.html', key: 'html', render: renderHtml },
};

interface Writing {
  readonly cwd: string;
  readonly dir: string;
  readonly formats: readonly ReportFormat[];
}

async function writeReports(
  report: Report,
  { cwd, dir, formats }: Writing,
): Promise<{ report: Report; paths: ReportPaths }> {
  const paths: Partial<Record<keyof ReportPaths, string>> = {};
  try {
    for (const format of formats) {
      const { file, key, render } = REPORTS[format];
      const path = isAbsolute(dir) ? join(dir, file) : `${dir.replace(/[\\/]+$/, '')}/${file}`;
      await writeText(resolve(cwd, path), render(report));
      paths[key] = path;
    }
    return { report, paths };
  } catch (error) {
    return { report: notWritten(report, { dir, error }), paths };
  }
}

/** A run whose report nobody can read has not passed. */
function notWritten(report: Report, { dir, error }: { readonly dir: string; readonly error: unknown }): Report {
  const message = `The reports cannot be written to ${dir} (${String((error as { code?: unknown }).code ?? error)})`;
  const problem: Problem = { message, remedy: 'Make the folder writable, or name another one in report-dir.' };
  return {
    ...report,
    verdict: 'error',
    failureKinds: [...new Set([...report.failureKinds, 'settings' as const])],
    problems: [...report.problems, problem],
  };
}

/** The report of a run that never began, because its settings are wrong. */
function refusedReport(raw: RawInputs, problems: readonly Problem[]): Report {
  const now = Date.now();
  return buildReport({
    command: raw.get('command') || 'auto',
    version: VERSION,
    startedAt: now,
    endedAt: now,
    runs: [],
    monitors: [],
    notices: [],
    thrown: [new ProblemsError(problems)],
    api: { limits: {}, usage: [], apiCalls: 0, waitedMs: 0 },
    failOnDrift: false,
  });
}

import { join } from 'node:path';
import { omitUndefined } from '../core/lib/json.ts';
import { redactor } from '../core/model/secret.ts';
import { redactPart } from '../core/report/redact.ts';
import { createChangedFiles } from '../files/changed-files.ts';
import { createFindEarlierReport } from '../files/earlier-report.ts';
import { createHistory } from '../files/history.ts';
import { inspectPath } from '../files/inspect-path.ts';
import { relativeTo } from '../files/paths.ts';
import { createFiles } from '../files/read.ts';
import { createReadBaseline } from '../files/read-baseline.ts';
import { createReadReports } from '../files/read-reports.ts';
import { createCompareRemote } from '../files/remote-compare.ts';
import { createRemoteFiles, type GitHubRepository } from '../files/remote-file.ts';
import { createRepositoryFiles } from '../files/repository-files.ts';
import { createBackups, makeFolderWithoutLinks } from '../files/write.ts';
import { childEnvironment } from '../run/child-environment.ts';
import { createNewmanEngine } from '../run/newman-engine.ts';
import { createSuiteRunner } from '../run/runner.ts';
import { createScanner } from '../scan/scanner.ts';
import { COMMAND_SPECS } from '../settings/commands.ts';
import type { PostmanAccess, Settings } from '../settings/settings.ts';
import type { Log, Ports, Postman, SuiteRunner } from '../sync/ports.ts';
import { VERSION } from '../version.ts';
import { cacheFolder } from './cache-folder.ts';
import { changeBaseOf } from './ci-host.ts';
import { realClock } from './clock.ts';
import type { Host } from './host.ts';
import { proxiedFetch } from './proxied-fetch.ts';
import { secretsOf } from './secrets.ts';
import { showSuites } from './show-suites.ts';

/** Timeouts of a request: a monitor run or a large update may take minutes. */
const TIMEOUTS = { connectMs: 20_000, idleMs: 120_000, totalMs: 330_000 } as const;

/** The ports of a run, and the function that closes them. */
export interface CreatedPorts {
  readonly ports: Ports;
  close(): void;
}

/** Creates the real ports. The Postman client is loaded only where there is a key and the command may send it. */
export async function createPorts(settings: Settings, host: Host): Promise<CreatedPorts> {
  const redact = redactor(secretsOf(settings, host.env));
  const log = redactedLog(host.log, redact);
  const { review } = host;
  const sends = COMMAND_SPECS[settings.command].key !== 'none';
  const { postman, close } =
    settings.postman && sends
      ? await connect(settings.postman, { log, signal: host.signal })
      : { postman: undefined, close: () => {} };
  const { cwd, signal, changeBase, baseBranch, commit } = host;
  const github = githubRepository(settings, host);
  const shardsOf = settings.run.shard && host.env.GITHUB_RUN_ID;
  const ports = omitUndefined<Ports>({
    clock: realClock,
    log,
    files: createFiles(cwd, settings.target?.workspace, digestFile(host.env)),
    review: review && ((proposal) => review(redactPart(proposal, redact))),
    repositoryFiles: createRepositoryFiles(cwd),
    history: createHistory(cwd, {
      readRemote: github && createRemoteFiles(github),
      allowUnsupported: settings.files.allowUnsupported,
    }),
    readBaseline: createReadBaseline(
      cwd,
      github && baseBranch ? createFindEarlierReport(github, { branch: baseBranch, shardsOf }) : undefined,
    ),
    readReports: createReadReports(cwd),
    changedFiles: createChangedFiles({
      cwd,
      base: changeBase ?? changeBaseOf(host.env),
      compareRemote: github && commit ? createCompareRemote(github, commit) : undefined,
    }),
    scanner: createScanner(realClock),
    backups: createBackups(cwd, settings.host.report.dir, settings.postman?.apiKey),
    runner: runnerOf(host, log),
    postman,
    postReport: host.postReport,
    signal,
  });
  return { ports, close };
}

/** The runner of suites, with Newman as its engine. */
function runnerOf(host: Host, log: Log): SuiteRunner {
  const { cwd, entry, env } = host;
  const engine = createNewmanEngine({
    ...{ clock: realClock, entry, cwd, environment: childEnvironment(env) },
    makeFolder: (folder) => makeFolderWithoutLinks(folder, cwd),
  });
  return createSuiteRunner({
    ...{ engine, clock: realClock, log, cwd, listener: showSuites(log, host) },
    inspect: (path, reach) => inspectPath(path, cwd, reach),
  });
}

/** The repository on GitHub, for history that a shallow clone lacks; undefined outside GitHub Actions. */
export function githubRepository(settings: Settings, { env, cwd }: Host): GitHubRepository | undefined {
  const { token } = settings.host.github;
  const { GITHUB_REPOSITORY: name, GITHUB_WORKSPACE: root, GITHUB_API_URL: apiUrl = 'https://api.github.com' } = env;
  if (!name || !token) return undefined;
  const folder = root ? relativeTo(root, cwd) : '';
  return { apiUrl, name, token, folder, fetch: proxiedFetch };
}

async function connect(
  access: PostmanAccess,
  { log, signal }: { readonly log: Log; readonly signal: AbortSignal | undefined },
): Promise<{ readonly postman: Postman; close(): void }> {
  const { createTransport } = await import('../postman/http/transport.ts');
  const { foreignHost } = await import('../postman/foreign-host.ts');
  const { createPostman } = await import('../postman/client.ts');
  const { Sender } = await import('../postman/sender.ts');
  const foreign = foreignHost(access.baseUrl);
  if (foreign !== undefined) log.line(`The API key is sent to ${foreign}, which is not a host of Postman.`);
  const transport = createTransport(`postman-sync/${VERSION}`, { ...TIMEOUTS, signal });
  const sender = new Sender({ ...access, transport, clock: realClock, random: Math.random, log, signal });
  return { postman: createPostman(sender), close: () => transport.close() };
}

/** Raise it when the content of the digest file changes. */
const DIGEST_FORMAT = 1;

/** The cache of digests of large files; each version of this tool has its own. */
function digestFile(env: Host['env']): string | undefined {
  const folder = cacheFolder(env);
  return folder === undefined ? undefined : join(folder, `digests-${DIGEST_FORMAT}-${VERSION}.json`);
}

const redactedLog = (log: Log, redact: (text: string) => string): Log => ({
  line: (text) => log.line(redact(text)),
  notice: (text) => log.notice(redact(text)),
  warning: (text) => log.warning(redact(text)),
  waiting: (why, untilMs) => log.waiting(redact(why), untilMs),
  progress: (text) => log.progress?.(text === undefined ? undefined : redact(text)),
  group: (title, lines) => log.group(redact(title), lines.map(redact)),
});

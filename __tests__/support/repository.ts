import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { orThrow } from '../../src/core/model/problem.ts';
import type { Report } from '../../src/core/report/report.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.ts';
import { createHistory } from '../../src/files/history.ts';
import { createFiles } from '../../src/files/read.ts';
import { createRepositoryFiles } from '../../src/files/repository-files.ts';
import { createBackups } from '../../src/files/write.ts';
import { createPostman } from '../../src/postman/client.ts';
import { createTransport, type WireRequest } from '../../src/postman/http/transport.ts';
import { Sender } from '../../src/postman/sender.ts';
import { createScanner } from '../../src/scan/scanner.ts';
import { parseSettings } from '../../src/settings/parse.ts';
import type { PullSettings } from '../../src/settings/settings.ts';
import type { Log, Ports, ReviewPlan } from '../../src/sync/ports.ts';
import { runCommand } from '../../src/sync/run-command.ts';
import { TestClock } from './clock.ts';
import { documented } from './report-file.ts';

const silent: Log = { line: () => {}, notice: () => {}, warning: () => {}, waiting: () => () => {}, group: () => {} };

type Files = Readonly<Record<string, unknown>>;

/** A repository in a folder of its own and an emulated workspace, with one clock for both. */
export interface Team {
  readonly emulator: Emulator;
  /** Writes files; those given as undefined are deleted. Texts are written as they are, everything else as JSON. */
  write(files: Files): Promise<void>;
  /** Runs a command over real sockets; suites are left out. */
  run(
    command: 'plan' | 'apply' | 'test' | 'status' | 'pull',
    inputs?: Readonly<Record<string, string>>,
  ): Promise<Report>;
  /** Pulls as the command line would with these flags. */
  pull(asked?: Partial<PullSettings>, inputs?: Readonly<Record<string, string>>): Promise<Report>;
  /** Puts a backup back, as the command line would. */
  restore(file: string | undefined): Promise<Report>;
  /** Paths of all files, reports left out. */
  paths(): Promise<readonly string[]>;
  /** Commits everything; runs from now on are of that commit. */
  commit(): Promise<string>;
  /** The text of a file. */
  text(path: string): Promise<string>;
  /** Calls the emulator as somebody else would: not in any count of a run. */
  call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** The calls since the last time this was asked, as `METHOD /path`, the person's own left out. */
  calls(): readonly string[];
  /** Plays faults from now on. */
  fault(...specs: readonly string[]): Promise<void>;
  /** Files below the report folder's backup. */
  backups(): Promise<readonly string[]>;
  readonly clock: TestClock;
  /** Whether time stands still until a monitor's run, which is a real one, has ended; true unless a test says otherwise. */
  holdRuns: boolean;
  /** Asked before the first write. */
  review: ReviewPlan | undefined;
  close(): Promise<void>;
}

/** Starts a team with these files and this emulator. The tight windows of lists are off unless the profile says otherwise. */
export async function startTeam(files: Files, options: EmulatorOptions = {}): Promise<Team> {
  const clock = new TestClock();
  const emulator = await createEmulator({
    ...options,
    clock: () => clock.now(),
    profile: { specialLimit: 0, ...options.profile },
  });
  const folder = await mkdtemp(join(tmpdir(), 'postman-sync-test-'));
  const own: number[] = [];
  let seen = 0;
  const write = async (entries: Files): Promise<void> => {
    for (const [path, content] of Object.entries(entries)) {
      const full = join(folder, path);
      await mkdir(dirname(full), { recursive: true });
      if (content === undefined) await rm(full);
      else await writeFile(full, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    }
  };
  await write(files);

  const call: Team['call'] = async (method, path, body) => {
    const headers = {
      'x-api-key': emulator.apiKey,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await fetch(`${emulator.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!path.startsWith('/__')) own.push(emulator.journal.at(-1)?.number ?? 0);
    return (await answer.json()) as Record<string, unknown>;
  };

  let head: string | undefined;
  const team: Team = {
    emulator,
    clock,
    holdRuns: true,
    review: undefined,
    write,
    call,
    run: (command, inputs = {}) =>
      run(
        { command, ...inputs },
        { emulator, folder, clock, holdRuns: team.holdRuns, commit: head, review: team.review },
      ),
    pull: (asked = {}, inputs = {}) => {
      const pull = { check: false, force: false, only: [], ...asked };
      return run(
        { command: 'pull', ...inputs },
        { emulator, folder, clock, holdRuns: team.holdRuns, commit: head, pull },
      );
    },
    restore: (file) =>
      run(
        { command: 'restore' },
        { emulator, folder, clock, holdRuns: team.holdRuns, commit: head, review: team.review, restoreFile: file },
      ),
    paths: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
      return paths.filter((path) => !/^(\.git|postman-report)\//.test(path)).sort();
    },
    commit: async () => {
      head = await commitAll(folder);
      return head;
    },
    text: (path) => readFile(join(folder, path), 'utf8'),
    calls: () => {
      const news = emulator.journal.filter(({ number }) => number > seen && !own.includes(number));
      seen = emulator.journal.at(-1)?.number ?? 0;
      return news.map(({ method, path }) => `${method} ${path}`);
    },
    fault: async (...faults) => void (await call('POST', '/__faults', { faults })),
    backups: async () =>
      (
        await readdir(join(folder, 'postman-report', 'backup'), { recursive: true, withFileTypes: true }).catch(
          () => [],
        )
      )
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name),
    close: async () => {
      await emulator.close();
      await rm(folder, { recursive: true });
    },
  };
  return team;
}

const git = promisify(execFile);

async function commitAll(cwd: string): Promise<string> {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
  await git('git', ['init', '--quiet'], { cwd });
  await git('git', ['add', '--all'], { cwd });
  await git('git', [...identity, 'commit', '--quiet', '--allow-empty', '--message', 'change'], { cwd });
  return (await git('git', ['rev-parse', 'HEAD'], { cwd })).stdout.trim();
}

interface Setting {
  readonly commit: string | undefined;
  readonly pull?: PullSettings;
  readonly restoreFile?: string | undefined;
  readonly review?: ReviewPlan | undefined;
  readonly emulator: Emulator;
  readonly folder: string;
  readonly clock: TestClock;
  readonly holdRuns: boolean;
}

async function run(inputs: Readonly<Record<string, string>>, setting: Setting): Promise<Report> {
  const { emulator, folder, clock, holdRuns, commit, pull, review, restoreFile } = setting;
  const raw = {
    'postman-api-key': emulator.apiKey,
    'api-url': emulator.url,
    workspace: emulator.workspaceId,
    project: 'acme/shop',
    run: 'none',
    ...inputs,
  };
  const path = inputs.config ?? 'postman-sync.yaml';
  const text = await readFile(join(folder, path), 'utf8').catch(() => undefined);
  const config = text === undefined ? {} : { config: { path, text } };
  const settings = orThrow(
    parseSettings(new Map(Object.entries(raw)), {
      cpus: 1,
      env: () => undefined,
      ...(commit ? { commit } : {}),
      ...(pull ? { pull } : {}),
      ...(restoreFile === undefined ? {} : { restoreFile }),
      ...config,
    }),
  );
  const transport = createTransport('test', { idleMs: 2_000, totalMs: 20_000 });
  if (!settings.postman) throw new Error('a key is given');
  const send = async (request: WireRequest) => {
    try {
      return await transport.send(request);
    } finally {
      if (holdRuns && request.url.includes('/run?')) await emulator.idle();
    }
  };
  const still = { ...transport, send: (request: WireRequest) => clock.during(() => send(request)) };
  const sender = new Sender({ ...settings.postman, transport: still, clock, random: () => 0.5, log: silent });
  const ports: Ports = {
    clock,
    log: silent,
    files: createFiles(folder, settings.target?.workspace),
    ...(review ? { review } : {}),
    history: createHistory(folder),
    repositoryFiles: createRepositoryFiles(folder),
    scanner: createScanner(),
    backups: createBackups(folder, settings.host.report.dir, settings.postman?.apiKey),
    readReports: async () => ({ reports: [], absent: [], problems: [] }),
    runner: { countRows: async () => 0, check: async () => [], run: async () => [] },
    postman: createPostman(sender),
  };
  try {
    return documented(await runCommand(settings, ports, 'test'));
  } finally {
    transport.close();
  }
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseWithPositions } from '../../../src/core/lib/positions.ts';
import type { Problem } from '../../../src/core/model/problem.ts';
import type { SourceFile } from '../../../src/core/model/resource.ts';
import type { RunOptions, RunResult } from '../../../src/core/model/run-result.ts';
import { Secret } from '../../../src/core/model/secret.ts';
import type { Suite } from '../../../src/core/model/suite.ts';
import { createNewmanEngine, type NewmanOptions } from '../../../src/run/newman-engine.ts';
import { createSuiteRunner, type RunnerOptions } from '../../../src/run/runner.ts';
import type { Log, RunPolicy } from '../../../src/sync/ports.ts';
import { showSuites } from '../../../src/wiring/show-suites.ts';
import { programEntry } from '../../support/compile.ts';
import { OPTIONS } from '../../support/suite.ts';

/** A working directory with an API to test, and the runner under test. */
export interface Kit {
  readonly cwd: string;
  /** The program, as it is started. */
  readonly entry: string;
  /** Base URL of the API. */
  readonly api: string;
  /** What the API got, as `METHOD /path`. */
  readonly requests: string[];
  /** Everything that was logged. */
  readonly logged: string[];
  write(path: string, text: string): Promise<void>;
  run(
    suites: readonly Suite[],
    policy?: Partial<RunPolicy>,
    runner?: Partial<RunnerOptions & NewmanOptions>,
  ): Promise<readonly RunResult[]>;
  check(suites: readonly Suite[], policy?: Partial<RunPolicy>): Promise<readonly Problem[]>;
  close(): Promise<void>;
}

const wall = {
  now: () => Date.now(),
  sleep: (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new Error('aborted'));
      });
    }),
};

/** Starts a kit; answers `{"ok":true}` to everything that `listener` leaves alone. */
export async function startKit(listener: RequestListener = () => undefined): Promise<Kit> {
  const entry = programEntry();
  const cwd = await mkdtemp(join(tmpdir(), 'suites-'));
  const requests: string[] = [];
  const logged: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    requests.push(`${request.method} ${request.url}`);
    listener(request, response);
    if (!response.headersSent && !response.writableEnded && request.url !== '/never') {
      response.setHeader('content-type', 'application/json');
      response.end('{"ok":true}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line = (text: string): void => void logged.push(text);
  const log: Log = {
    line,
    notice: line,
    warning: line,
    waiting: () => () => {},
    group: (title, lines) => logged.push(title, ...lines),
  };
  const runnerFor = (runner: Partial<RunnerOptions & NewmanOptions>) => {
    const environment = { PATH: process.env.PATH ?? '', VISIBLE: 'yes' };
    const listener = showSuites(log, {});
    const options = { clock: wall, log, listener, entry, cwd, environment, ...runner };
    return createSuiteRunner({ engine: createNewmanEngine(options), ...options });
  };
  return {
    cwd,
    entry,
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    logged,
    write: async (path, text) => {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), text);
    },
    run: (suites, policy = {}, runner = {}) => runnerFor(runner).run(suites, { ...usual, ...policy }),
    check: (suites, policy = {}) => runnerFor({}).check(suites, { ...usual, ...policy }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(cwd, { recursive: true, force: true });
    },
  };
}

const usual: RunPolicy = {
  parallel: 2,
  strict: true,
  waitFor: [],
  waitForTimeoutMs: 1000,
  reporters: [],
  reportDir: 'postman-report',
};

/** A file as it would be read from disk, written with two spaces of indentation. */
export function sourceFile(path: string, content: object): SourceFile {
  const text = JSON.stringify(content, null, 2);
  const document = parseWithPositions(text);
  return { path, content: JSON.parse(text), bytes: text.length, locate: (at) => document.locate(at) };
}

/** The line, from 1, of a text in a file that {@link sourceFile} made. */
export function lineOf(file: SourceFile, text: string): number {
  const lines = JSON.stringify(file.content, null, 2).split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

/** A request item with a test script. */
export const item = (name: string, url: string, test: string | readonly string[] = [], more: object = {}): object => ({
  name,
  ...(test.length > 0 ? { event: [{ listen: 'test', script: { exec: test } }] } : {}),
  request: { method: 'GET', url, ...more },
});

/** What a test wants of a suite besides its items. */
export interface Wanted extends Partial<Omit<Suite, 'options' | 'variables' | 'globalVariables' | 'collection'>> {
  readonly options?: Partial<RunOptions>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly globalVariables?: Readonly<Record<string, string>>;
  readonly collection?: object;
}

/** A suite of these items. */
export function suiteOf(
  items: readonly object[],
  { options, variables = {}, globalVariables = {}, collection, ...more }: Wanted = {},
): Suite {
  const name = more.name ?? 'Orders';
  const content = { info: { name, schema: SCHEMA }, item: items, ...collection };
  return {
    collection: sourceFile(`${name}.postman_collection.json`, content),
    retries: 0,
    blocking: true,
    thresholds: {},
    ...more,
    name,
    options: { ...OPTIONS, ...options },
    variables: secretly(variables),
    globalVariables: secretly(globalVariables),
  };
}

/** Runs each list of items as a suite of its own, all at once: a run for each would start a process for each. */
export const runEach = (
  kit: Kit,
  cases: readonly (readonly object[])[],
  policy: Partial<RunPolicy> = {},
): Promise<readonly RunResult[]> =>
  kit.run(
    cases.map((items, index) => suiteOf(items, { name: `case ${index}` })),
    policy,
  );

const secretly = (values: Readonly<Record<string, string>>): ReadonlyMap<string, Secret> =>
  new Map(Object.entries(values).map(([key, value]) => [key, new Secret(value)]));

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A test that passes. */
export const OK = 'pm.test("answers", () => pm.response.to.have.status(200));';

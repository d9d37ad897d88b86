#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type ChunkSpec, CodeCache, codeCacheFile } from './code-cache.ts';
import { childEnvironment } from './run/child-environment.ts';
import { isSuiteChild } from './run/child-flag.ts';
import type { OpenCiHost } from './wiring/ci-host.ts';

/** Connects the command line to GitHub. Its code is loaded only when a command calls it. */
const openCiHost: OpenCiHost = async (shell) => (await import('./action/host.ts')).onGitHub(shell);

/** GitHub starts an action without arguments, with its inputs in the environment. */
const isAction = (): boolean =>
  process.argv.length === 2 &&
  (process.env.GITHUB_ACTIONS === 'true' || Object.keys(process.env).some((name) => name.startsWith('INPUT_')));

/** Whether the command always runs suites. The process for the first suite then starts before the settings are read. */
const runsSuites = (): boolean =>
  isAction()
    ? process.env.INPUT_COMMAND === 'test'
    : process.argv[2] === 'test' && !process.argv.some((argument) => /^(?:-h|--help|--version)$/.test(argument));

/** The number of suites at once, which decides on the memory of each, unless the configuration names another. */
function parallelGiven(): number {
  const text = process.argv.join('\n').match(/\n--parallel[=\n](\d+)/)?.[1];
  return Number(isAction() ? process.env.INPUT_PARALLEL : text) || availableParallelism();
}

/** Starts the process for the first suite. */
async function startSuiteProcess(): Promise<void> {
  const { startEarlyProcess } = await import('./run/process-pool.ts');
  const { env } = process;
  const cwd = (isAction() && env.GITHUB_WORKSPACE) || process.cwd();
  startEarlyProcess({
    entry: realpathSync(process.argv[1] ?? ''),
    cwd,
    environment: childEnvironment(env),
    parallel: parallelGiven(),
  });
}

async function main(): Promise<void> {
  // A process that ends before it has a verdict must fail, so failure is the initial status.
  process.exitCode = 1;
  if (!isSuiteChild() && runsSuites()) await startSuiteProcess();
  if (isSuiteChild()) return (await import('./run/child/main.ts')).runChild(codeCacheFile('sandbox'));
  if (isAction()) return (await import('./action/main.ts')).main();
  // In a GitHub workflow, the command line comments on pull requests as the action does.
  const open = process.env.GITHUB_ACTIONS === 'true' ? openCiHost : undefined;
  return (await import('./cli/main.ts')).main(process.argv.slice(2), open);
}

/** The name of the compiled code to use. Each command has its own, because each loads different modules. */
const kindOfRun = (): string => {
  if (isSuiteChild()) return 'suite';
  return isAction() ? `action-${process.env.INPUT_COMMAND ?? ''}` : `cli-${process.argv[2] ?? ''}`;
};

/** Whether a program imports the bundle as a library. `dist/emulator.js` sets the symbol; then no command runs. */
const isLibrary = Symbol.for('postman-sync/library') in globalThis;

const codeCache = new CodeCache(isLibrary ? undefined : codeCacheFile(kindOfRun()));
process.on('exit', () => codeCache.save());

/** Loads a chunk of the bundle. The bundler's code calls it through the global symbol below. */
const loadChunk = async (name: string, spec: ChunkSpec): Promise<unknown> =>
  codeCache.chunk(join(dirname(fileURLToPath(import.meta.url)), name), spec);
Object.assign(globalThis, { [Symbol.for('postman-sync/load-chunk')]: loadChunk });

/** Starts an emulator of the Postman API, for programs that import `postman-sync/emulator`. */
export const createEmulator: typeof import('./emulator/index.ts').createEmulator = async (options) =>
  (await import('./emulator/index.ts')).createEmulator(options);

if (!isLibrary) await main();

#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { CodeCache, codeCacheFile } from './code-cache.ts';
import { childEnvironment } from './run/child-environment.ts';
import { isSuiteChild } from './run/child-flag.ts';
import type { OpenCiHost } from './wiring/ci-host.ts';

/** Loaded only where a command asks for it. */
const openCiHost: OpenCiHost = async (shell) => (await import('./action/host.ts')).onGitHub(shell);

/** GitHub starts an action without arguments, with its inputs in the environment. */
const isAction = (): boolean =>
  process.argv.length === 2 &&
  (process.env.GITHUB_ACTIONS === 'true' || Object.keys(process.env).some((name) => name.startsWith('INPUT_')));

/** A command that runs suites whatever the settings say: the process for the first one starts before they are read. */
const runsSuites = (): boolean =>
  isAction()
    ? process.env.INPUT_COMMAND === 'test'
    : process.argv[2] === 'test' && !process.argv.some((argument) => /^(?:-h|--help|--version)$/.test(argument));

async function startSuiteProcess(): Promise<void> {
  const { startEarlyProcess } = await import('./run/process-pool.ts');
  const { env } = process;
  const cwd = (isAction() && env.GITHUB_WORKSPACE) || process.cwd();
  startEarlyProcess({
    entry: realpathSync(process.argv[1] ?? ''),
    cwd,
    environment: childEnvironment(env),
    parallel: availableParallelism(),
  });
}

async function main(): Promise<void> {
  // Until a verdict is written this has failed: a process that ends early must not be a green gate.
  process.exitCode = 1;
  if (!isSuiteChild() && runsSuites()) await startSuiteProcess();
  if (isSuiteChild()) return (await import('./run/child/main.ts')).runChild(codeCacheFile('sandbox'));
  if (isAction()) return (await import('./action/main.ts')).main();
  // In a workflow the command line comments on pull requests as the action does.
  const open = process.env.GITHUB_ACTIONS === 'true' ? openCiHost : undefined;
  return (await import('./cli/main.ts')).main(process.argv.slice(2), open);
}

/** What a run loads depends on its command: each has its own compiled code. */
const kindOfRun = (): string => {
  if (isSuiteChild()) return 'suite';
  return isAction() ? `action-${process.env.INPUT_COMMAND ?? ''}` : `cli-${process.argv[2] ?? ''}`;
};

/** `dist/emulator.js` sets it before it imports this file: then nothing is run. */
const isLibrary = Symbol.for('postman-sync/library') in globalThis;

// What was compiled stays, to be kept for the next run. Compiled code is for the flags that are set when it is loaded.
if (isSuiteChild() && !isLibrary) setFlagsFromString('--no-flush-bytecode');

const codeCache = new CodeCache(isLibrary ? undefined : codeCacheFile(kindOfRun()));
process.on('exit', () => codeCache.save());

/** The bundle loads its chunks with it. */
const loadChunk = async (name: string): Promise<unknown> =>
  codeCache.load(join(dirname(fileURLToPath(import.meta.url)), name), name);
Object.assign(globalThis, { [Symbol.for('postman-sync/load-chunk')]: loadChunk });

/** Starts an emulator of the Postman API; for programs that import `postman-sync/emulator`. */
export const createEmulator: typeof import('./emulator/index.ts').createEmulator = async (options) =>
  (await import('./emulator/index.ts')).createEmulator(options);

if (!isLibrary) await main();

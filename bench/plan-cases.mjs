// Measures `plan` and `apply` against the emulator of the Postman API.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { collection, startEmulator, writeCollections } from './material.mjs';
import { compare, measure } from './measure.mjs';

const UNLIMITED = { rateLimit: 1_000_000, windowMs: 60_000, quota: 99_999_999 };

const flags = ({ url, apiKey, workspaceId }) => [
  ...['--postman-api-key', apiKey, '--api-url', url, '--workspace', workspaceId],
  ...['--project', 'bench/bench', '--run', 'none', '--max-wait', '30m'],
];

/** Runs a command. Resolves with its report. */
async function run({ node, entry }, command, { emulator, cwd }) {
  await promisify(execFile)(node, [entry, command, ...flags(emulator)], { cwd, maxBuffer: 1e9 });
  return JSON.parse(readFileSync(join(cwd, 'postman-report', 'report.json'), 'utf8'));
}

/** A plan without changes: of one collection, compared with the start of Node, and of many collections. */
export async function measurePlan(setup) {
  const { node, entry, scratch, small } = setup;
  const emulator = await startEmulator(entry, { scratch, ...UNLIMITED });
  const cwd = mkdtempSync(join(scratch, 'plan-'));
  writeCollections(cwd, [collection('Plan', { url: 'http://localhost', requests: 5 })]);
  await run(setup, 'apply', { emulator, cwd });
  const commands = { plan: [node, entry, 'plan', ...flags(emulator)], node: [node, '-e', '0'] };
  const unchanged = await compare(commands, { rounds: small ? 1 : 15, warmUp: !small, cwd });
  emulator.stop();
  return { unchanged, many: await measureMany(setup) };
}

async function measureMany(setup) {
  const { node, entry, scratch, small } = setup;
  const count = small ? 3 : 1000;
  const emulator = await startEmulator(entry, { scratch, ...UNLIMITED });
  const cwd = mkdtempSync(join(scratch, 'many-'));
  const size = small ? { requests: 2, padding: 10 } : { requests: 60, padding: 310 };
  const make = (_, index) => collection(`Many ${index}`, { url: 'http://localhost', ...size });
  const files = writeCollections(cwd, Array.from({ length: count }, make));
  const megabytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0) / 1e6;
  await run(setup, 'apply', { emulator, cwd });
  const plan = await measure([node, entry, 'plan', ...flags(emulator)], { cwd, memory: true });
  emulator.stop();
  rmSync(cwd, { recursive: true, force: true });
  return { count, megabytes, ...plan };
}

/**
 * The number of API calls of a first apply, of one without changes, and of one with a single change. `put` is the number of
 * calls of a tool that sends every file.
 */
export async function measureApiCalls(setup) {
  const { entry, scratch, small } = setup;
  const rows = [];
  for (const count of small ? [2] : [10, 100, 1000]) {
    const emulator = await startEmulator(entry, { scratch, ...UNLIMITED });
    const cwd = join(scratch, `calls-${count}`);
    const make = (index, requests) => collection(`Calls ${index}`, { url: 'http://localhost', requests });
    const [file] = writeCollections(
      cwd,
      Array.from({ length: count }, (_, index) => make(index, 2)),
    );
    const calls = async () => (await run(setup, 'apply', { emulator, cwd })).api.apiCalls;
    const first = await calls();
    const unchanged = await calls();
    writeFileSync(file, JSON.stringify(make(0, 3)));
    rows.push({ count, first, unchanged, change: await calls(), put: count });
    emulator.stop();
  }
  return rows;
}

/** The time of a first apply under a rate limit, and the shortest time that the limit allows. The window is 6 s, not 60 s. */
export async function measureRateLimits(setup) {
  const { entry, scratch, small } = setup;
  const windowMs = 6000;
  const rows = [];
  for (const rateLimit of small ? [300] : [60, 300]) {
    const emulator = await startEmulator(entry, { scratch, rateLimit, windowMs, quota: 99_999_999 });
    const cwd = join(scratch, `limit-${rateLimit}`);
    const count = small ? 2 : 200;
    const make = (_, index) => collection(`Limit ${index}`, { url: 'http://localhost', requests: 2 });
    writeCollections(cwd, Array.from({ length: count }, make));
    const started = performance.now();
    const { apiCalls: calls } = (await run(setup, 'apply', { emulator, cwd })).api;
    const taken = (performance.now() - started) / 1000;
    const least = (Math.max(0, Math.ceil(calls / rateLimit) - 1) * windowMs) / 1000;
    rows.push({ rateLimit, count, calls, taken, least });
    emulator.stop();
  }
  return rows;
}

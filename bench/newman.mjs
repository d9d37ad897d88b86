// Compares a suite run by this project with the `newman` command line, one after the other in the same minutes:
// 1,000 requests with three assertions each against a server on loopback.
//
//   node bench/newman.mjs [rounds] [requests]
//
// What runs is compiled from src/ and bundled first, as it is shipped: it is never an older build that is measured.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = Number(process.argv[2] ?? 3);
const REQUESTS = Number(process.argv[3] ?? 1000);
const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

const built = join(root, 'node_modules', '.cache', `bench-${process.pid}`);
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => {
  for (const folder of [built, scratch]) rmSync(folder, { recursive: true, force: true });
});

/** A server in a process of its own, as an API would be; answers the port it listens on. */
function startServer() {
  const code = `require('node:http').createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 1, path: request.url, items: [1, 2, 3] }));
    });
  }).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
  const server = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => server.kill());
  return new Promise((resolve) => server.stdout.once('data', (port) => resolve({ server, port: Number(port) })));
}

/** Ten folders, a third of the requests with a body, three assertions each. */
function collectionOf(port) {
  const exec = [
    'pm.test("status", () => pm.response.to.have.status(200));',
    'const body = pm.response.json();',
    'pm.test("id", () => pm.expect(body.id).to.eql(1));',
    'pm.test("path", () => pm.expect(body.path).to.be.a("string"));',
  ];
  const request = (index) => ({
    name: `Request ${index}`,
    event: [{ listen: 'test', script: { exec } }],
    request: {
      method: index % 3 === 0 ? 'POST' : 'GET',
      header: [{ key: 'X-Probe', value: '{{probe}}' }],
      url: `{{base}}/things/${index}`,
      ...(index % 3 === 0 ? { body: { mode: 'raw', raw: '{"a":1}' } } : {}),
    },
  });
  const folders = Array.from({ length: 10 }, (_, folder) => ({
    name: `Folder ${folder}`,
    item: Array.from({ length: REQUESTS / 10 }, (_, index) => request(folder * 100 + index)),
  }));
  return {
    info: { name: 'Bench', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [
      { key: 'base', value: `http://127.0.0.1:${port}` },
      { key: 'probe', value: '1' },
    ],
    item: folders,
  };
}

/** The least that a process needs to run one suite. */
const DRIVER = `
import { readFileSync } from 'node:fs';
import { isSuiteChild } from './run/mark.js';
if (isSuiteChild()) await (await import('./run/child.js')).runChild();
else {
  const { createSuiteRunner } = await import('./run/suites.js');
  const line = () => undefined;
  const group = (title) => console.log(title);
  const sleep = (ms, signal) => new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(new Error('aborted'))));
  });
  const content = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const options = { folder: [], bail: false, delayRequestMs: 0, insecure: false, ignoreRedirects: false, workingDir: '.' };
  const suite = {
    name: 'Bench', variables: new Map(), retries: 0, blocking: true, thresholds: {}, options,
    collection: { path: 'bench.json', content, bytes: 0, locate: () => ({ line: 1, column: 1 }) },
  };
  const runner = createSuiteRunner({
    clock: { now: Date.now, sleep }, log: { line, notice: line, warning: line, group },
    entry: process.argv[1], workspace: process.cwd(), environment: {},
  });
  const policy = { parallel: 1, strict: true, waitFor: [], waitForTimeoutMs: 0, reporters: [], reportDir: 'out' };
  const [result] = await runner.run([suite], policy);
  process.exitCode = result.status === 'passed' ? 0 : 1;
}`;

function timed(args) {
  const started = performance.now();
  execFileSync(process.execPath, args, { cwd: scratch, stdio: 'ignore' });
  return performance.now() - started;
}

const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
// It emits whatever it thinks of the types.
spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', built], { cwd: root });
writeFileSync(join(built, 'bench.js'), DRIVER);
const ncc = join(dirname(require.resolve('@vercel/ncc/package.json')), 'dist', 'ncc', 'cli.js');
const bundle = join(built, 'bundle');
execFileSync(process.execPath, [ncc, 'build', join(built, 'bench.js'), '-m', '-q', '-o', bundle], { cwd: root });
const { server, port } = await startServer();
const file = join(scratch, 'bench.json');
writeFileSync(file, JSON.stringify(collectionOf(port)));
const cli = join(root, 'node_modules', 'newman', 'bin', 'newman.js');

const ratios = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  const theirs = timed([cli, 'run', file]);
  const ours = timed([join(bundle, 'index.js'), file]);
  ratios.push(theirs / ours);
  console.log(
    `round ${round}: newman ${(theirs / 1000).toFixed(1)} s, here ${(ours / 1000).toFixed(1)} s: ${(theirs / ours).toFixed(2)} times`,
  );
}
server.kill();
const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)];
console.log(`median: ${median.toFixed(2)} times the speed of newman, Node ${process.version}`);

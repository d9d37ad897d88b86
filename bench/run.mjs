// `npm run bench`: compares the bundle with the `newman` command line, a minimal program and the start of Node. Writes
// RESULTS.md and results.svg into this folder.
//
//   npm run bench [-- --quick | --small] [--out DIR]
//
// --quick runs half the rounds. --small only checks that everything works: one run of each,
// several at a time. --out is the folder for the results.
//
// BENCH_NODES lists paths of Node binaries, separated by commas (default: this one). BENCH_NEWMAN is the path of another
// installation's newman.js (default: the one in node_modules), BENCH_POSTMAN the path of Postman CLI, which is measured only
// if set, and BENCH_ENTRY the path of the bundle (default: dist/index.js).
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startApi, writeFetchLoop } from './material.mjs';
import { measureApiCalls, measurePlan, measureRateLimits } from './plan-cases.mjs';
import { renderMarkdown, renderSvg } from './render.mjs';
import { measureContract, measureMemory, measureSizes, measureSuites } from './suite-cases.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);
const small = process.argv.includes('--small');
const quick = process.argv.includes('--quick');
const out = process.argv.includes('--out') ? process.argv[process.argv.indexOf('--out') + 1] : here;
const { BENCH_NODES, BENCH_NEWMAN, BENCH_POSTMAN, BENCH_ENTRY } = process.env;

const scratch = mkdtempSync(join(tmpdir(), 'postman-sync-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
// The bundle is copied, so that it has no node_modules near it, as on a runner.
cpSync(dirname(BENCH_ENTRY ?? join(here, '..', 'dist', 'index.js')), join(scratch, 'dist'), { recursive: true });

const nodes = (BENCH_NODES ?? process.execPath).split(',').map((binary) => ({
  binary,
  version: execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim(),
}));
const newman = BENCH_NEWMAN ?? join(dirname(require.resolve('newman/package.json')), 'bin', 'newman.js');
const api = await startApi();
const setup = {
  scratch,
  api,
  small,
  quick,
  newman,
  postman: BENCH_POSTMAN,
  entry: join(scratch, 'dist', 'index.js'),
  fetchLoop: writeFetchLoop(scratch),
};
const say = (text) => process.stderr.write(`${text}\n`);

/** Takes measurements one after the other, so that they do not disturb each other; with --small, all at once. */
async function inTurn(measurements) {
  if (small) return Promise.all(measurements.map(([, take]) => take()));
  const results = [];
  for (const [name, take] of measurements) {
    say(name);
    results.push(await take());
  }
  return results;
}

const byNode = {};
const measurementsFor = ({ binary: node, version }) => [
  [`${version}: sizes`, () => measureSizes({ ...setup, node })],
  [`${version}: suites at once`, () => measureSuites({ ...setup, node })],
  [`${version}: memory`, () => measureMemory({ ...setup, node })],
  [`${version}: contract`, () => measureContract({ ...setup, node })],
  [`${version}: plans`, () => measurePlan({ ...setup, node })],
];
const overall = { ...setup, node: nodes[0].binary };
const results = await inTurn([
  ...nodes.flatMap(measurementsFor),
  ['API calls', () => measureApiCalls(overall)],
  ['rate limits', () => measureRateLimits(overall)],
]);
for (const [index, { version }] of nodes.entries()) {
  const [sizes, suites, memory, contract, plan] = results.slice(5 * index);
  byNode[version] = { sizes, suites, memory, contract, plan };
}
const [calls, rateLimits] = results.slice(-2);
api.stop();

const { version } = JSON.parse(readFileSync(join(dirname(newman), '..', 'package.json'), 'utf8'));
const versions = {
  nodes: nodes.map((node) => node.version),
  programs: [
    `newman ${version}`,
    ...(BENCH_POSTMAN
      ? [`Postman CLI ${execFileSync(BENCH_POSTMAN, ['--version'], { encoding: 'utf8' }).trim()}`]
      : []),
  ],
};
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${process.platform}`;
const content = { machine, small, versions, byNode, calls, rateLimits };
writeFileSync(join(out, 'RESULTS.md'), renderMarkdown(content));
writeFileSync(join(out, 'results.svg'), renderSvg(content));
say(`Written: ${join(out, 'RESULTS.md')}`);

// Measures the bundle against the `newman` command line, a bare fetch loop and a bare Node, and writes RESULTS.md and
// results.svg beside itself.
//
//   npm run bench [-- --small] [--out DIR]
//
// BENCH_NODES lists the Node binaries to measure with, separated by commas (default: this one). BENCH_NEWMAN names the
// newman.js of an installation of its own (default: the one in node_modules), BENCH_POSTMAN the Postman CLI's binary.
// BENCH_ENTRY names the bundle (default: dist/index.js).
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
const out = process.argv.includes('--out') ? process.argv[process.argv.indexOf('--out') + 1] : here;
const { BENCH_NODES, BENCH_NEWMAN, BENCH_POSTMAN, BENCH_ENTRY } = process.env;

const scratch = mkdtempSync(join(tmpdir(), 'postman-sync-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
// A copy: what is measured has no node_modules beside it, as on a runner.
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
  newman,
  postman: BENCH_POSTMAN,
  entry: join(scratch, 'dist', 'index.js'),
  fetchLoop: writeFetchLoop(scratch),
};
const say = (text) => process.stderr.write(`${text}\n`);

const byNode = {};
for (const { binary: node, version } of nodes) {
  say(`${version}: sizes`);
  const sizes = await measureSizes({ ...setup, node });
  say(`${version}: suites at once`);
  const suites = await measureSuites({ ...setup, node });
  say(`${version}: memory`);
  const memory = await measureMemory({ ...setup, node });
  say(`${version}: contract`);
  const contract = await measureContract({ ...setup, node });
  say(`${version}: plans`);
  byNode[version] = { sizes, suites, memory, contract, plan: await measurePlan({ ...setup, node }) };
}
const node = nodes[0].binary;
say('API calls');
const calls = await measureApiCalls({ ...setup, node });
say('rate limits');
const rateLimits = await measureRateLimits({ ...setup, node });
api.stop();

const { version } = JSON.parse(readFileSync(join(dirname(newman), '..', 'package.json'), 'utf8'));
const versions = { nodes: nodes.map((one) => one.version), newman: version };
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${process.platform}`;
const results = { machine, small, versions, byNode, calls, rateLimits };
writeFileSync(join(out, 'RESULTS.md'), renderMarkdown(results));
writeFileSync(join(out, 'results.svg'), renderSvg(results));
say(`Written: ${join(out, 'RESULTS.md')}`);

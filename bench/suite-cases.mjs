// Measures `test` against the `newman` command line and a minimal program.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collection, openApiDocument, writeCollections } from './material.mjs';
import { compare, measure } from './measure.mjs';

const SIZES = [1, 10, 100, 1000];

/** Large collections vary less and take longer, so they need fewer rounds. */
const roundsFor = (requests) => (requests >= 1000 ? 3 : 7);

/** One collection of each size, run by this project, newman, Postman CLI if it is set, and the minimal program. */
export async function measureSizes({ node, entry, newman, postman, fetchLoop, api, scratch, small, quick }) {
  const sizes = [];
  for (const requests of small ? [1] : SIZES) {
    const folder = join(scratch, `size-${requests}`);
    const [file] = writeCollections(folder, [collection('Size', { url: api.url, requests })]);
    const commands = {
      'postman-sync': [node, entry, 'test'],
      newman: [node, newman, 'run', file],
      ...(postman ? { 'Postman CLI': [postman, 'collection', 'run', file] } : {}),
      fetch: [node, fetchLoop, file],
    };
    const rounds = small ? 1 : roundsFor(requests);
    const options = { rounds: quick ? Math.ceil(rounds / 2) : rounds, warmUp: !small && requests < 1000 };
    sizes.push({ requests, programs: await compare(commands, { ...options, cwd: folder }) });
  }
  return sizes;
}

/** Suites of ten requests of 100 ms each, run in one step and by newman one after the other. */
export async function measureSuites({ node, entry, newman, api, scratch, small, quick }) {
  const count = small ? 2 : 8;
  const requests = small ? 1 : 10;
  const folder = join(scratch, `suites-${count}`);
  const make = (_, index) => collection(`Suite ${index}`, { url: api.url, requests, delay: 100 });
  const files = writeCollections(folder, Array.from({ length: count }, make));
  const oneByOne = files.map((file) => `"$0" "${newman}" run "${file}"`).join('; ');
  const commands = {
    'postman-sync': [node, entry, 'test'],
    'postman-sync --parallel 8': [node, entry, 'test', '--parallel', '8'],
    newman: ['sh', '-c', oneByOne, node],
  };
  const rounds = quick ? 2 : 3;
  const programs = await compare(commands, { rounds: small ? 1 : rounds, warmUp: !small, cwd: folder });
  return { count, requests, programs };
}

/** A run that checks the responses against an OpenAPI document, and the same run without a document. */
export async function measureContract({ node, entry, api, scratch, small }) {
  const operations = small ? 3 : 500;
  const iterations = 2;
  const folder = join(scratch, 'contract');
  writeCollections(folder, [collection('Contract', { url: api.url, requests: operations })]);
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(openApiDocument(operations)));
  const plain = [node, entry, 'test', '--iteration-count', String(iterations)];
  const commands = { with: [...plain, '--openapi', 'openapi.json', '--contract', 'fail'], without: plain };
  const programs = await compare(commands, { rounds: small ? 1 : 3, warmUp: !small, cwd: folder });
  return { operations, answers: operations * iterations, programs };
}

/** Peak memory in MiB of a run of many iterations. Both programs run at once, because time is not measured. */
export async function measureMemory({ node, entry, newman, api, scratch, small }) {
  const iterations = small ? 2 : 5000;
  const folder = join(scratch, 'memory');
  const [file] = writeCollections(folder, [collection('Memory', { url: api.url, requests: 1 })]);
  const options = { cwd: folder, memory: true };
  const [ours, theirs] = await Promise.all([
    measure([node, entry, 'test', '--iteration-count', String(iterations)], options),
    measure([node, newman, 'run', file, '-n', String(iterations)], options),
  ]);
  return { iterations, ours: ours.peak, theirs: theirs.peak };
}

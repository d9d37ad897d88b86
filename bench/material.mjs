// What the benchmarks run with: servers, collections, an OpenAPI document, and a minimal program for comparison.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** Code of an API that responds after the milliseconds in the query parameter `delay`. */
const API = `require('node:http').createServer((request, response) => {
  request.resume().on('end', () => {
    const respond = () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 1, path: request.url, items: [1, 2, 3] }));
    };
    const delay = Number(new URL(request.url, 'http://api').searchParams.get('delay') || 0);
    if (delay > 0) setTimeout(respond, delay); else respond();
  });
}).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

/** Starts the API in a process of its own. */
export async function startApi() {
  const { line, stop } = await firstLine([process.execPath, '-e', API]);
  return { url: `http://127.0.0.1:${line}`, stop };
}

/** Starts the emulator of the Postman API in a process of its own, with settings of its profile. */
export async function startEmulator(entry, { scratch, ...profile }) {
  const file = join(scratch, `profile-${profile.rateLimit}-${profile.windowMs}.json`);
  writeFileSync(file, JSON.stringify({ specialLimit: 0, ...profile }));
  const { line, stop } = await firstLine([process.execPath, entry, 'emulate', '--port', '0', '--profile', file]);
  return { ...JSON.parse(line), stop };
}

/** Starts a command. Resolves with the first line of its output. The command ends with this process. */
function firstLine([command, ...args]) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = () => child.kill();
  process.on('exit', stop);
  child.once('close', () => process.off('exit', stop));
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve({ line: text.slice(0, text.indexOf('\n')), stop });
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`${command} ${args.join(' ')} ended without a line of output`)));
  });
}

const TESTS = [
  'pm.test("status", () => pm.response.to.have.status(200));',
  'const body = pm.response.json();',
  'pm.test("id", () => pm.expect(body.id).to.eql(1));',
  'pm.test("path", () => pm.expect(body.path).to.be.a("string"));',
];

/** A collection of requests with three assertions each. Every third request has a body. `padding` makes the file larger. */
export function collection(name, { url, requests, delay = 0, padding = 0 }) {
  const item = Array.from({ length: requests }, (_, index) => ({
    name: `Request ${index}`,
    event: [{ listen: 'test', script: { exec: TESTS } }],
    request: {
      method: index % 3 === 0 ? 'POST' : 'GET',
      header: [{ key: 'X-Probe', value: '{{probe}}' }],
      url: `{{base}}/things/${index}${delay > 0 ? `?delay=${delay}` : ''}`,
      ...(index % 3 === 0 ? { body: { mode: 'raw', raw: '{"a":1}' } } : {}),
      ...(padding > 0 ? { description: `${name} ${index} `.repeat(padding) } : {}),
    },
  }));
  const variable = [
    { key: 'base', value: url },
    { key: 'probe', value: '1' },
  ];
  return { info: { name, schema: SCHEMA }, variable, item };
}

/** An OpenAPI document with an operation and a schema of forty properties for each request of `collection`. */
export function openApiDocument(operations) {
  const range = (count, entry) => Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
  const content = (name) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
  const thing = (index) => ({
    type: 'object',
    required: ['id', 'path', 'items'],
    properties: {
      id: { type: 'integer', minimum: 1 },
      path: { type: 'string', pattern: '^/things/' },
      items: { type: 'array', items: { type: 'integer' } },
      owner: { $ref: `#/components/schemas/Thing${(index + 1) % operations}` },
      ...range(36, (property) => [`property${property}`, { type: 'string', nullable: true, maxLength: 99 }]),
    },
  });
  const operation = (index) => ({
    responses: { 200: { description: 'A thing', content: content(`Thing${index}`) } },
  });
  return {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: range(operations, (index) => [`/things/${index}`, { [index % 3 === 0 ? 'post' : 'get']: operation(index) }]),
    components: { schemas: range(operations, (index) => [`Thing${index}`, thing(index)]) },
  };
}

/** Writes collections into a folder. Returns the paths of the files. */
export function writeCollections(folder, collections) {
  mkdirSync(folder, { recursive: true });
  return collections.map((content, index) => {
    const file = join(folder, `c${index}.postman_collection.json`);
    writeFileSync(file, JSON.stringify(content, null, 1));
    return file;
  });
}

const FETCH_LOOP = `import { readFileSync } from 'node:fs';
const { item, variable: [{ value: base }] } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const { request: { method, url, body } } of item) {
  const response = await fetch(url.replace('{{base}}', base), { method, ...(body ? { body: body.raw } : {}) });
  if (response.status !== 200 || (await response.json()).id !== 1) process.exit(1);
}
`;

/** Writes a minimal program that sends the requests of a collection with `fetch`. Returns its path. */
export function writeFetchLoop(folder) {
  const file = join(folder, 'fetch-loop.mjs');
  writeFileSync(file, FETCH_LOOP);
  return file;
}

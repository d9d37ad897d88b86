// Starts the sandbox and runs a typical script in it, to find out which of its modules a typical run evaluates.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Code of the worker: the `bridge` that uvm would provide, and one execution of a script. */
const HARNESS = `
const { parentPort, workerData } = require('node:worker_threads');
const post = parentPort.postMessage.bind(parentPort);
const load = require;
const handlers = new Map();
bridge = {
  on: (name, handler) => handlers.set(name, handler),
  once: (name, handler) => handlers.set(name, handler),
  off: (name) => handlers.delete(name),
  dispatch: (name, ...args) => {
    if (name === 'initialize') setUp();
    if (name.startsWith('execution.result.')) post({ error: args[0] && String(args[0].message), seen: [...seen] });
  },
};
const seen = load('node:module')._load.call(null, workerData, null) && load.cache[workerData].exports;
function setUp() {
  handlers.get('execute')('trial', { listen: 'test', script: { exec: [
    'pm.test("status", () => pm.response.to.have.status(200));',
    'pm.test("body", () => pm.expect(pm.response.json().id).to.eql(1));',
    'pm.environment.set("a", pm.variables.get("b"));',
  ] } }, {
    request: { method: 'POST', url: 'http://localhost/a?b=c', header: [{ key: 'a', value: 'b' }], body: { mode: 'raw', raw: '{}' } },
    response: { code: 200, status: 'OK', header: [{ key: 'content-type', value: 'application/json' }], stream: { type: 'Base64', data: 'eyJpZCI6MX0=' } },
    environment: { values: [{ key: 'b', value: 'c' }] }, globals: {}, collectionVariables: {}, _variables: {}, data: {}, cookies: [],
  }, { cursor: { iteration: 0, cycles: 1 }, timeout: 5000 });
}
handlers.get('initialize')({});
`;

/** Ids of the evaluated modules. The code must push them to `module.exports`. Throws an `Error` when the script fails. */
export async function evaluatedModules(code) {
  const folder = mkdtempSync(join(tmpdir(), 'postman-sync-build-'));
  const file = join(folder, 'boot.cjs');
  writeFileSync(file, `module.exports = [];\n${code}`);
  try {
    const { error, seen } = await new Promise((resolve, reject) => {
      const worker = new Worker(HARNESS, { eval: true, workerData: file });
      worker.once('message', (message) => void worker.terminate().then(() => resolve(message)));
      worker.once('error', reject);
    });
    if (error) throw new Error(`The trial script failed: ${error}`);
    return seen;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The repository, the workspace and the checks that every case uses.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A secret value that must not appear in any output. */
const CANARY = 'canary-7f3c9a1e5b';

const request = (name, url) => ({ name, request: { method: 'GET', url } });
const collection = (name, url, ...requests) => ({
  info: { name, schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: requests.map((requestName) => request(requestName, url)),
});
const environment = (name, value) => ({ name, values: [{ key: 'step', value, type: 'default', enabled: true }] });

/** The repository's files at a step. The second step changes a file, deletes one and adds one. `pad` makes an update large. */
const filesOf = (step, { url, pad = '' }) => ({
  'orders.postman_collection.json': collection('Orders', url, `${step}${pad}`),
  'users.postman_collection.json': step === 'first' ? collection('Users', url, 'list') : undefined,
  'late.postman_collection.json': step === 'first' ? undefined : collection('Late', url, 'list'),
  'local.postman_environment.json': environment('Local', step),
  'globals.json': { name: 'Globals', values: [{ key: 'step', value: step, type: 'default', enabled: true }] },
  'postman-sync.yaml': `globals: globals.json
environments:
  - path: local.postman_environment.json
    values: { token: { env: CANARY_TOKEN } }
monitors:
  - { name: Watch, collection: Orders, environment: Local, schedule: { cron: '${step === 'first' ? '0 0' : '0 6'} * * *', timezone: UTC } }
`,
});

/** A function that imports modules of the emitted program. */
export const loader = (build) => (path) => import(pathToFileURL(join(build, path)));

/**
 * A repository in a new folder, an emulated workspace with a colleague's resources, and the checks of both. `lag` is the
 * number of lists that may not show a new resource yet.
 */
export async function startScenario(load, { pad, lag = 0, ...options } = {}) {
  const { createEmulator } = await load('emulator/index.js');
  const emulator = await createEmulator({
    ...options,
    profile: { specialLimit: 0, rateLimit: 100_000, ...options.profile },
  });
  const folder = mkdtempSync(join(tmpdir(), 'postman-sync-faults-'));
  const call = async (method, path, body) => {
    const headers = { 'x-api-key': emulator.apiKey, 'content-type': 'application/json' };
    const response = await fetch(emulator.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return response.json();
  };
  const within = `?workspace=${emulator.workspaceId}`;
  const url = `${emulator.url}/__profile`;
  const colleague = { collection: collection('Colleague', url, 'list') };
  await call('POST', `/collections${within}`, colleague);
  await call('POST', `/environments${within}`, { environment: environment('Shared', 'colleague') });
  const written = [];
  const scenario = {
    emulator,
    folder,
    call,
    inputs: { workspace: emulator.workspaceId, project: 'acme/shop', prune: 'true', 'max-wait': '2h' },
    env: { POSTMAN_API_KEY: emulator.apiKey, POSTMAN_API_URL: emulator.url, CANARY_TOKEN: CANARY },
    write: (step) => {
      mkdirSync(folder, { recursive: true });
      for (const [path, content] of Object.entries(filesOf(step, { url, pad }))) {
        if (content === undefined) rmSync(join(folder, path), { force: true });
        else
          writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
      }
    },
    fault: (...faults) => call('POST', '/__faults', { faults }),
    removeFaults: () => call('DELETE', '/__faults'),
    /** Stores output of a run, to search it for secrets. */
    said: (text) => written.push(text),
    check: async (step, isHealed) => {
      // Lists and reads may still show what was there before the last writes.
      for (let list = 0; list < lag; list += 1) await readAll(call, within);
      return check(scenario, { step, isHealed, within });
    },
    leaks: () => [...written, ...textsIn(join(folder, 'postman-report'))].filter(hasSecret(emulator.apiKey)).length,
    close: async () => {
      await emulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return scenario;
}

const hasSecret = (key) => (text) => text.includes(key) || text.includes(CANARY);

function textsIn(folder) {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return entries.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  } catch {
    return [];
  }
}

/** An empty list for each kind of problem. */
export const nothingWrong = () => ({
  lost: [],
  doubled: [],
  hung: [],
  leaked: [],
  'false green': [],
  'not healed': [],
});

const STATE = 'postman-sync state (acme/shop)';

const listsOf = (call, within) =>
  Promise.all(
    ['collections', 'environments', 'monitors'].map(async (kind) => (await call('GET', `/${kind}${within}`))[kind]),
  );

/** Lists everything, and reads every collection and environment. */
async function readAll(call, within) {
  const [collections, environments] = await listsOf(call, within);
  const reads = [
    ...collections.map(({ uid }) => `/collections/${uid}`),
    ...environments.map(({ uid }) => `/environments/${uid}`),
  ];
  await Promise.all(reads.map((path) => call('GET', path)));
}

/** What is missing in the workspace, and what exists twice or should have been deleted. */
async function check({ call }, { step, isHealed, within }) {
  const lists = await listsOf(call, within);
  const names = lists.flat().map(({ name }) => name);
  const wanted = ['Colleague', 'Shared', 'Orders', 'Local', 'Watch', STATE, step === 'first' ? 'Users' : 'Late'];
  const [collections, environments] = lists;
  const lost = wanted.filter((name) => !names.includes(name));
  const contentOf = async (kind, list, name) => {
    const found = list.find((resource) => resource.name === name);
    return found ? JSON.stringify(await call('GET', `/${kind}/${found.uid}`)) : '';
  };
  if (!(await contentOf('collections', collections, 'Orders')).includes(`"${step}`)) lost.push('content of Orders');
  if (!(await contentOf('environments', environments, 'Local')).includes(`"${step}"`)) lost.push('content of Local');
  if (!(await contentOf('environments', environments, 'Shared')).includes('"colleague"'))
    lost.push('content of Shared');
  const gone = step === 'first' ? [] : ['Users'];
  const doubled = names.filter((name, index) => names.indexOf(name) !== index || (isHealed && gone.includes(name)));
  return { lost, doubled };
}

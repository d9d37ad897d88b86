import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../src/core/model/secret.ts';
import { INPUTS } from '../../../src/settings/inputs/index.ts';
import { parseSettings, type SettingsContext } from '../../../src/settings/parse.ts';

const WORKSPACE = '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9';

const CONFIG = `
workspace: ${WORKSPACE}
region: eu
collections:
  - apis/*.json
  - { path: orders.json, uid: 123-1e6b6cc1-c760-48e0-968f-4bfaeeae9af1 }
environments:
  - path: local.json
    values: { token: { env: SET, upload: true }, port: 8080, debug: false, key: { env: SET } }
globals: globals.json
openapi: [api/*.yaml, other.yaml]
contract: fail
contract-ignore:
  - { operation: GET /health, reason: undocumented }
  - { operation: '*', pointer: /meta/**, reason: old }
allowed-secrets: [abc]
on-drift: keep
prune: force
verify: all
secrets: warn
quota-warn-at: 50%
quota-stop-at: 90.5%
max-wait: 1h
thresholds: { failed-assertions: 1, p95: 800ms, max: 2s, total: 1m, p95-regression: 25%, coverage: 60% }
variables: { baseUrl: 'http://localhost:1', n: 2 }
global-variables: { g: 1 }
wait-for: http://127.0.0.1:8080/health
reporters: [json, htmlextra]
reporter-options: { htmlextra.title: Orders }
report-dir: out
comment: never
check-run: true
only-changed: true
baseline: base.json
new-failures-only: true
monitors:
  - name: Watch
    collection: Orders
    schedule: { cron: ' 0  */6 * * * ', timezone: Europe/Berlin }
suites:
  - name: Smoke
    collection: Orders
    environment: Local
    variables: { user: ada, pass: { env: SET } }
    blocking: false
    paths: [src/**, ../lib/**]
    thresholds: { p95: 1s }
    retries: 2
    folder: [A, B]
    bail: folder
    delay-request: 100ms
    timeout: 5m
    timeout-request: 1s
    timeout-script: 2s
    insecure: true
    ignore-redirects: true
    working-dir: files
    cookie-jar: jar.json
    iteration-data: rows.csv
    iteration-count: 3
    ssl-client-cert: c.pem
    ssl-client-key: k.pem
    ssl-client-passphrase: { env: SET }
    ssl-extra-ca-certs: ca.pem
    ssl-client-cert-list: list.json
    export-environment: out/env.json
    export-globals: out/globals.json
    export-collection: out/collection.json
    export-cookie-jar: out/jar.json
  - { collection: Catalog, paths: one/** }
  - { monitor: Watch, timeout: 90s }
`;

const INPUT_TEXTS: Readonly<Record<string, string>> = {
  command: 'apply',
  'postman-api-key': 'PMAK-1',
  'github-token': 'ghs_1',
  matrix: '{"node":20,"os":{"name":"linux"},"list":null}',
  suite: 'Smoke\nCatalog',
  environment: 'Local',
  parallel: '3',
  strict: 'false',
  since: 'HEAD~1',
};

const WRONG = `
region: mars
collections: 7
environments:
  - { path: ../../secret.json }
  - { path: a.json, uid: orders }
openapi: ../../../x.yaml
thresholds: { p95: soon, coverage: much, p95-regression: 5 }
retries: 11
parallel: 0
variables: [a]
bail: maybe
monitors: [{ name: A }]
suites:
  - { name: Nothing }
  - { collection: C, ssl-client-cert: c.pem, variables: { x: { env: UNSET }, y: { env: GITHUB_TOKEN } } }
  - { collection: D, working-dir: /etc, retires: 1 }
`;

const OUT_OF_REACH = `
collections: [/abs/*.json, ../../c.json]
environments: [{ path: ../../secret.json, values: { token: { env: GITHUB_TOKEN } } }]
globals: ../../g.json
thresholds: { coverage: 60% }
baseline: ../../base.json
working-dir: ../..
monitors: [{ name: A, collection: C, schedule: { cron: '0 */6 * * *', timezone: UTC } }]
suites:
  - { collection: C, ssl-client-cert: c.pem, variables: { x: { env: UNSET }, y: { env: INPUT_X } } }
  - { collection: D, working-dir: /etc, iteration-data: ../../rows.csv }
  - { monitor: B }
  - { monitor: A }
  - { monitor: A }
`;

const WRONG_INPUTS: readonly Readonly<Record<string, string>>[] = [
  { command: 'init' },
  { command: 'fly' },
  { command: 'auto' },
  { command: 'apply' },
  { command: 'apply', 'postman-api-key': 'a b', workspace: 'Shop', project: 'p' },
  { command: 'plan', 'postman-api-key': 'k' },
  { command: 'test', run: 'none,newman', 'wait-for': 'ftp://x\nhttp://ok', 'new-failures-only': 'true' },
  { command: 'test', run: ',', retires: '2', retries: '-1', parallel: 'many', strict: 'perhaps', 'max-wait': '5 min' },
  { command: 'test', 'quota-warn-at': '120', variables: 'novalue', 'api-url': 'http://x.example', bail: 'x' },
  { command: 'test', 'api-url': 'https://u:p@x', 'ssl-client-key': 'k.pem', 'report-dir': '../out', comment: 'x' },
  { command: 'test', 'api-url': 'x', reporters: 'json', 'working-dir': '../x', 'on-drift': 'mege' },
];

const context: SettingsContext = {
  repository: 'acme/shop',
  commit: 'abc',
  cpus: 4,
  env: (name) => (name === 'SET' ? 'from the environment' : undefined),
};

/** Maps as lists, secrets as their texts: everything that two settings can differ in. */
const plain = (_: string, value: unknown): unknown => {
  if (value instanceof Map) return [...value];
  return value instanceof Secret ? `secret ${value.reveal()}` : value;
};

const parse = (inputs: Readonly<Record<string, string>>, text?: string, depth?: number) => {
  const config = { path: 'api/postman-sync.yaml', text: text ?? '', ...(depth === undefined ? {} : { depth }) };
  const given = text === undefined ? context : { ...context, config };
  return parseSettings(new Map(Object.entries(inputs)), given);
};

/** After a change on purpose: `npm test -- whole-settings -u`, and read the difference. */
describe('whole settings', () => {
  it.each([
    ['the defaults', { command: 'test' }, undefined],
    ['the defaults of a plan without a key', { command: 'plan' }, undefined],
    ['a file that sets everything', INPUT_TEXTS, CONFIG],
    ['a pull', { ...INPUT_TEXTS, command: 'pull' }, CONFIG],
  ])('are read from %s', (_, inputs, text) => {
    expect(JSON.stringify(parse(inputs, text, 1), plain, 1)).toMatchSnapshot();
  });

  it('know every key that the file may hold', () => {
    const settable = INPUTS.filter(({ inFile }) => inFile !== false).map(({ name }) => name);
    expect(parse({ command: 'test' }, settable.map((name) => `${name}: ~`).join('\n'))).toMatchObject({ ok: false });
    expect(settable).toMatchSnapshot();
  });

  it.each([
    ['that does not fit the schema', WRONG],
    ['that reaches for what it may not have', OUT_OF_REACH],
    ['that is not YAML', 'workspace: [1'],
  ])('are refused with every problem of a file %s, its place and its remedy', (_, text) => {
    expect(problemsOf(parse({ command: 'test' }, text, 1))).toMatchSnapshot();
  });

  it.each(WRONG_INPUTS.map((inputs) => [JSON.stringify(inputs), inputs] as const))(
    'are refused with every problem of the inputs: %s',
    (_, inputs) => {
      expect(problemsOf(parse(inputs))).toMatchSnapshot();
    },
  );
});

/** Inputs that remember which of them were read. */
class Watched extends Map<string, string> {
  readonly asked = new Set<string>();

  override get(name: string): string | undefined {
    this.asked.add(name);
    return super.get(name);
  }
}

describe('the table of inputs', () => {
  it('holds no input that nothing reads', () => {
    const raw = new Watched(Object.entries({ ...INPUT_TEXTS, run: 'newman,monitors' }));
    parseSettings(raw, { ...context, config: { path: 'postman-sync.yaml', text: CONFIG } });
    expect(INPUTS.map(({ name }) => name).filter((name) => !raw.asked.has(name))).toEqual([]);
  });
});

const problemsOf = (parsed: ReturnType<typeof parse>): readonly string[] =>
  parsed.ok
    ? []
    : parsed.problems.map(
        ({ message, remedy, path, position }) =>
          `${path ?? ''}:${position?.line ?? ''}:${position?.column ?? ''} ${message} → ${remedy}`,
      );

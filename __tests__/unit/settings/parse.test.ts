import { describe, expect, it } from '@jest/globals';
import { parseSettings, type SettingsContext } from '../../../src/settings/parse.ts';

const WORKSPACE = '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9';
const needed = { command: 'apply', 'postman-api-key': 'PMAK-1', workspace: WORKSPACE };
const context: SettingsContext = {
  repository: 'acme/shop',
  cpus: 4,
  env: (name) => (name === 'SET' ? 'from the environment' : undefined),
};

const parse = (inputs: Readonly<Record<string, string>>, more: Partial<SettingsContext> = {}) =>
  parseSettings(new Map(Object.entries(inputs)), { ...context, ...more });
const config = (text: string, path = 'postman-sync.yaml') => ({ config: { path, text } });

const settings = (...args: Parameters<typeof parse>) => {
  const parsed = parse(...args);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.value;
};
const problems = (...args: Parameters<typeof parse>) => {
  const parsed = parse(...args);
  return parsed.ok
    ? []
    : parsed.problems.map(({ message, path, position }) =>
        position ? `${path}:${position.line}:${position.column} ${message}` : message,
      );
};

describe('settings', () => {
  it.each([
    [{ run: ',' }, undefined],
    [{}, 'run: []'],
  ])('reject an empty run: %j %s', (inputs, text) => {
    expect(problems({ ...needed, ...inputs }, text ? config(text) : {}).join()).toContain('run: it is empty');
  });

  it('read the baseline "auto" as a keyword, not as a path, in any folder', () => {
    const baseline = (text: string) =>
      settings(needed, config(`baseline: ${text}`, 'api/postman-sync.yaml')).run.baseline;
    expect(baseline('auto')?.source).toBe('auto');
    expect(baseline('old.json')?.source).toBe('api/old.json');
  });

  it('take the entries of a list of the file as they are, commas included', () => {
    const { folder } = settings(needed, config('folder: ["a,b", c]')).run.defaults.options;
    expect(folder).toEqual(['a,b', 'c']);
    expect(settings({ ...needed, folder: 'a,b' }).run.defaults.options.folder).toEqual(['a', 'b']);
  });

  it('accept both modifiers of bail', () => {
    expect(settings({ ...needed, bail: 'folder,failure' }).run.defaults.options.bail).toBe('folder,failure');
    expect(settings(needed, config('bail: folder,failure')).run.defaults.options.bail).toBe('folder,failure');
  });

  it('disable certificate checks with a warning when Node is told to', () => {
    const off = { env: (name: string) => (name === 'NODE_TLS_REJECT_UNAUTHORIZED' ? '0' : undefined) };
    expect(settings(needed, off)).toMatchObject({
      run: { defaults: { options: { insecure: true } } },
      notices: [{ level: 'warning' }],
    });
    expect(settings(needed)).toMatchObject({ run: { defaults: { options: { insecure: false } } }, notices: [] });
  });

  it('have the documented defaults', () => {
    expect(settings(needed)).toMatchObject({
      command: 'apply',
      project: 'acme/shop',
      postman: { baseUrl: 'https://api.postman.com', maxWaitMs: 300_000 },
      sync: {
        prune: 'no',
        onDrift: 'merge',
        verify: 'changed',
        secrets: 'block',
        quotaWarnAt: 0.8,
        quotaStopAt: 1,
      },
      run: {
        newman: true,
        monitors: false,
        parallel: 4,
        strict: true,
        defaults: { retries: 0, options: { bail: false, delayRequestMs: 0, workingDir: '.' } },
      },
      host: { report: { dir: 'postman-report', formats: ['junit', 'json', 'html'], external: [] } },
    });
  });

  it('prefer an input to the file, and the file to the default', () => {
    const file = config('retries: 2\nparallel: 3\non-drift: keep\n');
    expect(settings({ ...needed, retries: '1' }, file)).toMatchObject({
      run: { parallel: 3, defaults: { retries: 1 } },
      sync: { onDrift: 'keep' },
    });
  });

  it('report all problems at once, each with its position and a remedy', () => {
    const text = [
      'region: eu',
      'retires: 2',
      'parallel: none',
      'suites:',
      '  - collection: Orders',
      '    foldr: [Smoke]',
      '    thresholds: { p95: soon }',
    ].join('\n');
    expect(problems({ command: 'apply', 'on-drift': 'panic', 'max-wait': '5 minutes' }, config(text))).toEqual([
      expect.stringMatching(/^postman-sync.yaml:2:1 retires: unknown key/),
      expect.stringMatching(/^postman-sync.yaml:3:11 parallel: /),
      expect.stringMatching(/^postman-sync.yaml:6:5 suites\[0\]\.foldr: unknown key/),
      expect.stringMatching(/^postman-sync.yaml:7:24 suites\[0\]\.thresholds\.p95: /),
      expect.stringContaining('max-wait: "5 minutes" is not a duration'),
      expect.stringContaining('postman-api-key: apply needs an API key'),
      expect.stringContaining('workspace: apply needs'),
      expect.stringContaining('on-drift: "panic" is not one of'),
    ]);
  });

  it('suggest the key that an unknown key probably means', () => {
    const parsed = parse(needed, config('retires: 2'));
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ remedy: 'Did you mean retries?' }]);
  });

  it.each([
    ['a syntax error', 'a: [1,\nb: 2', /^postman-sync\.yaml:\d+:\d+ The configuration is not valid YAML/],
    [
      'a uid that is none',
      'collections:\n  - path: a.json\n    uid: orders',
      /^postman-sync\.yaml:3:10 collections\[0\]\.uid: "orders" is not a uid/,
    ],
    ['a list where there should be keys', '- a', /the configuration: /],
    [
      'an environment variable that is not set',
      'environments:\n  - path: a.json\n    values: { token: { env: UNSET } }',
      /^postman-sync\.yaml:3:22 token: the environment variable UNSET is not set/,
    ],
  ])('reject %s', (_, text, expected) => {
    expect(problems(needed, config(text))).toEqual([expect.stringMatching(expected)]);
  });

  it.each(['status', 'comment'])('miss no value of suites where %s runs none', (command) => {
    const file = config('environments:\n  - path: a.json\n    values: { token: { env: UNSET } }');
    expect(problems({ ...needed, command }, file)).toEqual([]);
  });

  it.each([
    ['https://api.getpostman.com/', 'https://api.getpostman.com'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://api.postman.com', undefined],
    ['http://127.0.0.1.evil.example', undefined],
    ['https://user:pass@api.postman.com', undefined],
    ['api.postman.com', undefined],
  ])('with api-url %s give %s', (url, expected) => {
    const parsed = parse({ ...needed, 'api-url': url });
    expect(parsed.ok ? parsed.value.postman?.baseUrl : undefined).toBe(expected);
  });

  it('pick the European host by region', () => {
    expect(settings({ ...needed, region: 'eu' }).postman?.baseUrl).toBe('https://api.eu.postman.com');
  });

  it('do not guess a workspace, and do not repeat a key', () => {
    expect(problems({ command: 'plan', 'postman-api-key': '"PMAK-1"', workspace: WORKSPACE })).toEqual([
      expect.stringContaining('a quote'),
    ]);
    expect(problems({ command: 'plan', 'postman-api-key': 'PMAK-with space' })).toEqual([
      expect.stringContaining('postman-api-key: the key holds'),
      expect.stringContaining('workspace: plan needs'),
    ]);
    expect(JSON.stringify(parse({ command: 'plan', 'postman-api-key': 'PMAK-with space' }))).not.toContain(
      'with space',
    );
  });

  it('do not report a missing workspace when the configuration cannot be read', () => {
    const broken = config(`workspace: ${WORKSPACE}\nretires: 2`);
    expect(problems({ command: 'apply', 'postman-api-key': 'PMAK-1' }, broken)).toEqual([
      'postman-sync.yaml:2:1 retires: unknown key',
    ]);
  });

  it('find the id in the URL of a workspace, and do not use the URL as the id', () => {
    const parsed = parse({ ...needed, workspace: `https://go.postman.co/workspace/Shop~${WORKSPACE}/overview` });
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([
      { remedy: `Set workspace to the id in it: ${WORKSPACE}.` },
    ]);
  });

  it('plan only the suites, with a notice, when there is no key and no workspace is required or no key is available', () => {
    for (const [inputs, keyless] of [
      [{ command: 'auto' }, undefined],
      [{ command: 'auto', workspace: WORKSPACE }, 'a pull request from a fork has none'],
      [{ command: 'plan', workspace: WORKSPACE }, 'a pull request from a fork has none'],
    ] as const) {
      const planned = settings(inputs, { auto: 'plan', ...(keyless ? { keyless } : {}) });
      const notice = { level: 'notice', message: expect.stringContaining(`No API key was given (${keyless ?? 'set'}`) };
      expect(planned).toMatchObject({ command: 'plan', notices: [notice] });
      expect(planned.postman).toBeUndefined();
    }
  });

  it('require a key for an explicit plan, and for a plan of a workspace', () => {
    const missing = 'postman-api-key: plan needs an API key, and none was given: the secret is missing or misspelt';
    expect(problems({ command: 'plan' })).toEqual([missing]);
    expect(problems({ command: 'auto', 'postman-api-key': '', workspace: WORKSPACE }, { auto: 'plan' })).toEqual([
      missing,
    ]);
    const file = config(`workspace: ${WORKSPACE}`);
    expect(problems({ command: 'auto' }, { ...file, auto: 'plan' })).toEqual([missing]);
  });

  it('resolve auto by the host, and reject it without a host', () => {
    expect(settings({ ...needed, command: 'auto' }, { auto: 'plan' }).command).toBe('plan');
    expect(problems({ ...needed, command: 'auto' })).toEqual([expect.stringContaining('command: ')]);
  });

  it('derive a different project from another configuration of the same repository', () => {
    expect(settings(needed, config('retries: 1', 'services/a/postman-sync.yaml')).project).toBe(
      'acme/shop/services/a/postman-sync.yaml',
    );
    expect(settings({ ...needed, project: 'own' }, config('retries: 1', 'a.yaml')).project).toBe('own');
  });

  it('resolve paths in the file against its folder, and paths in inputs against the working directory', () => {
    const file = config(
      'collections: [c/*.json]\nsuites: [{ collection: Orders, iteration-data: data.csv }]',
      'services/a/postman-sync.yaml',
    );
    const { files, run } = settings(needed, file);
    expect(files.collections).toMatchObject([{ pattern: 'c/*.json', base: 'services/a', explicit: true }]);
    expect(run.suites?.[0]?.options.iterationData).toBe('services/a/data.csv');
    expect(settings({ ...needed, 'iteration-data': 'data.csv' }, file).run.suites?.[0]?.options.iterationData).toBe(
      'data.csv',
    );
  });

  it('prefer options of a suite to those of the file, and inputs to both', () => {
    const file = config(
      'timeout-request: 1s\nsuites: [{ name: One, collection: Orders, timeout-request: 2s, retries: 1, blocking: false, thresholds: { p95: 800ms } }, { collection: Two }]',
    );
    expect(settings(needed, file).run.suites).toMatchObject([
      { name: 'One', options: { timeoutRequestMs: 2_000 }, retries: 1, blocking: false, thresholds: { p95Ms: 800 } },
      { name: 'Two', options: { timeoutRequestMs: 1_000 }, retries: 0, blocking: true },
    ]);
    expect(settings({ ...needed, 'timeout-request': '3s' }, file).run.suites?.[0]?.options.timeoutRequestMs).toBe(
      3_000,
    );
  });

  it('do not split entries of a list in the file at commas', () => {
    const file = config(
      'suites: [{ collection: C, folder: ["Orders, paid", Smoke] }, { collection: D, folder: "A,B" }, { collection: E, folder: ["A, B"] }]',
    );
    expect(settings(needed, file).run.suites?.map(({ options }) => options.folder)).toEqual([
      ['Orders, paid', 'Smoke'],
      ['A', 'B'],
      ['A, B'],
    ]);
  });

  it('read the passphrase of a suite from the environment, unless the input sets it', () => {
    const key = 'ssl-client-cert: c.pem, ssl-client-key: k.pem';
    const file = config(`suites: [{ collection: C, ${key}, ssl-client-passphrase: { env: SET } }]`);
    const phrases = (inputs: Readonly<Record<string, string>>) =>
      settings({ ...needed, ...inputs }, file).run.suites?.map(({ options }) => options.sslClientPassphrase);
    expect(phrases({})).toEqual(['from the environment']);
    expect(phrases({ 'ssl-client-passphrase': 'given' })).toEqual(['given']);
  });

  it('require both the certificate and the key of a client', () => {
    expect(problems({ ...needed, 'ssl-client-cert': 'c.pem' })).toEqual([
      'ssl-client-cert: given without ssl-client-key',
    ]);
  });

  it('do not require a match for globs that equal the defaults', () => {
    const { files } = settings({ ...needed, environments: '**/*.postman_environment.json', collections: 'c/*.json' });
    expect([files.environments[0]?.explicit, files.collections[0]?.explicit]).toEqual([false, true]);
  });

  it('read values from the environment and mask them', () => {
    const { files } = settings(
      needed,
      config('environments:\n  - path: a.json\n    values: { token: { env: SET, upload: true }, plain: 5 }'),
    );
    const values = files.environments[0]?.values;
    expect([values?.get('token')?.value.reveal(), values?.get('token')?.upload, values?.get('plain')?.upload]).toEqual([
      'from the environment',
      true,
      false,
    ]);
    expect(String(values?.get('token')?.value)).toBe('***');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../../src/core/model/run-result.ts';
import { item, type Kit, runEach, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
let resets = 0;
beforeAll(async () => {
  kit = await startKit((request, response) => {
    if (request.url === '/broken') response.writeHead(503, { 'content-type': 'application/json' }).end('{"ok":false}');
    if (/\/length/.test(request.url ?? '')) response.writeHead(200, { 'content-length': '100' }).write('{"ok":true}');
    if (request.url === '/chunked') response.writeHead(200).write('{"ok":true}');
    if (/length|chunked/.test(request.url ?? '')) setTimeout(() => response.destroy(), 100);
    if (request.url === '/once' && !resets++) {
      response.writeHead(200, { 'content-length': '100' }).write('{"ok":true}');
      setTimeout(() => request.socket.resetAndDestroy(), 50);
    }
  });
  await kit.write('data/a.txt', 'text');
}, 60_000);
afterAll(() => kit.close());

const SKIPPED = 'pm.test.skip("s");';
const TIME = 'pm.test("fast", () => pm.expect(pm.response.responseTime).to.be.below(60000));';

describe('an answer of 500 and more', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['is not covered by an assertion about its time', TIME, ['request']],
    [
      'is not covered by an assertion about a header',
      'pm.test("h", () => pm.response.to.have.header("date"));',
      ['request'],
    ],
    [
      'is not covered by a status that no assertion uses',
      `console.log(pm.response.code); ${SKIPPED}`,
      ['request', 'nothing-tested'],
    ],
    ['is covered by an assertion about the status', 'pm.test("s", () => pm.response.to.have.status(503));', []],
    ['is covered by an assertion about the code', 'pm.test("s", () => pm.expect(pm.response.code).to.eql(503));', []],
    ['is covered by a failed assertion', 'pm.test("s", () => pm.response.to.be.ok);', ['assertion']],
    [
      'is covered by an assertion about the body',
      'pm.test("b", () => pm.expect(pm.response.json().ok).to.eql(false));',
      [],
    ],
    [
      'is covered by a body that was read before',
      'const b = pm.response.json(); pm.test("b", () => { if (b.ok) throw 1; });',
      [],
    ],
    ['is covered by a test of the old kind', 'tests["s"] = responseCode.code === 503;', []],
    [
      'is covered by a status that is read later',
      'pm.test("s", async () => { await 1; pm.response.to.have.status(503); });',
      [],
    ],
  ];
  let results: readonly RunResult[] = [];
  beforeAll(async () => {
    results = await runEach(
      kit,
      cases.map(([, script]) => [item('Get', `${kit.api}/broken`, [script])]),
    );
  }, 60_000);

  it.each(cases.map(([title, , kinds], index) => [title, index, kinds] as const))('%s', (_, index, kinds) => {
    expect(results[index]?.attempt.failures.map(({ kind }) => kind)).toEqual(kinds);
  });
});

const file = (src: string): object => ({ method: 'POST', body: { mode: 'file', file: { src } } });
const form = (src: string): object => ({
  method: 'POST',
  body: { mode: 'formdata', formdata: [{ key: 'f', type: 'file', src }] },
});

describe('an upload', () => {
  const SEEN = 'pm.test("s", () => pm.response.to.have.status(200));';

  const cases: readonly (readonly [string, object])[] = [
    ['a file that is missing', file('data/none.txt')],
    ['a file outside of the working directory', file('../secret.txt')],
    ['a form field whose file is missing', form('data/none.txt')],
    ['a form field with an absolute path', form('/etc/hostname')],
  ];
  let results: Readonly<Record<'strict' | 'loose', readonly RunResult[]>> = { strict: [], loose: [] };
  beforeAll(async () => {
    const items = cases.map(([, request]) => [item('Post', `${kit.api}/post`, SEEN, request)]);
    results = { strict: await runEach(kit, items), loose: await runEach(kit, items, { strict: false }) };
  }, 60_000);

  it.each(cases.map(([title], index) => [title, index] as const))(
    'of %s fails where it is strict, and is a warning where it is not',
    (_, index) => {
      expect(results.strict[index]?.attempt.failures).toMatchObject([
        { kind: 'request', message: expect.stringContaining('working-dir') },
      ]);
      expect(results.loose[index]).toMatchObject({ status: 'passed', attempt: { warnings: [{ kind: 'request' }] } });
    },
  );

  it('of a file that is there passes', async () => {
    const requests = [
      item('Post', `${kit.api}/post`, SEEN, file('data/a.txt')),
      item('Form', `${kit.api}/f`, SEEN, form('data/a.txt')),
    ];
    const [result] = await kit.run([suiteOf(requests)]);
    expect(result?.status).toBe('passed');
  });
});

it.each(['/length', '/a/../length?', '/chunked'])('fails a request whose answer is cut off: %s', async (path) => {
  const [result] = await kit.run([suiteOf([item('Get', `${kit.api}${path}`, 'pm.test("a", () => {});')])]);
  expect(result?.attempt).toMatchObject({
    failures: [{ kind: 'request', message: expect.stringContaining('cut off') }],
    requests: { total: 1, failed: 1 },
  });
});

it('does not take an answer for cut off because an earlier connection was reset', async () => {
  const get = item('Get', `${kit.api}/once`, 'pm.test("a", () => {});');
  const [result] = await kit.run([suiteOf([get, get])]);
  expect(result?.attempt).toMatchObject({
    failures: [{ kind: 'request', message: expect.stringContaining('ECONNRESET') }],
    requests: { total: 2, failed: 1 },
  });
});

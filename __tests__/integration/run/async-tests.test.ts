import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../../src/core/model/run-result.ts';
import { item, type Kit, runEach, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
}, 60_000);
afterAll(() => kit.close());

/** Assertions of a run, as `name status`. */
function assertionsOf(result: RunResult | undefined): readonly string[] {
  const { executions = [], failures = [] } = result?.attempt ?? {};
  expect(failures.filter(({ kind }) => kind === 'script')).toEqual([]);
  return executions.flatMap(({ assertions }) => assertions.map(({ name, status }) => `${name} ${status}`));
}

describe('an async test', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['passes when its promise fulfills', 'pm.test("a", async () => { await 1; });', 'a passed'],
    [
      'passes after requests',
      'pm.test("a", async () => { await pm.sendRequest(API); await pm.sendRequest(API); });',
      'a passed',
    ],
    ['passes after a timer', 'pm.test("a", () => new Promise((done) => setTimeout(done, 50)));', 'a passed'],
    ['passes when it calls its callback', 'pm.test("a", (done) => setTimeout(done, 50));', 'a passed'],
    ['fails when it rejects', 'pm.test("a", async () => { await 1; pm.expect(1).to.eql(2); });', 'a failed'],
    [
      'fails when it rejects after a request',
      'pm.test("a", async () => { await pm.sendRequest(API); throw 5; });',
      'a failed',
    ],
    ['fails when it rejects with nothing', 'pm.test("a", () => Promise.reject());', 'a failed'],
    ['fails when its promise never settles', 'pm.test("a", () => new Promise(() => {}));', 'a failed'],
    [
      'fails when its promise never settles while the clock stands still',
      'Date.now = () => 0; pm.test("a", () => new Promise(() => {}));',
      'a failed',
    ],
    ['fails when its callback is never called', 'pm.test("a", (done) => {});', 'a failed'],
    ['fails when its callback gets an error', 'pm.test("a", (done) => done(new Error("x")));', 'a failed'],
    ['fails when it throws before its callback', 'pm.test("a", (done) => { throw new Error("x"); });', 'a failed'],
  ];
  let results: Readonly<Record<'strict' | 'loose', readonly RunResult[]>> = { strict: [], loose: [] };
  beforeAll(async () => {
    const scripts = cases.map(([, script]) => script.replaceAll('API', `"${kit.api}/a"`));
    const items = scripts.map((script) => [item('Get', `${kit.api}/get`, script)]);
    results = { strict: await runEach(kit, items), loose: await runEach(kit, items, { strict: false }) };
  }, 60_000);

  it.each(cases.map(([title, , expected], index) => [title, index, expected] as const))('%s', (_, index, expected) => {
    expect(assertionsOf(results.strict[index])).toEqual([expected]);
    expect(assertionsOf(results.loose[index])).toEqual([expected]);
  });

  it('says that it never finished', async () => {
    const script = 'pm.test("ok", () => {}); pm.test("a", () => new Promise(() => {}));';
    const [result] = await kit.run([
      suiteOf([item('Get', `${kit.api}/get`, script), item('Next', `${kit.api}/b`, script)]),
    ]);
    expect(result?.attempt.failures).toMatchObject([
      { kind: 'assertion', request: 'Get', assertion: 'a', message: expect.stringContaining('never finished') },
      { kind: 'assertion', request: 'Next', assertion: 'a', message: expect.stringContaining('never finished') },
    ]);
    expect(result?.attempt.assertions).toEqual({ total: 4, failed: 2 });
  });

  it.each([
    [
      'is reported if it settles',
      'pm.test("passes", async () => { await 1; }); pm.test("fails", async () => { await 1; throw new Error("no"); });',
      '',
      ['passes passed', 'fails failed'],
    ],
    [
      'is not waited for if it needs a timer or an answer',
      'pm.test("timer", (done) => setTimeout(done, 10)); pm.test("answer", async () => { await pm.sendRequest(pm.request.url.toString()); });',
      'pm.test("after", () => pm.expect(1).to.eql(2));',
      [],
    ],
    [
      'is reported without what follows',
      'pm.test("passes", async () => {});',
      'pm.test("after", () => pm.expect(1).to.eql(2)); pm.test("later", async () => {}); console.log("no"); undefined.x;',
      ['passes passed'],
    ],
  ])('of a script that skips its request %s', async (_, before, after, expected) => {
    const exec = [before, 'pm.execution.skipRequest();', after];
    const skipped = { ...item('Skipped', `${kit.api}/get`, []), event: [{ listen: 'prerequest', script: { exec } }] };
    const [result] = await kit.run([suiteOf([skipped, item('Next', `${kit.api}/b`, 'pm.test("next", () => {});')])]);
    expect(assertionsOf(result)).toEqual([...expected, 'next passed']);
    expect(result?.attempt.failures).toHaveLength(expected.filter((line) => line.endsWith('failed')).length);
  });

  it('stops a suite that bails', async () => {
    const script = 'pm.test("a", async () => { throw new Error("no"); });';
    const items = [item('Get', `${kit.api}/get`, script), item('Never', `${kit.api}/b`, script)];
    const [result] = await kit.run([suiteOf(items, { options: { bail: true } })]);
    expect(result?.attempt.executions.map(({ request }) => request)).toEqual(['Get']);
  });
});

it('reports a test without a function: as a failure where it is strict, else as a warning', async () => {
  const suite = suiteOf([item('Get', `${kit.api}/get`, 'pm.test("ok", () => {}); pm.test("empty");')]);
  const [strict] = await kit.run([suite]);
  expect(strict?.attempt.failures).toMatchObject([{ kind: 'nothing-tested', assertion: 'empty' }]);
  const [loose] = await kit.run([suite], { strict: false });
  expect(loose).toMatchObject({ status: 'passed', attempt: { warnings: [{ assertion: 'empty' }] } });
});

import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../../src/core/model/run-result.ts';
import { item, type Kit, lineOf, OK, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
let failing = 0;

beforeAll(async () => {
  kit = await startKit((request, response) => {
    if (request.url === '/broken' || (request.url === '/shaky' && failing-- > 0)) {
      response.statusCode = 500;
      response.end('{"error":"no"}');
    }
    if (request.url === '/never') void endAfterTwoSuites(response);
  });
}, 60_000);
afterAll(() => kit.close());
beforeEach(() => {
  kit.logged.length = 0;
  kit.requests.length = 0;
});

/** Names of the suites in the log, in the order of their ends. */
const loggedSuites = (): readonly (string | undefined)[] =>
  kit.logged.filter((line) => / \d+ assertions? /.test(line)).map((line) => line.split(' ')[1]);

/** A request of a suite that must end last. */
async function endAfterTwoSuites(response: ServerResponse): Promise<void> {
  while (loggedSuites().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  response.end('{"ok":true}');
}

const only = (results: readonly RunResult[]): RunResult => {
  expect(results).toHaveLength(1);
  return results[0] as RunResult;
};

describe('a suite', () => {
  it('passes with everything that it did in its result and one line in the log', async () => {
    const folder = { name: 'Smoke', item: [item('List', `${kit.api}/list`, [OK, 'pm.test.skip("later", () => {});'])] };
    const result = only(await kit.run([suiteOf([folder, item('Get', `${kit.api}/get`, OK)])]));
    expect(result).toMatchObject({ suite: 'Orders', status: 'passed', flaky: false, blocking: true });
    expect(result.attempt.requests).toEqual({ total: 2, failed: 0 });
    expect(result.attempt.assertions).toEqual({ total: 2, failed: 0 });
    expect(result.attempt.executions).toMatchObject([
      { iteration: 1, path: ['Smoke'], request: 'List', method: 'GET', url: `${kit.api}/list`, code: 200 },
      { iteration: 1, path: [], request: 'Get', assertions: [{ name: 'answers', status: 'passed' }] },
    ]);
    expect(result.attempt.executions[0]?.assertions[1]).toEqual({ name: 'later', status: 'skipped' });
    expect(kit.logged[0]).toMatch(/^✓ Orders · 2 requests · 2 assertions · p95 \d+ m?s · [\d.]+ m?s$/);
  });

  it('that fails knows the line of the pm.test, in own and inherited scripts', async () => {
    const suite = suiteOf([
      {
        name: 'Smoke',
        event: [{ listen: 'test', script: { exec: ['', 'pm.test("inherited", () => pm.expect(1).to.eql(2));'] } }],
        item: [
          item('Get', `${kit.api}/get`, ['// first', "pm.test('own', () => {", '  pm.expect(3).to.eql(4);', '});']),
        ],
      },
    ]);
    const result = only(await kit.run([suite]));
    expect(result.status).toBe('failed');
    const file = suite.collection;
    expect(result.attempt.failures).toMatchObject([
      { kind: 'assertion', assertion: 'inherited', file: file.path, position: { line: lineOf(file, 'inherited') } },
      {
        kind: 'assertion',
        assertion: 'own',
        path: ['Smoke'],
        request: 'Get',
        position: { line: lineOf(file, "'own'") },
      },
    ]);
    expect(result.attempt.failures[1]?.message).toBe('expected 3 to deeply equal 4');
    expect(result.attempt.failures[1]?.source).toBe("pm.test('own', () => {");
    expect(result.attempt.executions[0]?.exchange?.response?.body).toContain('{"ok":true}');
  });

  it('that fails in a script knows the line, and goes on with the next request', async () => {
    const suite = suiteOf([
      item('Throws', `${kit.api}/a`, [OK, 'missing();']),
      item('Cannot be compiled', `${kit.api}/b`, [OK, 'const = 5;']),
      item('Throws later', `${kit.api}/c`, [OK, 'setTimeout(() => { throw new Error("afterwards") }, 5);']),
      item('Fine', `${kit.api}/d`, OK),
    ]);
    const result = only(await kit.run([suite]));
    expect(result.attempt.failures).toMatchObject([
      { kind: 'script', request: 'Throws', position: { line: lineOf(suite.collection, 'missing()') } },
      { kind: 'script', request: 'Cannot be compiled', position: { line: lineOf(suite.collection, 'const = 5') } },
      { kind: 'script', request: 'Throws later', position: { line: lineOf(suite.collection, 'afterwards') } },
    ]);
    expect(result.attempt.requests.total).toBe(4);
  });

  it('reports a dead host as a failed request at its place, with what to look at', async () => {
    const suite = suiteOf([item('Dead', 'http://127.0.0.1:1/x')]);
    const result = only(await kit.run([suite]));
    expect(result.attempt.failures).toMatchObject([
      { kind: 'request', request: 'Dead', position: { line: lineOf(suite.collection, '"Dead"') } },
    ]);
    expect(result.attempt.failures[0]?.message).toMatch(/No answer from GET http:\/\/127\.0\.0\.1:1\/x .*ECONNREFUSED/);
    expect(result.attempt.requests).toEqual({ total: 1, failed: 1 });
  });

  it.each([
    ['nothing requested', [], 'nothing-tested'],
    ['nothing asserted', ['/get', ''], 'nothing-tested'],
    ['a 500 that no assertion looked at', ['/broken', '', '/get', OK], 'request'],
  ])('is red in a strict run for %s, and warns in another', async (_, pairs, kind) => {
    const items = pairs.flatMap((path, index) =>
      index % 2 === 0 ? [item(`R${index}`, `${kit.api}${path}`, pairs[index + 1])] : [],
    );
    const suite = suiteOf(items);
    expect(only(await kit.run([suite])).attempt.failures).toMatchObject([{ kind }]);
    const loose = only(await kit.run([suite], { strict: false }));
    expect(loose.attempt).toMatchObject({ failures: [], warnings: [{ kind }] });
    expect(loose.status).toBe('passed');
  });

  it('takes a 500 that an assertion looked at for what the assertion says', async () => {
    const test = 'pm.test("is down", () => pm.response.to.have.status(500));';
    expect(only(await kit.run([suiteOf([item('Down', `${kit.api}/broken`, test)])])).status).toBe('passed');
  });

  it('is run again after a failure, and reported as flaky when it passes then', async () => {
    failing = 1;
    const suite = suiteOf([item('Shaky', `${kit.api}/shaky`, OK)], { retries: 2 });
    const result = only(await kit.run([suite]));
    expect(result).toMatchObject({ status: 'passed', flaky: true, earlier: [{ failures: [{ kind: 'assertion' }] }] });
    expect(kit.logged[0]).toContain('flaky');
  });

  it('runs each row of its data, and only the folders it is told to', async () => {
    await kit.write('data.csv', 'id,name\n1,"007"\n2,x\n');
    const check = 'pm.test("row " + pm.iterationData.get("id") + typeof pm.iterationData.get("name"), () => {});';
    const suite = suiteOf(
      [
        { name: 'Yes', item: [item('Get', `${kit.api}/{{id}}`, check)] },
        { name: 'No', item: [item('Not', `${kit.api}/no`)] },
      ],
      { options: { iterationData: 'data.csv', folder: ['Yes'] } },
    );
    const { attempt } = only(await kit.run([suite]));
    expect(attempt.iterations).toBe(2);
    expect(kit.requests).toEqual(['GET /1', 'GET /2']);
    expect(attempt.executions.map((one) => one.assertions[0]?.name)).toEqual(['row 1string', 'row 2string']);
  });

  it('fails where its data is gone by the time it runs', async () => {
    const data = suiteOf([item('Get', `${kit.api}/get`, OK)], { options: { iterationData: 'none.csv' } });
    const { failures } = only(await kit.run([data])).attempt;
    expect(failures).toMatchObject([{ kind: 'settings', file: 'none.csv' }]);
    expect(failures[0]?.message).toContain('it does not exist');
  });

  it('begins with the cookies that it is given', async () => {
    const cookie = { key: 'sid', value: 'from-jar', domain: '127.0.0.1', path: '/', hostOnly: true };
    await kit.write('jar.json', JSON.stringify({ cookies: [cookie] }));
    const check = 'pm.test(String(pm.request.headers.get("cookie")), () => {});';
    const suite = suiteOf([item('Get', `${kit.api}/get`, check)], { options: { cookieJar: 'jar.json' } });
    const { attempt } = only(await kit.run([suite]));
    expect(attempt.executions[0]?.assertions[0]?.name).toBe('sid=from-jar');
  });

  it('whose scripts all throw is not told that it asserts nothing', async () => {
    const result = only(await kit.run([suiteOf([item('Get', `${kit.api}/get`, 'throw new Error("x");')])]));
    expect(result.attempt.failures.map(({ kind }) => kind)).toEqual(['script']);
  });

  it('stops at the first failure with bail', async () => {
    const bad = 'pm.test("bad", () => pm.expect(1).to.eql(2));';
    const suite = suiteOf([item('A', `${kit.api}/a`, bad), item('B', `${kit.api}/b`, OK)], { options: { bail: true } });
    expect(only(await kit.run([suite])).attempt.executions.map(({ request }) => request)).toEqual(['A']);
  });
});

describe('several suites', () => {
  it('are run so many at once, fail alone, are answered in order and logged as they end', async () => {
    const slow = suiteOf([item('Slow', `${kit.api}/never`, OK)], { name: 'Slow' });
    const bad = suiteOf([item('Bad', `${kit.api}/broken`)], { name: 'Bad', blocking: false });
    const quick = suiteOf([item('Quick', `${kit.api}/get`, OK)], { name: 'Quick' });
    const results = await kit.run([slow, bad, quick], { parallel: 3 });
    expect(results.map(({ suite, status }) => [suite, status])).toEqual([
      ['Slow', 'passed'],
      ['Bad', 'failed'],
      ['Quick', 'passed'],
    ]);
    expect(results[1]?.blocking).toBe(false);
    const logged = loggedSuites();
    expect(logged.at(-1)).toBe('Slow');
    expect([...logged].sort()).toEqual(['Bad', 'Quick', 'Slow']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../../src/core/model/run-result.ts';
import { item, type Kit, OK, runEach, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
}, 60_000);
afterAll(() => kit.close());

it('runs requests and folders without a name, with an empty one, null, or a number', async () => {
  const requests = [undefined, '', null, 7].map((name) => ({ ...item('', `${kit.api}/get`, OK), name }));
  const folders = [undefined, null, '', 0, 5].map((name) => ({ name, item: [item('Get', `${kit.api}/get`, OK)] }));
  const [result] = await kit.run([suiteOf([...requests, ...folders])]);
  expect(result).toMatchObject({ status: 'passed', attempt: { requests: { total: 9, failed: 0 } } });
  expect(result?.attempt.executions.map(({ request }) => request).slice(0, 4)).toEqual([
    '(unnamed)',
    '(unnamed)',
    '(unnamed)',
    '7',
  ]);
});

const THROWN = [
  ['an object as message', '{ message: { code: 7 } }', '{ code: 7 }'],
  ['no message', '{ code: 7 }', 'a'],
  ['a number', '7', 'a'],
  ['null', 'null', ''],
  ['undefined', 'undefined', ''],
] as const;
const NAMES = ['5', 'null', 'undefined', '{}', 'true'];
const SCRIPTS = ['{ message: { code: 7 } }', '5', '{ name: 4, message: null }', '[]'];

describe('a script', () => {
  const results = new Map<string, RunResult>();
  beforeAll(async () => {
    const scripts = [
      ...THROWN.map(([, thrown]) => `pm.test('a', () => { throw ${thrown} })`),
      ...NAMES.map((name) => `pm.test(${name}, () => {})`),
      ...SCRIPTS.map((thrown) => `pm.test('a', () => {}); throw ${thrown};`),
    ];
    const found = await runEach(
      kit,
      scripts.map((script) => [item('Get', `${kit.api}/get`, script)]),
    );
    for (const [index, result] of found.entries()) results.set(scripts[index] ?? '', result);
  }, 60_000);

  it.each(THROWN)('fails an assertion that throws %s', (_, thrown, message) => {
    const failures = results.get(`pm.test('a', () => { throw ${thrown} })`)?.attempt.failures;
    expect(failures).toMatchObject([{ kind: 'assertion', assertion: 'a' }]);
    expect(failures?.[0]?.message).toContain(message);
  });

  it.each(NAMES)('runs a test named %s', (name) => {
    const result = results.get(`pm.test(${name}, () => {})`);
    expect(result).toMatchObject({ status: 'passed', attempt: { assertions: { total: 1, failed: 0 } } });
  });

  it.each(SCRIPTS)('fails where it throws %s', (thrown) => {
    const result = results.get(`pm.test('a', () => {}); throw ${thrown};`);
    expect(result?.attempt.failures.map(({ kind }) => kind)).toEqual(['script']);
  });
});

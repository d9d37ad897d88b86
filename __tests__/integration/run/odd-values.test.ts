import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { item, type Kit, OK, startKit, suiteOf } from './runner-harness.ts';

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

it.each([
  ['an object as message', '{ message: { code: 7 } }', '{ code: 7 }'],
  ['no message', '{ code: 7 }', 'a'],
  ['a number', '7', 'a'],
  ['null', 'null', ''],
  ['undefined', 'undefined', ''],
])('fails an assertion that throws %s', async (_, thrown, message) => {
  const [result] = await kit.run([suiteOf([item('Get', `${kit.api}/get`, `pm.test('a', () => { throw ${thrown} })`)])]);
  expect(result?.attempt.failures).toMatchObject([{ kind: 'assertion', assertion: 'a' }]);
  expect(result?.attempt.failures[0]?.message).toContain(message);
});

it.each(['5', 'null', 'undefined', '{}', 'true'])('runs a test named %s', async (name) => {
  const [result] = await kit.run([suiteOf([item('Get', `${kit.api}/get`, `pm.test(${name}, () => {})`)])]);
  expect(result).toMatchObject({ status: 'passed', attempt: { assertions: { total: 1, failed: 0 } } });
});

it.each(['{ message: { code: 7 } }', '5', '{ name: 4, message: null }', '[]'])(
  'fails a script that throws %s',
  async (thrown) => {
    const [result] = await kit.run([
      suiteOf([item('Get', `${kit.api}/get`, `pm.test('a', () => {}); throw ${thrown};`)]),
    ]);
    expect(result?.attempt.failures.map(({ kind }) => kind)).toEqual(['script']);
  },
);

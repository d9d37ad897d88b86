import { describe, expect, it } from '@jest/globals';
import { diffExamples } from '../../../../../src/core/kinds/collection/example-diff.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';

const told = (was: readonly JsonObject[], is: readonly JsonObject[]) =>
  diffExamples({ response: was }, { response: is }, ['Get']).map(({ change, what, path, before, after }) =>
    [change, what, path.join('/'), before, after].filter((part) => part !== undefined).join(' '),
  );
const ok: JsonObject = { id: '1', name: 'OK', code: 200, status: 'OK', body: 'a' };
const gone: JsonObject = { id: '2', name: 'Gone', code: 404 };

describe('the difference of the examples of a request', () => {
  it.each<[string, readonly JsonObject[], readonly JsonObject[], readonly string[]]>([
    ['none', [ok, gone], [ok, gone], []],
    ['an added one', [ok], [ok, gone], ['added example Get/Gone']],
    ['a removed one', [ok, gone], [ok], ['removed example Get/Gone']],
    ['a name', [ok], [{ ...ok, name: 'Fine' }], ['renamed example Get/Fine OK Fine']],
    ['a code', [ok], [{ ...ok, code: 201 }], ['changed status of example Get/OK 200 OK 201 OK']],
    ['no text of the status', [ok], [{ ...ok, status: null }], ['changed status of example Get/OK 200 OK 200']],
    ['a body', [ok], [{ ...ok, body: 'b' }], ['changed body of example Get/OK a b']],
    ['a header', [ok], [{ ...ok, header: [{ key: 'A' }] }], ['changed example Get/OK']],
    ['another uid only', [ok], [{ ...ok, uid: '5' }], []],
    ['examples in another order', [ok, gone], [gone, ok], ['moved example Get/Gone now first']],
    [
      'examples without ids, by name',
      [
        { name: 'a', body: '1' },
        { name: 'b', body: '1' },
      ],
      [
        { name: 'a', body: '2' },
        { name: 'b', body: '1' },
      ],
      ['changed body of example Get/a 1 2'],
    ],
    ['an example without a name', [], [{ code: 200 }], ['added example Get/unnamed']],
  ])('is told: %s', (_, was, is, expected) => {
    expect(told(was, is)).toEqual(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import { diffRows } from '../../../../src/core/kinds/diff-rows.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/lib/json.ts';

const diff = (was: readonly JsonObject[], is: readonly JsonObject[]) =>
  diffRows('header', { was, is, path: ['Orders'] });
const row = (key: string, value?: JsonValue): JsonObject => ({ key, ...(value === undefined ? {} : { value }) });

describe('the value of a row in a difference', () => {
  it.each<[string, JsonValue, string]>([
    ['page', '1', '1'],
    ['page', 5, '5'],
    ['page', false, 'false'],
    ['page', { a: 1 }, '{"a":1}'],
    ['page', '', '""'],
    ['page', null, '""'],
    ['page', 'x'.repeat(2_000), 'x'.repeat(2_000)],
    ['page', 'x'.repeat(2_001), '2001 characters'],
    ['password', 'abc', '***'],
    ['password', '', '""'],
    ['password', '{{password}}', '{{password}}'],
    ['Authorization', 'Bearer {{token}}', 'Bearer {{token}}'],
    ['password', '{{a}}{{b}}', '***'],
    ['password', 'x {{a}} y', '***'],
    ['password', 'one two {{a}}', '***'],
    ...['key', 'pass', 'pin', 'otp', 'sig', 'signature', 'PIN'].map((name): [string, JsonValue, string] => [
      name,
      'abc',
      '***',
    ]),
    ...['keyboard', 'monkey', 'spin', 'pins'].map((name): [string, JsonValue, string] => [name, 'abc', 'abc']),
  ])('is shown, or hidden if its name is that of a secret: %s %j', (key, value, shown) => {
    const path = ['Orders', key];
    expect(diff([], [row(key, value)])).toEqual([{ change: 'added', what: 'header', path, after: shown }]);
    expect(diff([row(key, value)], [])).toEqual([{ change: 'removed', what: 'header', path, before: shown }]);
    expect(diff([row(key, 'former')], [row(key, value)])).toMatchObject([{ change: 'changed', path, after: shown }]);
  });

  it.each([{ type: 'secret' }, { secret: true }])('is hidden in a secret variable: %j', (more) => {
    expect(diff([], [{ ...row('page', '1'), ...more }])).toMatchObject([{ after: '***' }]);
  });

  it('is absent where the row has none', () => {
    expect(diff([], [row('a')])).toEqual([{ change: 'added', what: 'header', path: ['Orders', 'a'] }]);
    expect(diff([row('a')], [])).toEqual([{ change: 'removed', what: 'header', path: ['Orders', 'a'] }]);
  });
});

describe('the difference of two rows', () => {
  it.each<[JsonObject, JsonObject, readonly string[]]>([
    [{}, {}, []],
    [{ value: '1' }, { value: '2' }, ['header: 1 > 2']],
    [{}, { disabled: true }, ['header: enabled > disabled']],
    [{ enabled: false }, { enabled: true }, ['header: disabled > enabled']],
    [{ enabled: true, disabled: false }, {}, []],
    [{}, { type: 'secret' }, ['type of header: default > secret']],
    [{ type: '' }, { type: 'default' }, []],
    [{ description: 'a' }, { description: { content: 'a' } }, []],
    [{ 'x-own': 1 }, { 'x-own': 2 }, ['header: undefined > undefined']],
    [{ id: '1' }, { id: '2' }, []],
    [
      { value: '1', type: 'any' },
      { value: '2', disabled: true, 'x-own': 1 },
      ['header: 1 > 2', 'header: enabled > disabled', 'type of header: any > default', 'header: undefined > undefined'],
    ],
  ])('of %j and %j', (was, is, expected) => {
    const differences = diff([{ key: 'a', ...was }], [{ key: 'a', ...is }]);
    expect(differences.map(({ what, before, after }) => `${what}: ${before} > ${after}`)).toEqual(expected);
    expect(differences.every(({ change, path }) => change === 'changed' && path.join() === 'Orders,a')).toBe(true);
  });

  it('tells a changed description', () => {
    expect(diff([{ key: 'a', description: 'b' }], [{ key: 'a', description: 'c' }])).toMatchObject([
      { change: 'changed', what: 'description of header', path: ['Orders', 'a'] },
    ]);
  });

  it('compares rows of one key in their order, and rows without a key by their id', () => {
    expect(diff([row('a', '1'), row('a', '2')], [row('a', '1'), row('a', '3')])).toEqual([
      { change: 'changed', what: 'header', path: ['Orders', 'a'], before: '2', after: '3' },
    ]);
    expect(diff([{ id: 'b', value: '1' }], [{ id: 'b', value: '2' }])).toMatchObject([{ path: ['Orders', 'b'] }]);
  });
});

describe('rows in another order', () => {
  const rows = (...keys: readonly string[]) => keys.map((key) => row(key, '1'));
  const letters = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`);

  it('are named with their new place', () => {
    expect(diff(rows('a', 'b', 'c'), rows('c', 'a', 'b'))).toEqual([
      { change: 'moved', what: 'header', path: ['Orders', 'c'], after: 'now first' },
    ]);
    expect(diff(rows('a', 'b', 'c'), rows('b', 'c', 'a'))).toEqual([
      { change: 'moved', what: 'header', path: ['Orders', 'a'], after: 'now after "c"' },
    ]);
  });

  it('are told only where nothing else changed', () => {
    expect(diff(rows('a', 'b'), rows('c', 'b', 'a')).map(({ change }) => change)).toEqual(['added']);
  });

  it.each([
    [11, 10, undefined],
    [12, 11, '1 more in another place'],
    [15, 11, '4 more in another place'],
  ])('are ten at most by name: of %d reversed', (count, told, rest) => {
    const moved = diff(rows(...letters(count)), rows(...letters(count).reverse()));
    expect(moved).toHaveLength(told);
    expect(moved.find(({ what }) => what === 'order')).toEqual(
      rest && { change: 'moved', what: 'order', path: ['Orders'], after: rest },
    );
  });
});

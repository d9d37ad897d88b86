import { describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonPath } from '../../../../src/core/lib/json.ts';
import { type FailureSearch, pathOf } from '../../../../src/run/result/locate.ts';

const script = (...exec: readonly string[]): JsonObject => ({ listen: 'test', script: { exec } });
const AT: JsonPath = ['item', 0, 'item', 1];
const OWN: JsonPath = [...AT, 'event', 0, 'script'];

/** A collection with one folder, whose second request has these scripts. */
const collection = (
  own: readonly JsonObject[],
  folder: readonly JsonObject[] = [],
  top: readonly JsonObject[] = [],
): JsonObject => ({
  event: top,
  item: [{ name: 'Smoke', event: folder, item: [{ name: 'First' }, { name: 'Second', event: own }] }],
});

const find = (content: JsonObject, search: Partial<FailureSearch>): JsonPath => pathOf(content, { at: AT, ...search });

describe('the place of a failed assertion', () => {
  it.each([
    ['double quotes', 'pm.test("status is 200", () => {'],
    ['single quotes', "  pm.test('status is 200', function () {"],
    ['a template', 'pm.test(`status is 200`, () => {'],
    ['a placeholder', `pm.test(\`status is \${code}\`, () => {`],
    ['a concatenation', 'pm.test("status is " + code, () => {'],
    ['spaces', 'pm . test ( "status is 200", () => {'],
    ['the old way', 'tests["status is 200"] = ok;'],
  ])('is the line of its pm.test, written with %s', (_, line) => {
    const content = collection([script('// status is 200', 'const code = 200;', line, '});')]);
    expect(find(content, { assertion: 'status is 200', script: OWN })).toEqual([...OWN, 'exec', 2]);
  });

  it('is read through escapes', () => {
    const content = collection([script('pm.test("says \\"hi\\"\\u0021", () => {});')]);
    expect(find(content, { assertion: 'says "hi"!' })).toEqual([...OWN, 'exec', 0]);
  });

  it('is the n-th line of that name, and the last one where a loop made more', () => {
    const content = collection([script('pm.test("a", f);', 'pm.test("b", f);', 'pm.test("a", f);')]);
    expect(find(content, { assertion: 'a', occurrence: 1 }).at(-1)).toBe(2);
    expect(find(content, { assertion: 'a', occurrence: 7 }).at(-1)).toBe(2);
  });

  it('prefers the exact name to a pattern that fits as well', () => {
    const content = collection([script(`pm.test(\`\${x}\`, f);`, 'pm.test("a", f);')]);
    expect(find(content, { assertion: 'a' }).at(-1)).toBe(1);
  });

  it('is in the script that ran, then in the request, then in what is around it', () => {
    const test = script('pm.test("a", f);');
    const all = collection([test], [test], [test]);
    expect(find(all, { assertion: 'a', script: ['item', 0, 'event', 0, 'script'] }).slice(0, 4)).toEqual([
      'item',
      0,
      'event',
      0,
    ]);
    expect(find(all, { assertion: 'a' })).toEqual([...OWN, 'exec', 0]);
    expect(find(collection([], [test], [test]), { assertion: 'a' })).toEqual([
      'item',
      0,
      'event',
      0,
      'script',
      'exec',
      0,
    ]);
    expect(find(collection([], [], [test]), { assertion: 'a' })).toEqual(['event', 0, 'script', 'exec', 0]);
  });

  it('is the whole script where that is one string', () => {
    const content = collection([{ listen: 'test', script: { exec: '\npm.test("a", f);' } }]);
    expect(find(content, { assertion: 'a' })).toEqual([...OWN, 'exec']);
  });

  it('counts entries of the array, each of which may hold several lines', () => {
    const content = collection([script('a;\nb;', 'c;\npm.test("a", f);', 'd;')]);
    expect(find(content, { assertion: 'a' })).toEqual([...OWN, 'exec', 1]);
  });

  it('is the script, or the name of the request, when its pm.test cannot be found', () => {
    const content = collection([script('eval(code);')]);
    expect(find(content, { assertion: 'a', script: OWN })).toEqual(OWN);
    expect(find(content, { assertion: 'a' })).toEqual([...AT, 'name']);
  });
});

describe('the place of anything else', () => {
  it('is the line of the script, where that is known', () => {
    const content = collection([script('a;', 'b;')]);
    expect(find(content, { script: OWN, scriptLine: 1 })).toEqual([...OWN, 'exec', 1]);
    expect(find(content, { script: OWN })).toEqual(OWN);
  });

  it('is the name of the request', () => {
    expect(find(collection([]), {})).toEqual([...AT, 'name']);
    expect(pathOf({ item: [{}] }, { at: ['item', 0] })).toEqual(['item', 0]);
  });
});

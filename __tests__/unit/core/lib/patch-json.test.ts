import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonValue } from '../../../../src/core/lib/json.ts';
import { patchJson } from '../../../../src/core/lib/patch-json.ts';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>;
const containers = fc.oneof(fc.array(json), fc.dictionary(fc.string(), json)) as fc.Arbitrary<JsonValue>;
const indents = fc.constantFrom<string | number>(0, 2, 4, '\t');

describe('patching a JSON text', () => {
  it('holds the wanted value, for every text and value', () => {
    fc.assert(
      fc.property(containers, containers, indents, (before, wanted, indent) => {
        const text = JSON.stringify(before, null, indent);
        expect(JSON.parse(patchJson(text, wanted))).toEqual(JSON.parse(JSON.stringify(wanted)));
      }),
    );
  });

  it('changes no byte without a change', () => {
    fc.assert(
      fc.property(containers, indents, (value, indent) => {
        const text = `${JSON.stringify(value, null, indent).replaceAll('\n', '\r\n')}\r\n`;
        expect(patchJson(text, value)).toBe(text);
      }),
    );
  });

  it('writes new parts as the text is indented', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]+$/), json, { minKeys: 1 }), (before) => {
        const wanted = { ...before, zz: { list: [1, { a: 'b' }], empty: [] } };
        const text = `${JSON.stringify(before, null, 4)}\n`;
        expect(patchJson(text, wanted)).toBe(`${JSON.stringify(wanted, null, 4)}\n`);
      }),
    );
  });

  it('writes a value of another type as the text is indented', () => {
    fc.assert(
      fc.property(
        fc.array(json, { minLength: 1 }),
        fc.dictionary(fc.stringMatching(/^[a-z]+$/), json),
        (list, object) => {
          const text = (value: unknown) => JSON.stringify({ a: { b: value } }, null, 4);
          expect(patchJson(text(list), { a: { b: object } })).toBe(text(object));
          expect(patchJson(text(object), { a: { b: list } })).toBe(text(list));
        },
      ),
    );
  });

  const text = '{\r\n\t"b": 1.50,\r\n\t"a": { "key": "x", "value": "\\u00e9\\/" },\r\n\t"list": [1, 2, 3]\r\n}\r\n';

  it('keeps indentation, line ends, the order of keys, escapes and numbers as they are written', () => {
    expect(patchJson(text, { a: { key: 'x', value: 'é/', on: true }, b: 1.5, list: [1, 2, 3] })).toBe(
      text.replace('\\/" }', '\\/","on": true }').replace('","on', '", "on'),
    );
  });

  it('removes elements of a list on one line', () => {
    expect(patchJson(text, { a: { key: 'x', value: 'é/' }, b: 1.5, list: [2] })).toBe(text.replace('[1, 2, 3]', '[2]'));
  });

  it('inserts a key after its predecessor', () => {
    expect(patchJson('{\n  "a": 1,\n  "c": 3\n}', { a: 1, b: 2, c: 3 })).toBe('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}');
  });

  it.each(['toString', 'constructor', '__proto__'])('removes a member named %s, which every object inherits', (key) => {
    expect(patchJson(`{"a":1,"${key}":[]}`, { a: 1 })).toBe('{"a":1}');
  });

  it('removes a member with its line', () => {
    expect(patchJson('{\n  "a": 1,\n  "b": 2\n}\n', { a: 1 })).toBe('{\n  "a": 1\n}\n');
    expect(patchJson('{\n  "a": 1,\n  "b": 2\n}\n', { b: 2 })).toBe('{\n  "b": 2\n}\n');
  });

  it('fills an empty list as the text is indented', () => {
    expect(patchJson('{\n  "a": []\n}', { a: [{ b: 1 }] })).toBe(JSON.stringify({ a: [{ b: 1 }] }, null, 2));
  });

  it('changes one line of a script and no other', () => {
    const script = (...exec: readonly string[]) => JSON.stringify({ exec, type: 'x' }, null, 2);
    expect(patchJson(script('a', 'b', 'c'), { exec: ['a', 'B', 'c', 'd'], type: 'x' })).toBe(
      script('a', 'B', 'c', 'd'),
    );
  });

  it('moves elements as they are written', () => {
    const [one, two] = ['{ "name": "one", "x": 1.0 }', '{ "name": "two",  "x": 2.0 }'];
    const wanted = [
      { name: 'two', x: 2 },
      { name: 'one', x: 1 },
    ];
    expect(patchJson(`[\n  ${one},\n  ${two}\n]`, wanted)).toBe(`[\n  ${two},\n  ${one}\n]`);
  });

  it.each(['id', 'key', 'listen', 'name'])('moves an element that changed with its %s, as it is written', (key) => {
    const [one, two] = [`{ "${key}": "one", "x": 1.0, "y": 1 }`, `{ "${key}": "two",  "x": 1.0, "y": 1 }`];
    const wanted = ['two', 'one'].map((id) => ({ [key]: id, x: 1, y: 2 }));
    const moved = [two, one].map((text) => text.replace('"y": 1', '"y": 2'));
    expect(patchJson(`[\n  ${one},\n  ${two}\n]`, wanted)).toBe(`[\n  ${moved.join(',\n  ')}\n]`);
  });

  it('keeps a byte order mark', () => {
    expect(patchJson('\uFEFF{"a":1}', { a: 2, b: [3, 4] })).toBe('\uFEFF{"a":2,"b":[3,4]}');
  });

  it('escapes characters beyond ASCII if the text does', () => {
    expect(patchJson('{"a":"\\u00e9","b":"x"}', { a: 'é', b: 'ü' })).toBe('{"a":"\\u00e9","b":"\\u00fc"}');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rawUrl, urlParts, withoutRepetition } from '../../../../../src/core/kinds/collection/url.ts';
import type { JsonObject, JsonValue } from '../../../../../src/core/lib/json.ts';

describe('the parts of a URL', () => {
  it.each<[string, JsonObject]>([
    ['', {}],
    ['/', { path: [''] }],
    ['a', { host: ['a'] }],
    ['https://a.test', { protocol: 'https', host: ['a', 'test'] }],
    ['https://a.test/', { protocol: 'https', host: ['a', 'test'], path: [''] }],
    ['a.test:80/x//y', { host: ['a', 'test'], port: '80', path: ['x', '', 'y'] }],
    ['a:b/x', { host: ['a:b'], path: ['x'] }],
    ['{{base}}/x?a', { host: ['{{base}}'], path: ['x'], query: [{ key: 'a' }] }],
    ['a?', { host: ['a'], query: [{ key: '' }] }],
    [
      'a?b=c=d&=e&f=',
      {
        host: ['a'],
        query: [
          { key: 'b', value: 'c=d' },
          { key: '', value: 'e' },
          { key: 'f', value: '' },
        ],
      },
    ],
    ['a?b#c?d#e', { host: ['a'], query: [{ key: 'b' }], hash: 'c?d#e' }],
    ['a#', { host: ['a'], hash: '' }],
    ['a/b#c', { host: ['a'], path: ['b'], hash: 'c' }],
    ['a/b://c', { host: ['a'], path: ['b:', '', 'c'] }],
    ['a?b=\nc', { host: ['a'], query: [{ key: 'b', value: '\nc' }] }],
  ])('of "%s"', (raw, parts) => {
    expect(urlParts(raw)).toEqual(parts);
    if (!raw.endsWith('#')) expect(rawUrl(parts)).toBe(raw);
  });

  it('give the same text again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab:/?=&.1{}]{0,16}$/), (raw) => {
        expect(rawUrl(urlParts(raw))).toBe(raw.startsWith('://') ? raw.slice(3) : raw);
      }),
    );
  });
});

describe('the text of the parts of a URL', () => {
  it.each<[JsonObject, string | undefined]>([
    [{}, ''],
    [{ protocol: 'https:', host: ['a'] }, 'https://a'],
    [{ protocol: 'https://', host: ['a'] }, 'https://a'],
    [{ protocol: '', host: ['a'], port: '', path: null, query: null, hash: '' }, 'a'],
    [{ host: ['a'], port: 80 }, 'a:80'],
    [{ host: ['a'], port: null }, 'a'],
    [{ host: ['a'], path: [] }, 'a/'],
    [{ host: ['a'], query: [] }, 'a'],
    [{ host: ['a'], query: [{ key: 'b', value: '1', disabled: true }] }, 'a'],
    [
      {
        host: ['a'],
        query: [
          { key: 'b', value: '1', disabled: true },
          { key: 'c', value: null },
        ],
      },
      'a?c',
    ],
    [{ host: ['a'], query: [{ key: null, value: '1', disabled: false }, { value: '' }] }, 'a?=1&='],
    [{ host: ['a'], hash: 'b' }, 'a#b'],
    [{ host: 'a' }, undefined],
    [{ host: [1] }, undefined],
    [{ host: ['a'], path: 'b' }, undefined],
    [{ host: ['a'], path: [{ type: 'string', value: 'b' }] }, undefined],
  ])('of %j is %j', (parts, raw) => {
    expect(rawUrl(parts)).toBe(raw);
  });
});

describe('a URL without what its text repeats', () => {
  const raw = 'https://a.test/:id?b=1';
  const whole: JsonObject = { raw, ...urlParts(raw) };

  it.each<[string, JsonValue | undefined, JsonObject | undefined]>([
    ['a text', raw, { raw }],
    ['an empty text', '', undefined],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['an empty raw', { raw: '' }, undefined],
    [
      'an empty raw beside more',
      { raw: '', variable: [{ key: 'a', value: '1' }] },
      { raw: '', variable: [{ key: 'a', value: '1' }] },
    ],
    ['a text with its parts', whole, { raw }],
    ['parts as texts', { ...whole, host: 'a.test', path: '/:id' }, { raw }],
    ['a path without its first slash', { ...whole, path: ':id' }, { raw }],
    ['an empty host', { raw: '/x', host: '', path: '/x' }, { raw: '/x' }],
    ['parts without a text', urlParts(raw), { raw }],
    ['parts that disagree', { raw, host: ['b'] }, { raw, host: ['b'] }],
    ['parts that are no texts', { host: [1] }, { host: [1] }],
    ['an empty variable of the path', { ...whole, variable: [{ key: 'id', value: '', id: '5' }] }, { raw }],
    ['a variable without a value', { raw, variable: [{ key: 'id' }] }, { raw }],
    ['a variable with null', { raw, variable: [{ key: 'id', value: null, description: null }] }, { raw }],
    [
      'a variable with a value',
      { raw, variable: [{ key: 'id', value: '1' }, { key: 'id' }] },
      { raw, variable: [{ key: 'id', value: '1' }] },
    ],
    [
      'a variable with a description',
      { raw, variable: [{ key: 'id', description: 'a' }] },
      { raw, variable: [{ key: 'id', description: 'a' }] },
    ],
    ['a variable that the path has not', { raw, variable: [{ key: 'other' }] }, { raw, variable: [{ key: 'other' }] }],
    [
      'a disabled parameter',
      { ...whole, query: [{ key: 'b', value: '1', disabled: true }] },
      { ...whole, query: [{ key: 'b', value: '1', disabled: true }] },
    ],
  ])('%s', (_, url, expected) => {
    expect(withoutRepetition(url)).toEqual(expected);
  });
});

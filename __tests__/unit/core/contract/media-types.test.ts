import { describe, expect, it } from '@jest/globals';
import { Documents } from '../../../../src/core/contract/documents.ts';
import { contentFor, isJsonType, mediaTypeOf, readJson } from '../../../../src/core/contract/media-types.ts';

describe('a media type', () => {
  it.each([
    ['Application/JSON; charset=utf-8', 'application/json'],
    [' text/html ', 'text/html'],
    ['', ''],
  ])('of %j is %j', (contentType, type) => expect(mediaTypeOf(contentType)).toBe(type));

  it.each([
    ['application/json', true],
    ['application/problem+json', true],
    ['text/json', true],
    ['application/jsonp', false],
    ['application/xml', false],
    ['application/a+b+json', false],
    ['json', false],
    ['application/+json', false],
  ])('%s is JSON: %s', (type, expected) => expect(isJsonType(type)).toBe(expected));
});

describe('the content for a content type', () => {
  const found = (keys: readonly string[], contentType: string) => {
    const value = Object.fromEntries(keys.map((key) => [key, {}]));
    const documents = new Documents([{ path: 'a', isRoot: true, value }]);
    return contentFor(documents, documents.node({ file: 'a', at: [] }), contentType)?.at[0];
  };
  const ALL = ['*/*', 'text/*', 'text/csv', 'text/csv; header=absent', 'text/csv; a=1; b="2"'];

  it.each([
    [ALL, 'text/csv; header=absent', 'text/csv; header=absent'],
    [ALL, 'Text/CSV;B=2;A=1;charset=utf-8', 'text/csv; a=1; b="2"'],
    [ALL, 'text/csv; charset=utf-8', 'text/csv'],
    [ALL, 'text/csv; header=other', 'text/csv'],
    [ALL, 'text/html', 'text/*'],
    [ALL, 'image/png', '*/*'],
    [['*'], 'image/png', '*'],
    [['*', '*/*'], 'image/png', '*/*'],
    [['TEXT/csv;'], 'text/csv', 'TEXT/csv;'],
    [['text/csv'], 'text/html', undefined],
    [[], 'text/html', undefined],
  ])('of %j for %s is %j', (keys, contentType, key) => expect(found(keys, contentType)).toBe(key));
});

describe('a JSON text', () => {
  it('may begin with a byte order mark, and is refused without parts of the text', () => {
    expect(readJson('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
    const refused = readJson('{"token": hunter2}');
    expect(refused.ok).toBe(false);
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });
});

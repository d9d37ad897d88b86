import { describe, expect, it } from '@jest/globals';
import { Documents } from '../../../../src/core/contract/documents.ts';
import { createRouter } from '../../../../src/core/contract/match.ts';
import { readOperations } from '../../../../src/core/contract/operations.ts';
import { staticRequests } from '../../../../src/core/contract/static-requests.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/lib/json.ts';

const files = [{ path: 'api.yaml', isRoot: true, value: { openapi: '3.0.0', paths: { '/x': { get: {}, put: {} } } } }];
const router = createRouter(readOperations(new Documents(files), files));

/** Method and URL of each request, as they are looked up. */
function askedFor(content: JsonObject, variables: Readonly<Record<string, string>> = {}): readonly string[] {
  const asked: string[] = [];
  const find = (method: string, url: string) => {
    asked.push(`${method} ${url}`);
    return undefined;
  };
  staticRequests({ content, variables: new Map(Object.entries(variables)) }, { find });
  return asked;
}

describe('the requests of a collection', () => {
  it.each<[JsonValue, string]>([
    ['http://a/x', 'GET http://a/x'],
    [{ url: 'http://a/x' }, 'GET http://a/x'],
    [{ method: 'put', url: { raw: ' http://a/x ' } }, 'PUT http://a/x'],
    [{ method: 'PUT', url: { host: ['a', 'b', 'com'], path: ['x', 'y'] } }, 'PUT a.b.com/x/y'],
    [{ method: 'PUT', url: { host: 'a.com', path: 'x/y' } }, 'PUT a.com/x/y'],
    [{ method: 'PUT' }, 'PUT '],
  ])('have a method and a URL in every form of the format: %j', (request, expected) => {
    expect(askedFor({ item: [{ item: [{ request }] }] })).toEqual([expected]);
  });

  it.each([
    ['{{base}}/x', 'own/x'],
    ['{{ base }}/{{id}}', 'own/7'],
    ['{{unknown}}/x', 'variable/x'],
    ['{{empty}}/x', 'environment/x'],
    ['{{number}}/x', 'variable/x'],
    ['{{a1}}', 'end'],
    ['{{a0}}', 'variable'],
    ['{{loop}}', 'variable'],
    ['{{}}/x', 'variable/x'],
  ])('resolve variables of the collection, then of environments, over five levels: %s', (url, expected) => {
    const variable = [
      { key: 'base', value: 'own' },
      { key: 'empty', value: '' },
      { key: 'number', value: 7 },
      { key: 'loop', value: '{{loop}}' },
      { key: 5, value: 'x' },
    ];
    const levels = { a0: '{{a1}}', a1: '{{a2}}', a2: '{{a3}}', a3: '{{a4}}', a4: '{{a5}}', a5: 'end' };
    const variables = { base: 'environment', empty: 'environment', id: '7', ...levels };
    expect(askedFor({ variable, item: [{ request: url }] }, variables)).toEqual([`GET ${expected}`]);
  });

  const script = (code: JsonValue, more: JsonObject = {}): JsonObject => ({
    event: [{ listen: 'test', script: { exec: code }, ...more }],
  });

  it.each<[JsonObject, boolean]>([
    [{}, false],
    [script('pm.test("a", f)'), true],
    [script(['let a;', 'pm . expect(a)']), true],
    [script('tests["a"] = true'), true],
    [script('pm.response.to.have.status(200)'), true],
    [script('pm.require("@team/checks")'), true],
    [script('pm.environment.set("a", 1)'), false],
    [script('spm.testing()'), false],
    [script(['pm', '.test("a", f)']), true],
    [script('pm.test("a", f)', { listen: 'prerequest' }), false],
    [script('pm.test("a", f)', { disabled: true }), false],
    [script('pm.test("a", f)', { disabled: false }), true],
    [{ event: [{ listen: 'test' }] }, false],
  ])('are tested if a script asserts something: %j', (events, asserted) => {
    const found = (content: JsonObject) => staticRequests({ content, variables: new Map() }, router);
    const expected = [{ operation: 'GET /x', asserted }];
    expect(found({ item: [{ request: '/x', ...events }] })).toEqual(expected);
    expect(found({ item: [{ item: [{ request: '/x' }], ...events }] })).toEqual(expected);
    expect(found({ item: [{ request: '/x' }], ...events })).toEqual(expected);
    expect(found({ item: [{ item: [{ request: '/x' }] }, { request: '/other', ...events }] })).toEqual([
      { operation: 'GET /x', asserted: false },
    ]);
  });
});

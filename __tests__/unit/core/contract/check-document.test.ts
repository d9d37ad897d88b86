import { describe, expect, it } from '@jest/globals';
import { checkDocuments, referredFiles } from '../../../../src/core/contract/check-document.ts';
import { pointerOf } from '../../../../src/core/contract/documents.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/lib/json.ts';

const complaints = (value: JsonValue): readonly string[] =>
  checkDocuments([{ path: 'api.yaml', value, isRoot: true }]).map(({ at, message }) => `${pointerOf(at)} ${message}`);

const get = (operation: JsonValue): JsonObject => ({ openapi: '3.0.0', paths: { '/a': { get: operation } } });

describe('a document', () => {
  it.each<[string, JsonValue, readonly string[]]>([
    ['that is no object', [], [' The file holds no OpenAPI document']],
    ['of version 2', { swagger: '2.0' }, ['/swagger Swagger 2.0 is not supported']],
    ['of an unknown version', { openapi: '4.0.0' }, ['/openapi OpenAPI 4.0.0 is not supported']],
    ['without a version', { paths: {} }, [' The file has no openapi version']],
    ['without paths', { openapi: '3.1.0' }, [' The document has no paths']],
    [
      'with a path that has no slash',
      { openapi: '3.0.0', paths: { a: {}, 'x-b': 1 } },
      ['/paths/a The path "a" does not begin with a slash'],
    ],
    ['with an operation that is no object', get('x'), ['/paths/~1a/get The operation GET /a is no object']],
    [
      'with a status that is none',
      get({ responses: { 200: {}, ok: {}, '4xx': {} } }),
      ['/paths/~1a/get/responses/ok "ok" is no status of GET /a'],
    ],
    [
      'with a parameter without a name',
      get({ parameters: [{ in: 'query' }] }),
      ['/paths/~1a/get/parameters/0 A parameter of GET /a has no name or no "in"'],
    ],
    [
      'with a reference that leads nowhere',
      get({ responses: { default: { $ref: '#/components/responses/Gone' } } }),
      ['/paths/~1a/get/responses/default/$ref The reference "#/components/responses/Gone" leads nowhere'],
    ],
  ])('%s is a problem with its place', (_, value, expected) => {
    expect(complaints(value)).toEqual(expected);
  });

  it('may have texts like references in its examples, and properties named $ref', () => {
    const schema = { properties: { $ref: { type: 'string' } }, example: { $ref: '#/nowhere' } };
    expect(complaints(get({ responses: { 200: { content: { 'application/json': { schema } } } } }))).toEqual([]);
  });

  it.each(['example', 'examples', 'default', 'enum', 'const', 'value'])(
    'holds no references in its data: %s',
    (key) => {
      const schema = { [key]: [{ $ref: '#/nowhere' }], title: key };
      expect(complaints(get({ responses: { 200: { content: { 'application/json': { schema } } } } }))).toEqual([]);
    },
  );

  it('names the files that it refers to, relative to itself', () => {
    const value = get({
      a: { $ref: '../shared/errors.yaml#/NotFound' },
      b: { $ref: 'https://example.com/x.yaml' },
      c: { $ref: '#/d' },
    });
    expect([...referredFiles({ path: 'api/openapi.yaml', value, isRoot: true }).keys()]).toEqual([
      'shared/errors.yaml',
    ]);
  });
});

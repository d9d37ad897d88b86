import { describe, expect, it } from '@jest/globals';
import { locatorOf, parseApiFile } from '../../../../src/core/contract/parse-file.ts';

const YAML = `openapi: 3.0.3
x-base: &base
  type: object
paths:
  /orders:
    get:
      responses:
        200:
          description: fine
          schema:
            <<: *base
            date: 2026-01-01
`;

describe('a file of an OpenAPI document', () => {
  it('is read as YAML of version 1.2 with merge keys: dates are texts, statuses are keys', () => {
    const { value } = parseApiFile('api.yaml', YAML) as { value: unknown };
    expect(value).toMatchObject({
      openapi: '3.0.3',
      paths: { '/orders': { get: { responses: { 200: { schema: { type: 'object', date: '2026-01-01' } } } } } },
    });
  });

  it('finds the line of a key, also of a numeric key', () => {
    const locate = locatorOf(YAML);
    expect(locate(['paths', '/orders', 'get', 'responses', '200'])).toEqual({ line: 8, column: 9 });
    expect(locate(['paths', '/orders', 'get', 'responses', '200', 'description'])).toEqual({ line: 9, column: 11 });
    expect(locate(['paths', '/orders', 'get', 'missing']).line).toBe(7);
  });

  it('finds the line of a value in JSON', () => {
    expect(locatorOf('{\n  "a": {\n    "b": [1]\n  }\n}')(['a', 'b'])).toEqual({ line: 3, column: 10 });
  });

  it.each([
    ['openapi: 3.0.0\nopenapi: 3.0.1\n', 'YAML: duplicated mapping key', { line: 2, column: 1 }],
    ['a:\n - b\n c: d\n', 'YAML', { line: 3, column: 2 }],
    ['{\n  "a": 1,\n}', 'JSON', { line: 3, column: 1 }],
  ])('with a syntax error is a problem with its place: %j', (text, message, position) => {
    const parsed = parseApiFile('api.yaml', text);
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ path: 'api.yaml', position, message: expect.stringContaining(message) }],
    });
  });

  it('that is empty is a problem', () => {
    expect(parseApiFile('api.yaml', '')).toMatchObject({ ok: false });
  });
});

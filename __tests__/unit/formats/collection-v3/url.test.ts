import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { itemOf, treeOf } from '../../../support/tree.ts';

/** The URL of a request with these lines. */
function urlOf(url: string, ...lines: readonly string[]): JsonObject {
  const { request } = itemOf(['$kind: http-request', `url: "${url}"`, ...lines, ''].join('\n'));
  return (request as JsonObject).url as JsonObject;
}

const queryOf = (url: string, ...lines: readonly string[]): readonly string[] | undefined =>
  (urlOf(url, ...lines).query as readonly JsonObject[] | undefined)?.map(
    ({ key, value, disabled }) =>
      `${disabled ? '-' : ''}${key}${value === undefined || value === null ? '' : `=${value}`}`,
  );

const params = (...entries: readonly string[]): readonly string[] => [
  'queryParams:',
  ...entries.map((entry) => `  - {${entry}}`),
];

describe('the query of a URL', () => {
  // Recorded with Postman CLI 1.62.0.
  it.each([
    ['?a=1&b', [], ['a=1', 'b']],
    [
      '?a=1&gone=2',
      params('key: a, value: "1"', 'key: flag, value: null', 'key: a, value: again'),
      ['gone=2', 'a=1', 'flag', 'a=again'],
    ],
    ['?a=1&gone=2&a=3', params('key: a, value: "1"'), ['gone=2', 'a=1']],
    ['?x=1&a=1&y=2', params('key: a, value: "5"', 'key: z, value: "1"'), ['x=1', 'y=2', 'a=5', 'z=1']],
    ['?A=1', params('key: a, value: "2"'), ['A=1', 'a=2']],
    ['?a=1&b=2', params('key: a, value: "1"', 'key: b, value: "2", disabled: true'), ['a=1', '-b=2']],
    ['?a=%2523', params('key: a, value: "%23"'), ['a=%23']],
    ['', params('key: a, value: "1"', 'key: a, value: "2"'), ['a=1', 'a=2']],
    ['?a=1', ['queryParams: {}'], ['a=1']],
    ['', ['queryParams: []'], undefined],
  ])('of %j with %j', (query, lines, expected) => {
    expect(queryOf(`https://example.com/${query}`, ...lines)).toEqual(expected);
  });

  it('is added to the text that has none, before the fragment', () => {
    expect(urlOf('{{base}}/a#top', ...params('key: a, value: "x&y#z"', 'key: b, value: null')).raw).toBe(
      '{{base}}/a?a=x%26y%23z&b#top',
    );
    expect(urlOf('{{base}}/a?b=%2F', ...params('key: b, value: /')).raw).toBe('{{base}}/a?b=%2F');
  });

  it('is warned about only if they differ', () => {
    const notices = (query: string, ...lines: readonly string[]) =>
      treeOf({ 'a.request.yaml': `$kind: http-request\nurl: "https://example.com/${query}"\n${lines.join('\n')}\n` })
        .notices;
    expect(
      notices('?a=%2F&b=x+y', ...params('key: a, value: /', 'key: b, value: x y', 'key: c, disabled: true')),
    ).toEqual([]);
    expect(notices('', ...params('key: a, value: /'))).toEqual([]);
    expect(notices('?a=1', ...params('key: a, value: "2"'))).toMatchObject([
      { message: expect.stringContaining("queryParams and the URL's own query differ"), position: { line: 4 } },
    ]);
  });
});

describe('the parts of a URL', () => {
  it.each([
    [
      'https://a.example.com:8080/x/:id?q=1#f',
      { protocol: 'https', host: ['a', 'example', 'com'], port: '8080', path: ['x', ':id'], hash: 'f' },
    ],
    ['{{base}}/x', { host: ['{{base}}'], path: ['x'] }],
    ['{{a/b?c}}/x', { host: ['{{a/b?c}}'], path: ['x'] }],
    ['', {}],
  ])('of %s', (url, parts) => {
    expect(urlOf(url)).toMatchObject({ raw: url, ...parts });
  });

  it('have the path variables', () => {
    expect(urlOf('{{base}}/:id', 'pathVariables:', '  id: "42"').variable).toEqual([{ key: 'id', value: '42' }]);
  });
});

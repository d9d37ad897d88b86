import { describe, expect, it } from '@jest/globals';
import { diffRequest } from '../../../../../src/core/kinds/collection/request-diff.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';

const told = (was: JsonObject, is: JsonObject) =>
  diffRequest({ was, is, path: ['Get'] }).map(({ change, what, path, before, after, lines }) =>
    [change, what, path.slice(1).join('/'), before, after, lines?.join(' ')].filter(Boolean).join(' '),
  );
const bearer = (token: string): JsonObject => ({ type: 'bearer', bearer: [{ key: 'token', value: token }] });
const graphql = (query: string, variables = ''): JsonObject => ({ mode: 'graphql', graphql: { query, variables } });

describe('the difference of two requests', () => {
  it.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['none', { method: 'GET' }, { method: 'GET' }, []],
    ['a method', { method: 'GET' }, { method: 'PUT' }, ['changed method GET PUT']],
    ['a first method', {}, { method: 'PUT' }, ['changed method none PUT']],
    ['a header', {}, { header: [{ key: 'A', value: '1' }] }, ['added header A 1']],
    [
      'headers in another order',
      { header: [{ key: 'A' }, { key: 'B' }] },
      { header: [{ key: 'B' }, { key: 'A' }] },
      ['changed headers'],
    ],
    ['an address', { url: { raw: 'a?b=1' } }, { url: { raw: 'c?b=1' } }, ['changed url a c']],
    ['a first address', {}, { url: { raw: 'c' } }, ['changed url none c']],
    [
      'an address, without its user and anchor',
      { url: { raw: 'https://user:x@a.test/y#z' } },
      { url: { raw: 'https://user:x@b.test/y@1' } },
      ['changed url https://a.test/y https://b.test/y@1'],
    ],
    ['a user', { url: { raw: 'https://u@a' } }, { url: { raw: 'https://v@a' } }, ['changed url']],
    [
      'a parameter in the text',
      { url: { raw: 'a?b=1' } },
      { url: { raw: 'a?b=2' } },
      ['changed query parameter b 1 2'],
    ],
    [
      'a parameter in the parts',
      { url: { raw: 'a', query: [{ key: 'b', value: '1' }] } },
      { url: { raw: 'a', query: [] } },
      ['removed query parameter b 1'],
    ],
    [
      'a path variable',
      { url: { raw: ':a', variable: [{ key: 'a', value: '1' }] } },
      { url: { raw: ':a', variable: [{ key: 'a', value: '2' }] } },
      ['changed path variable a 1 2'],
    ],
    ['a kind of body', {}, { body: { mode: 'raw', raw: 'a' } }, ['changed body none raw']],
    ['a text', { body: { mode: 'raw', raw: 'a' } }, { body: { mode: 'raw', raw: 'b' } }, ['changed body a b']],
    [
      'a language',
      { body: { mode: 'raw', raw: 'a', options: { raw: { language: 'xml' } } } },
      { body: { mode: 'raw', raw: 'a' } },
      ['changed body'],
    ],
    ...['urlencoded', 'formdata'].map((mode): [string, JsonObject, JsonObject, readonly string[]] => [
      `a field of a body of mode ${mode}`,
      { body: { mode, [mode]: [] } },
      { body: { mode, [mode]: [{ key: 'a', value: '1' }] } },
      ['added body field a 1'],
    ]),
    ['a query of GraphQL', { body: graphql('{a}') }, { body: graphql('{b}') }, ['changed graphql query {a} {b}']],
    [
      'variables of GraphQL',
      { body: graphql('{a}', '1') },
      { body: graphql('{a}', '2') },
      ['changed graphql variables 1 2'],
    ],
    ['an authorization', {}, { auth: bearer('a') }, ['changed auth none bearer']],
    [
      'a parameter of it, without its value',
      { auth: bearer('a') },
      { auth: bearer('b') },
      ['changed auth parameter token'],
    ],
    ['another field of it', { auth: bearer('a') }, { auth: { ...bearer('a'), x: 1 } }, ['changed auth']],
    ['a description', { description: 'a' }, { description: { content: 'b' } }, ['changed description a b']],
    [
      'the form of a description',
      { description: 'a' },
      { description: { content: 'a', type: 'text/html' } },
      ['changed description'],
    ],
    ['a field without its own comparison', { proxy: { port: 1 } }, { proxy: { port: 2 } }, ['changed proxy']],
  ])('is told: %s', (_, was, is, expected) => {
    expect(told(was, is)).toEqual(expected);
  });
});

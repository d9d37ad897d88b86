import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import {
  definitionValues,
  exampleValues,
  requestValues,
  UnwritableError,
} from '../../../../src/formats/collection-v3/write-values.ts';

const URL = 'https://a.test/x';
const item = (request: JsonObject, more: JsonObject = {}): JsonObject => ({
  request: { url: URL, ...request },
  ...more,
});

describe('the values of a request', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['nothing but the address', {}, {}],
    ['the method', { method: 'PUT' }, { method: 'PUT' }],
    ['a description', { description: 'why' }, { description: 'why' }],
    ['a description with a type', { description: { content: 'why', type: 'text/plain' } }, { description: 'why' }],
    ['no headers from an empty list', { header: [] }, {}],
    [
      'headers',
      {
        header: [
          { key: 'A', value: '1', disabled: false, type: 'text' },
          { key: 'B', value: '', disabled: true, description: { content: 'why' } },
        ],
      },
      {
        headers: [
          { key: 'A', value: '1' },
          { key: 'B', value: '', disabled: true, description: 'why' },
        ],
      },
    ],
    [
      'the parts of the address',
      { url: { raw: `${URL}?a=1`, query: [{ key: 'a', value: '1' }], variable: [{ key: 'id', value: '7' }] } },
      {
        url: `${URL}?a=1`,
        queryParams: [{ key: 'a', value: '1' }],
        pathVariables: [{ key: 'id', value: '7' }],
      },
    ],
    [
      'an address without a text',
      { url: { protocol: 'https', host: ['b', 'test'], path: ['y'] } },
      { url: 'https://b.test/y' },
    ],
    [
      'no authorization',
      { auth: { type: 'noauth', bearer: [{ key: 'token', value: 't' }] } },
      { auth: { type: 'noauth' } },
    ],
    [
      'an authorization',
      { auth: { type: 'bearer', bearer: [{ key: 'token', value: 't', type: 'string' }], basic: [{ key: 'a' }] } },
      { auth: { type: 'bearer', credentials: [{ key: 'token', value: 't' }] } },
    ],
    ['no authorization from null', { auth: null }, {}],
    [
      'a body',
      { body: { mode: 'raw', raw: 'a', options: { raw: { language: 'xml' } } } },
      { body: { type: 'xml', content: 'a' } },
    ],
    [
      'a body that looks like a JSON object',
      { body: { mode: 'raw', raw: '\n {"a": 1}' } },
      { body: { type: 'json', content: '\n {"a": 1}' } },
    ],
    [
      'a body that looks like a JSON list',
      { body: { mode: 'raw', raw: '[1]' } },
      { body: { type: 'json', content: '[1]' } },
    ],
    ['a body that looks like text', { body: { mode: 'raw', raw: 'a {' } }, { body: { type: 'text', content: 'a {' } }],
    [
      'a form',
      { body: { mode: 'urlencoded', urlencoded: [{ key: 'a', value: 'b', type: 'text' }] } },
      { body: { type: 'urlencoded', content: [{ key: 'a', value: 'b' }] } },
    ],
    [
      'uploads',
      {
        body: {
          mode: 'formdata',
          formdata: [
            { key: 'a', value: 'b', contentType: 'text/css' },
            { key: 'f', type: 'file', src: ['a', 'b'], disabled: true },
          ],
        },
      },
      {
        body: {
          type: 'formdata',
          content: [
            { key: 'a', value: 'b', type: 'text', contentType: 'text/css' },
            { key: 'f', type: 'file', src: ['a', 'b'], disabled: true },
          ],
        },
      },
    ],
    [
      'a file',
      { body: { mode: 'file', file: { src: 'a.bin' } } },
      { body: { type: 'file', content: { src: 'a.bin' } } },
    ],
    [
      'GraphQL',
      { body: { mode: 'graphql', graphql: { query: '{a}', variables: '' } } },
      { body: { type: 'graphql', content: { query: '{a}', variables: '' } } },
    ],
    ['no body without a mode', { body: { raw: 'a' } }, {}],
    ['no body from null', { body: null }, {}],
  ])('are %s', (_, request, expected) => {
    expect(requestValues(item(request), 'http-request')).toEqual({ url: URL, ...expected });
  });

  it('are the address alone where the request is a text', () => {
    expect(requestValues({ request: URL }, 'http-request')).toEqual({ url: URL });
  });

  it('have the query in a request of GraphQL, and neither method, parameters nor body', () => {
    const graphql = { query: '{a}', variables: '{}', operationName: 'A', extra: 1 };
    const url = { raw: `${URL}?a=1`, query: [{ key: 'a', value: '1' }], variable: [{ key: 'id', value: '7' }] };
    const request = { method: 'POST', header: [{ key: 'A', value: '1' }], url, body: { mode: 'graphql', graphql } };
    expect(requestValues(item(request), 'graphql-request')).toEqual({
      url: `${URL}?a=1`,
      headers: [{ key: 'A', value: '1' }],
      query: '{a}',
      variables: '{}',
      operationName: 'A',
    });
  });

  it.each([[undefined], [null], [{ mode: 'raw', raw: 'a' }]])('cannot be those of GraphQL with the body %j', (body) => {
    expect(() => requestValues(item({ ...(body === undefined ? {} : { body }) }), 'graphql-request')).toThrow(
      new UnwritableError('a GraphQL request without its query'),
    );
  });

  it.each([
    [{}, undefined],
    [{ disableBodyPruning: true }, undefined],
    [{ disableBodyPruning: true, strictSSL: false }, { strictSSL: false }],
    [{ disabledSystemHeaders: { host: true, accept: false } }, { disabledSystemHeaders: ['host'] }],
  ])('have the settings %j as %j', (protocolProfileBehavior, settings) => {
    expect(requestValues(item({}, { protocolProfileBehavior }), 'http-request').settings).toEqual(settings);
  });

  it.each([
    ['http-request', 'beforeRequest', 'afterResponse'],
    ['graphql-request', 'beforeQuery', 'afterResponse'],
  ] as const)('have the scripts of a %s', (owner, before, after) => {
    const event = [
      {
        listen: 'prerequest',
        script: { type: 'text/plain', exec: ['a', 'b'], packages: { x: 1 }, requests: { y: 2 } },
      },
      { listen: 'test', script: { exec: 'c' } },
      { listen: 'test' },
    ];
    const body = { mode: 'graphql', graphql: {} };
    expect(requestValues(item({ body }, { event }), owner).scripts).toEqual([
      { type: before, code: 'a\nb', language: 'text/plain', packages: { x: 1 }, requests: { y: 2 } },
      { type: after, code: 'c', language: 'text/javascript' },
      { type: after, code: '', language: 'text/javascript' },
    ]);
  });
});

describe('the values of a definition', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['a collection', { info: { name: 'a', description: 'in' }, description: 'out' }, { description: 'in' }],
    ['a folder', { description: 'out', variable: [], event: [] }, { description: 'out' }],
    [
      'a collection with variables',
      {
        info: { name: 'a' },
        variable: [
          { key: 'a', value: '1', type: 'string', disabled: true, description: 'why' },
          { key: 's', value: 'hidden', type: 'secret' },
          { key: 'none' },
        ],
      },
      {
        variables: [
          { key: 'a', value: '1', disabled: true, description: 'why' },
          { key: 's', secret: true },
          { key: 'none' },
        ],
      },
    ],
    [
      'a folder with scripts and authorization',
      { auth: { type: 'noauth' }, event: [{ listen: 'prerequest', script: { exec: ['a'] } }, { listen: 'test' }] },
      {
        auth: { type: 'noauth' },
        scripts: [
          { type: 'http:beforeRequest', code: 'a', language: 'text/javascript' },
          { type: 'http:afterResponse', code: '', language: 'text/javascript' },
        ],
      },
    ],
  ])('come from %s', (_, owner, expected) => {
    expect(definitionValues(owner)).toEqual(expected);
  });
});

describe('the values of an example', () => {
  it('are the response and its request', () => {
    const originalRequest = { method: 'POST', url: { raw: URL }, header: [], body: { mode: 'raw', raw: '{}' } };
    const header = [{ key: 'A', value: '1' }];
    const full = { name: 'OK', code: 200, status: 'OK', header, body: 'x', originalRequest, cookie: [] };
    expect(exampleValues({ ...full, _postman_previewlanguage: 'html' })).toEqual({
      request: { url: URL, method: 'POST', body: { type: 'json', content: '{}' } },
      response: {
        statusCode: 200,
        statusText: 'OK',
        headers: [{ key: 'A', value: '1' }],
        body: { type: 'html', content: 'x' },
      },
    });
  });

  it.each([
    ['json', 'json'],
    ['text', 'text'],
    ['xml', 'xml'],
    ['html', 'html'],
    ['javascript', 'javascript'],
    ['plain', 'text'],
    ['auto', 'text'],
    [undefined, 'text'],
  ])('have a body in the language %s as %s', (language, type) => {
    const preview = language === undefined ? {} : { _postman_previewlanguage: language };
    expect(exampleValues({ code: 200, body: 'x', ...preview })).toEqual({
      response: { statusCode: 200, body: { type, content: 'x' } },
    });
  });

  it.each([[''], [null], [undefined]])('have no body from %j', (body) => {
    expect(exampleValues({ code: 204, ...(body === undefined ? {} : { body }) })).toEqual({
      response: { statusCode: 204 },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { createChecker } from '../../../../src/core/contract/checker.ts';
import type { Exchange } from '../../../../src/core/contract/exchange.ts';
import type { JsonObject } from '../../../../src/core/lib/json.ts';

const exchange: Exchange = {
  method: 'POST',
  url: 'http://localhost/things/1',
  requestHeaders: [],
  status: 200,
  headers: [],
  body: '',
};

/** The deviations of a request to an operation with these parts. */
const told = (operation: JsonObject, sent: Partial<Exchange>): readonly string[] =>
  createChecker([
    {
      path: 'api.yaml',
      isRoot: true,
      value: { openapi: '3.0.3', paths: { '/things/{id}': { post: { responses: { 200: {} }, ...operation } } } },
    },
  ])
    .check({ ...exchange, ...sent })
    .deviations.map(({ part, pointer, expected, actual }) => `${part} ${pointer}: ${expected}; ${actual}`);

const integer = { type: 'integer' };
const time = { type: 'string', format: 'date-time' };
const format = 'format date-time; string "2026-01-01+00:00:00"';
const list = { type: 'array', items: integer };

describe('a parameter of a request', () => {
  it.each<[JsonObject, string, readonly string[]]>([
    [{ in: 'query', name: 'n', schema: integer }, '?n=1', []],
    [{ in: 'query', name: 'n', schema: integer }, '?n=x', ['parameter query n: integer; string "x"']],
    [{ in: 'query', name: 'n', schema: integer }, '?n=', []],
    [{ in: 'query', name: 'n' }, '?n=x', []],
    [{ in: 'query', name: 'n', schema: integer }, '', []],
    [
      { in: 'query', name: 'n', schema: integer, required: true },
      '',
      ['parameter query n: a value: the parameter is required; missing'],
    ],
    [{ in: 'query', name: 'n', schema: { type: 'object' }, required: true }, '', []],
    [{ in: 'cookie', name: 'n', schema: integer, required: true }, '', []],
    [
      { in: 'header', name: 'n', schema: integer, required: true },
      '',
      ['parameter header n: a value: the parameter is required; missing'],
    ],
    [{ in: 'header', name: 'Accept', schema: integer, required: true }, '', []],
    [{ in: 'header', name: 'content-type', schema: integer, required: true }, '', []],
    [{ in: 'header', name: 'Authorization', schema: integer, required: true }, '', []],
    [
      { in: 'query', name: 'accept', schema: integer, required: true },
      '',
      ['parameter query accept: a value: the parameter is required; missing'],
    ],
    [
      { in: 'path', name: 'id', schema: { type: 'boolean' }, required: true },
      '',
      ['parameter path id: boolean; string "1"'],
    ],
    [{ in: 'path', name: 'other', schema: integer, required: true }, '', []],
    [{ in: 'query', name: 'n', schema: list }, '?n=1&n=2', []],
    [{ in: 'query', name: 'n', schema: list }, '?n=1&n=x', ['parameter query n/1: integer; string "x"']],
    [{ in: 'query', name: 'n', schema: { anyOf: [list, { enum: ['all'] }] } }, '?n=all', []],
    [{ in: 'query', name: 'n', schema: time }, '?n=2026-01-01T00:00:00+02:00', []],
    [{ in: 'query', name: 'n', schema: time }, '?n=2026-01-01+00:00:00', [`parameter query n: ${format}`]],
    [{ in: 'query', name: 'n', schema: { enum: ['a b'] } }, '?n=a+b', []],
    [
      { in: 'query', name: 'n', schema: { enum: ['a b'] } },
      '?n=a%2Bb',
      ['parameter query n: one of "a b"; string "a+b"'],
    ],
    [{ in: 'query', name: 'full name', schema: { enum: ['a b'] }, required: true }, '?full+name=a%20b', []],
  ])('%j in %j', (parameter, query, deviations) => {
    expect(told({ parameters: [parameter] }, { url: `${exchange.url}${query}` })).toEqual(deviations);
  });
});

const bodyOf = (content: JsonObject, more: JsonObject = {}): JsonObject => ({ requestBody: { content, ...more } });
const object = { type: 'object', properties: { n: integer, l: { type: 'array' } } };
const JSON_BODY = bodyOf({ 'application/json': { schema: object } });
const FORM = bodyOf({ 'application/x-www-form-urlencoded': { schema: object } });
const MULTIPART = bodyOf({ 'multipart/form-data': { schema: object } });
const sent = (type: string, more: Partial<Exchange>): Partial<Exchange> => ({
  requestHeaders: [['Content-Type', type]],
  ...more,
});

describe('the body of a request', () => {
  it.each<[string, JsonObject, Partial<Exchange>, readonly string[]]>([
    ['none where none is described', {}, sent('application/json', { requestBody: '{' }), []],
    ['none where none is required', JSON_BODY, {}, []],
    [
      'none where one is required',
      bodyOf({}, { required: true }),
      {},
      ['request-body : a body: it is required; no body'],
    ],
    [
      'an empty one where one is required',
      bodyOf({}, { required: true }),
      sent('application/json', { requestBody: '' }),
      ['request-body : a body: it is required; no body'],
    ],
    [
      'one that was not kept',
      bodyOf({}, { required: true }),
      sent('application/json', {}),
      ['content-type request: ; application/json'],
    ],
    ['one without a content type', JSON_BODY, { requestBody: '{"n":"x"}' }, []],
    [
      'one of another type',
      JSON_BODY,
      sent('text/plain', { requestBody: 'x' }),
      ['content-type request: application/json; text/plain'],
    ],
    ['JSON that fits', JSON_BODY, sent('application/json', { requestBody: '{"n":1}' }), []],
    [
      'JSON that does not fit',
      JSON_BODY,
      sent('application/json', { requestBody: '{"n":"x"}' }),
      ['request-body /n: integer; string "x"'],
    ],
    [
      'anything without a schema',
      bodyOf({ 'application/json': {} }),
      sent('application/json', { requestBody: '{' }),
      [],
    ],
    ['XML', bodyOf({ 'text/xml': { schema: object } }), sent('text/xml', { requestBody: '<a/>' }), []],
    ['a form that fits', FORM, sent('application/x-www-form-urlencoded', { requestBody: 'n=1&l=1' }), []],
    [
      'a form that does not fit',
      FORM,
      sent('application/x-www-form-urlencoded', { requestBody: 'n=x&l=1' }),
      ['request-body /n: integer; string "x"'],
    ],
    ['a form with nested fields', FORM, sent('application/x-www-form-urlencoded', { requestBody: 'n=x&a[b]=1' }), []],
    [
      'fields that do not fit',
      MULTIPART,
      sent('multipart/form-data; boundary=x', { requestForm: [{ name: 'n', text: 'x' }] }),
      ['request-body /n: integer; string "x"'],
    ],
    ['a file', MULTIPART, sent('multipart/form-data', { requestForm: [{ name: 'n' }] }), []],
    [
      'a file beside fields that do not fit',
      bodyOf({ 'multipart/form-data': { schema: { properties: { n: integer, m: integer } } } }),
      sent('multipart/form-data', { requestForm: [{ name: 'n' }, { name: 'm', text: 'x' }] }),
      ['request-body /m: integer; string "x"'],
    ],
    [
      'fields with JSON',
      MULTIPART,
      sent('multipart/form-data', {
        requestForm: [
          { name: 'n', text: 'x' },
          { name: 'm', text: ' {"a":1}' },
        ],
      }),
      [],
    ],
    ['fields that were not kept', MULTIPART, sent('multipart/form-data', {}), []],
  ])('is %s', (_, operation, more, deviations) => {
    expect(told(operation, more)).toEqual(deviations);
  });

  it('is refused if it is no JSON', () => {
    expect(told(JSON_BODY, sent('application/json', { requestBody: '{' }))).toEqual([
      expect.stringMatching(/^request-body : JSON; /),
    ]);
  });
});

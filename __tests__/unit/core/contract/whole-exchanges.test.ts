import { describe, expect, it } from '@jest/globals';
import { createChecker } from '../../../../src/core/contract/checker.ts';
import { pointerOf } from '../../../../src/core/contract/documents.ts';
import type { Exchange } from '../../../../src/core/contract/exchange.ts';
import { parseApiFile } from '../../../../src/core/contract/parse-file.ts';
import { documentsOf } from '../../../../src/core/contract/summarize.ts';

const DOCUMENT = (version: string) => `
openapi: ${version}
servers: [{ url: 'https://{env}.example.com/v1', variables: { env: { default: api, enum: [api, test] } } }, { url: /v2 }]
paths:
  /orders:
    parameters: [{ $ref: '#/components/parameters/Page' }]
    get:
      tags: [orders]
      operationId: listOrders
      parameters:
        - { name: tags, in: query, style: form, explode: false, schema: { type: array, items: { type: string, enum: [a, b] } } }
        - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { min: { type: integer } } } }
        - { name: X-Trace, in: header, required: true, schema: { type: string, minLength: 3 } }
        - { name: session, in: cookie, schema: { type: boolean } }
      responses:
        '200':
          headers: { X-Total: { required: true, schema: { type: integer } } }
          content:
            application/json: { schema: { type: array, maxItems: 2, items: { $ref: '#/components/schemas/Order' } } }
            text/*: { schema: { type: string } }
        4XX: { $ref: '#/components/responses/Problem' }
    post:
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Order' } }
          application/x-www-form-urlencoded: { schema: { type: object, required: [sku], properties: { sku: { type: string }, n: { type: integer } } } }
      responses: { 201: { description: none }, default: { $ref: '#/components/responses/Problem' } }
  /orders/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }]
      responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }, 204: {} }
  /orders/latest: { get: { responses: { 200: {} } } }
components:
  parameters: { Page: { name: page, in: query, schema: { type: integer, minimum: 1 } } }
  responses: { Problem: { content: { application/problem+json: { schema: { type: object, required: [title] } } } } }
  schemas:
    Base: { type: object, required: [id, secret], properties: { id: { type: integer, readOnly: true }, secret: { type: string, writeOnly: true } } }
    Order:
      allOf: [{ $ref: '#/components/schemas/Base' }]
      required: [sku]
      properties: { sku: { type: string, pattern: '^[A-Z]+$' }, when: { type: string, format: date-time }, price: { oneOf: [{ type: number }, { type: string, maxLength: 3 }] } }
    Pet:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } }
    Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: integer, maximum: 9 } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string } }, additionalProperties: false }
`;

const filesOf = (version: string) => {
  const parsed = parseApiFile('api.yaml', DOCUMENT(version));
  return parsed.ok ? [{ path: 'api.yaml', isRoot: true, value: parsed.value }] : [];
};

const JSON_TYPE = ['Content-Type', 'application/json'] as const;
const traced = { requestHeaders: [['X-Trace', 'abc']], headers: [JSON_TYPE, ['X-Total', '1']] } as const;

const exchange = (url: string, parts: Partial<Exchange> = {}): Exchange => ({
  ...{ method: 'GET', url: `https://api.example.com/v1${url}`, status: 200, body: '[]', ...traced },
  ...parts,
});

const post = (requestBody: string, type = 'application/json', parts: Partial<Exchange> = {}): Exchange =>
  exchange('/orders', {
    method: 'POST',
    requestHeaders: [['content-type', type]],
    requestBody,
    status: 201,
    body: '',
    ...parts,
  });

const order = { id: 1, sku: 'A', price: 2 };
const EXCHANGES: Readonly<Record<string, Exchange>> = {
  'right list': exchange('/orders?page=1&tags=a,b&filter[min]=3', { body: JSON.stringify([order]) }),
  'wrong parameters': exchange('/orders?page=0&tags=a,c&filter[min]=x', {
    requestHeaders: [
      ['X-Trace', 'a'],
      ['Cookie', 'session=maybe'],
    ],
  }),
  'no header': exchange('/orders', { requestHeaders: [], headers: [JSON_TYPE] }),
  'wrong header': exchange('/orders', { headers: [JSON_TYPE, ['X-Total', 'many']] }),
  'wrong items': exchange('/orders', {
    body: JSON.stringify([{ id: 'x', sku: 'a', when: 'now' }, { ...order, price: 'long' }, order]),
  }),
  'written only': exchange('/orders', { body: JSON.stringify([{ ...order, secret: 'x' }]) }),
  'plain text': exchange('/orders', {
    headers: [
      ['content-type', 'text/csv; charset=utf-8'],
      ['X-Total', '1'],
    ],
    body: 'a,b',
  }),
  'other type': exchange('/orders', {
    headers: [
      ['content-type', 'image/png'],
      ['X-Total', '1'],
    ],
  }),
  'no type': exchange('/orders', { headers: [['X-Total', '1']] }),
  'no body': exchange('/orders', { body: '' }),
  'not JSON': exchange('/orders', { body: '{' }),
  'cut off': exchange('/orders', { body: '[{', truncated: true }),
  'refused as documented': exchange('/orders', {
    status: 404,
    headers: [['content-type', 'application/problem+json']],
    body: '{"title":"x"}',
  }),
  'refused otherwise': exchange('/orders', {
    status: 404,
    headers: [['content-type', 'application/problem+json']],
    body: '{}',
  }),
  'undocumented status': exchange('/orders', { status: 500 }),
  'right post': post('{"sku":"A","secret":"s"}'),
  'wrong post': post('{"id":1,"sku":"a"}'),
  'empty post': post(''),
  'post of a form': post('sku=A&n=1', 'application/x-www-form-urlencoded'),
  'post of a wrong form': post('n=x', 'application/x-www-form-urlencoded'),
  'post of another type': post('<a/>', 'application/xml'),
  'refused post': post('{"id":1}', 'application/json', { status: 422, headers: [JSON_TYPE], body: '{}' }),
  'answer without documented content': post('{"sku":"A","secret":"s"}', 'application/json', {
    headers: [JSON_TYPE],
    body: '{"a":1}',
  }),
  'wrong path': exchange('/orders/0', { body: '{"kind":"cat","lives":9}' }),
  'no number in the path': exchange('/orders/first', { body: '{"kind":"cat","lives":10}' }),
  'mapped kind': exchange('/orders/1', { body: '{"kind":"cat"}' }),
  'named kind': exchange('/orders/1', { body: '{"kind":"Dog","more":1}' }),
  'unknown kind': exchange('/orders/1', { body: '{"kind":"cow"}' }),
  'no kind': exchange('/orders/1', { body: '{}' }),
  'a fixed path before a template': exchange('/orders/latest', { body: '' }),
  'another server': exchange('', { url: 'http://localhost:8080/v2/orders/latest', body: '' }),
  'no server': exchange('', { url: 'https://other.example.com/orders/1', body: '{"kind":"Dog"}' }),
  'no such path': exchange('/nothing'),
  'other method': exchange('/orders', { method: 'DELETE' }),
};

/** After a change on purpose: `npm test -- whole-exchanges -u`, and read the difference. */
describe('whole exchanges', () => {
  it.each(['3.0.3', '3.1.0'])('deviate from a document of version %s as recorded', (version) => {
    const checker = createChecker(filesOf(version));
    const told = Object.entries(EXCHANGES).map(([name, given]) => {
      const { operation, response, deviations } = checker.check(given);
      const lines = deviations.map(
        ({ part, pointer, expected, actual, place }) =>
          `${part} ${pointer}: ${expected}; ${expected === 'JSON' ? '…' : actual} (${pointerOf(place.at)})`,
      );
      return [`${name}: ${operation ?? 'undocumented'} ${response ?? ''}`.trim(), ...lines];
    });
    expect(told).toMatchSnapshot();
  });

  it('know the operations, their responses and tags', () => {
    const { documents, operations } = documentsOf(filesOf('3.0.3'));
    expect(documents).toEqual(['api.yaml']);
    expect(operations.map(({ id, ...rest }) => [id, Object.keys(rest).sort()])).toMatchSnapshot();
  });
});

import { describe, expect, it } from '@jest/globals';
import { createChecker } from '../../../../src/core/contract/checker.ts';
import { pointerOf } from '../../../../src/core/contract/documents.ts';
import type { Exchange } from '../../../../src/core/contract/exchange.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/lib/json.ts';

const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

/** A document with one operation, `GET /things/{id}`, that answers 200 with a body of a schema. */
const withSchema = (schema: JsonObject, more: { readonly version?: string; readonly schemas?: JsonObject } = {}) =>
  createChecker([
    {
      path: 'api.yaml',
      isRoot: true,
      value: {
        openapi: more.version ?? '3.0.3',
        paths: { '/things/{id}': { get: { responses: { 200: { content: json(schema) } } } } },
        components: { schemas: more.schemas ?? {} },
      },
    },
  ]);

const answer = (body: JsonValue, more: Partial<Exchange> = {}): Exchange => ({
  method: 'GET',
  url: 'http://localhost:3000/things/1',
  requestHeaders: [],
  status: 200,
  headers: [['Content-Type', 'application/json; charset=utf-8']],
  body: JSON.stringify(body),
  ...more,
});

/** Deviations as `part pointer: expected, actual`. */
const told = (checker: ReturnType<typeof createChecker>, exchange: Exchange): readonly string[] =>
  checker
    .check(exchange)
    .deviations.map(({ part, pointer, expected, actual }) => `${part} ${pointer}: ${expected}; ${actual}`);

describe('an answer', () => {
  it('that fits the document has no deviations, and names its operation and response', () => {
    const checker = withSchema({ type: 'object', required: ['id'], properties: { id: { type: 'integer' } } });
    expect(checker.check(answer({ id: 1 }))).toEqual({
      operation: 'GET /things/{id}',
      response: '200',
      deviations: [],
    });
  });

  it('of a request that no document describes is not checked', () => {
    expect(withSchema({}).check(answer('', { url: 'http://localhost/others' }))).toEqual({ deviations: [] });
  });

  it.each<[string, JsonObject, JsonValue, readonly string[]]>([
    ['a wrong type', { type: 'integer' }, 'x', ['body : integer; string "x"']],
    [
      'a missing property',
      { type: 'object', required: ['a'] },
      {},
      ['body /a: a value: the property is required; missing'],
    ],
    [
      'every deviation of nested values',
      {
        type: 'array',
        items: { type: 'object', properties: { n: { type: 'number', minimum: 3 }, s: { enum: ['a', 'b'] } } },
      },
      [{ n: 1 }, { s: 'c' }],
      ['body /0/n: >= 3; number 1', 'body /1/s: one of "a", "b"; string "c"'],
    ],
    [
      'a property that is not described',
      { type: 'object', properties: { a: {} }, additionalProperties: false },
      { a: 1, 'b/c': true },
      ['body /b~1c: no property of this name; boolean true'],
    ],
    ['a format', { type: 'string', format: 'date-time' }, 'yesterday', ['body : format date-time; string "yesterday"']],
    ['a pattern', { type: 'string', pattern: '^\\d+$' }, 'x', ['body : a text that matches ^\\d+$; string "x"']],
    ['null where nothing says nullable', { type: 'string' }, null, ['body : string; null']],
    ['null where it is nullable', { type: 'string', nullable: true, enum: ['a'] }, null, []],
    ['null where a composition is nullable', { nullable: true, allOf: [{ type: 'object' }] }, null, []],
    ['a bound that is exclusive', { type: 'number', minimum: 0, exclusiveMinimum: true }, 0, ['body : > 0; number 0']],
    ['a value at a bound that is not', { type: 'number', minimum: 0, exclusiveMinimum: false }, 0, []],
    ['a pattern that JavaScript cannot read', { type: 'string', pattern: '(?i)^a' }, 'b', []],
    ['anchors of another dialect', { type: 'string', pattern: '\\A[a-z]+\\z' }, 'abc', []],
    ['classes of another dialect', { type: 'string', pattern: '^[[:digit:]]+\\p{Alpha}$' }, '12a', []],
    [
      'the closest of several choices',
      { oneOf: [{ type: 'string' }, { type: 'object', required: ['a'] }, { type: 'object', required: ['b', 'c'] }] },
      {},
      ['body /a: a value: the property is required; missing'],
    ],
    [
      'a value that fits none of the types',
      { anyOf: [{ type: 'string' }, { type: 'integer' }] },
      true,
      ['body : any of 2 alternatives: string or integer; boolean true'],
    ],
    [
      'a value that fits two where only one may',
      { oneOf: [{ type: 'number' }, { type: 'integer' }] },
      1,
      ['body : exactly one of 2 alternatives (2 match); number 1'],
    ],
    [
      'a property that is only written',
      { type: 'object', required: ['password'], properties: { password: { type: 'string', writeOnly: true } } },
      { password: 'x' },
      ['body /password: no value: the property is writeOnly; string'],
    ],
    [
      'the absence of a required property that is only written',
      { required: ['password'], allOf: [{ properties: { password: { writeOnly: true } } }] },
      {},
      [],
    ],
  ])('tells %s', (_, schema, value, expected) => {
    expect(told(withSchema(schema), answer(value))).toEqual(expected);
  });

  it('follows references in a circle', () => {
    const schemas = {
      Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' }, n: { type: 'integer' } } },
    };
    const checker = withSchema({ $ref: '#/components/schemas/Node' }, { schemas });
    expect(told(checker, answer({ next: { next: { n: 'x' } } }))).toEqual(['body /next/next/n: integer; string "x"']);
  });

  it('is checked by the choice that a discriminator names: by mapping, name or fixed value', () => {
    const schemas = {
      Cat: {
        type: 'object',
        required: ['claws'],
        properties: { kind: { type: 'string' }, claws: { type: 'integer' } },
      },
      Dog: { type: 'object', required: ['bark'], properties: { kind: { enum: ['woof'] } } },
    };
    const choices = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];
    const discriminator = { propertyName: 'kind', mapping: { tom: '#/components/schemas/Cat' } };
    const checker = withSchema({ oneOf: choices, discriminator }, { schemas });
    const missing = (name: string) => [`body /${name}: a value: the property is required; missing`];
    expect(told(checker, answer({ kind: 'tom' }))).toEqual(missing('claws'));
    expect(told(checker, answer({ kind: 'Cat' }))).toEqual(missing('claws'));
    expect(told(checker, answer({ kind: 'woof' }))).toEqual(missing('bark'));
    expect(told(checker, answer({ kind: 'tom', claws: 'x' }))).toEqual(['body /claws: integer; string "x"']);
    expect(told(checker, answer({ kind: 'cow' }))).toEqual([
      'body : kind to be one of "Cat", "Dog", "woof", "tom"; object with kind',
    ]);
  });

  it('is checked by the extending schema that a discriminator names; other values are allowed', () => {
    const [pet, cat] = ['Pet', 'Cat'].map((name) => ({ $ref: `#/components/schemas/${name}` })) as unknown as [
      JsonObject,
      JsonObject,
    ];
    const schemas = {
      Pet: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string' } },
        discriminator: { propertyName: 'kind', mapping: { tom: cat.$ref as string, pet: pet.$ref as string } },
      },
      Cat: { allOf: [pet, { required: ['claws'], properties: { claws: { type: 'integer' } } }] },
      Lion: { allOf: [cat, { required: ['mane'] }] },
    };
    const checker = withSchema({ type: 'array', items: pet }, { schemas });
    const required = (at: string) => `body /0/${at}: a value: the property is required; missing`;
    expect(told(checker, answer([{ kind: 'Cat' }]))).toEqual([required('claws')]);
    expect(told(checker, answer([{ kind: 'tom', claws: 'x' }]))).toEqual(['body /0/claws: integer; string "x"']);
    expect(told(checker, answer([{ kind: 'Lion' }]))).toEqual(
      expect.arrayContaining([required('claws'), required('mane')]),
    );
    expect(told(checker, answer([{ kind: 'Cat', claws: 1 }, { kind: 'pet' }, { kind: 'Unknown' }]))).toEqual([]);
    expect(told(checker, answer([{}]))).toEqual([required('kind')]);
  });

  it('with a body of an unsupported type is reported as unchecked', () => {
    const value = {
      openapi: '3.0.3',
      paths: {
        '/x': { get: { responses: { 200: { content: { 'application/xml': { schema: { type: 'object' } } } } } } },
      },
    };
    const checker = createChecker([{ path: 'api.yaml', isRoot: true, value }]);
    const xml = answer('', { url: 'http://h/x', headers: [['content-type', 'application/xml']], body: '<x/>' });
    expect(checker.check(xml)).toEqual({
      operation: 'GET /x',
      response: '200',
      unchecked: 'application/xml',
      deviations: [],
    });
    expect(checker.check({ ...xml, status: 204 }).unchecked).toBeUndefined();
  });

  it('of a documented content type with parameters is held to the schema of these parameters', () => {
    const content = {
      'application/json; version=1': { schema: { type: 'integer' } },
      'application/json; version=2; charset=utf-8': { schema: { type: 'string' } },
    };
    const value = { openapi: '3.0.3', paths: { '/x': { get: { responses: { 200: { content } } } } } };
    const checker = createChecker([{ path: 'api.yaml', isRoot: true, value }]);
    const versioned = (type: string) => answer('two', { url: 'http://h/x', headers: [['content-type', type]] });
    expect(told(checker, versioned('application/json;version="2"'))).toEqual([]);
    expect(told(checker, versioned('application/json;version=1;charset=utf-8'))).toEqual([
      'body : integer; string "two"',
    ]);
  });

  it('with very many deviations keeps at least one of every rule and place', () => {
    const item = { properties: { note: { type: 'string' }, id: { type: 'integer' } } };
    const schema = { properties: { items: { type: 'array', items: item }, last: item } };
    const items = Array.from({ length: 300 }, () => ({ note: null, id: 1 }));
    const all = told(withSchema(schema), answer({ items: [...items, { id: 'x' }], last: { note: 1 } }));
    expect(all).toHaveLength(50);
    expect(all[0]).toBe('body /items/0/note: string; null');
    expect(all).toContain('body /items/300/id: integer; string "x"');
    expect(all).toContain('body /last/note: string; number 1');
  });

  it('that is too long to be compared is reported as unchecked', () => {
    const long = answer('', { body: '', truncated: true });
    expect(withSchema({ type: 'integer' }).check(long)).toMatchObject({
      unchecked: 'application/json',
      deviations: [],
    });
  });

  it('is not held to a schema that depends on the references before it', () => {
    const schemas = {
      Page: {
        properties: { items: { items: { $dynamicRef: '#item' } } },
        $defs: { none: { $dynamicAnchor: 'item', not: {} } },
      },
      Orders: { $defs: { order: { $dynamicAnchor: 'item', type: 'string' } }, $ref: '#/components/schemas/Page' },
    };
    const checker = withSchema({ $ref: '#/components/schemas/Orders' }, { version: '3.1.0', schemas });
    expect(told(checker, answer({ items: ['a'] }))).toEqual([]);
  });

  it('is held to JSON Schema 2020-12 by a document of version 3.1', () => {
    const checker = withSchema(
      {
        type: ['object', 'null'],
        properties: { a: { const: 1 }, b: { $ref: '#/$defs/none', type: 'string' } },
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
        unevaluatedProperties: false,
      },
      { version: '3.1.0' },
    );
    expect(told(checker, answer(null))).toEqual([]);
    expect(told(checker, answer({ a: 1 }))).toEqual([]);
    expect(told(checker, answer({ a: 2, c: 3 }))).toEqual(
      expect.arrayContaining(['body /a: 1; number 2', 'body /c: no property of this name; number 3']),
    );
  });

  it('that is not JSON is reported with the reason', () => {
    expect(told(withSchema({}), answer('', { body: '<html>' }))[0]).toMatch(/^body : JSON; Unexpected token/);
  });

  it('with another status or content type is reported with the documented ones', () => {
    const checker = withSchema({});
    expect(told(checker, answer({}, { status: 418 }))).toEqual(['status : a documented status: 200; 418']);
    expect(told(checker, answer('<p>', { headers: [['content-type', 'text/html']] }))).toEqual([
      'content-type : application/json; text/html',
    ]);
    expect(told(checker, answer('', { body: '' }))).toEqual(['body : a body of application/json; an empty body']);
  });

  it('shows the place of the rule, behind references', () => {
    const schemas = { Thing: { type: 'object', properties: { id: { type: 'integer' } } } };
    const checker = withSchema({ type: 'array', items: { $ref: '#/components/schemas/Thing' } }, { schemas });
    const [deviation] = checker.check(answer([{ id: 'x' }])).deviations;
    expect(deviation?.place.file).toBe('api.yaml');
    expect(pointerOf(deviation?.place.at ?? [])).toBe('/components/schemas/Thing/properties/id/type');
  });
});

const operation = (get: JsonObject, more: JsonObject = {}): ReturnType<typeof createChecker> =>
  createChecker([
    { path: 'api.yaml', isRoot: true, value: { openapi: '3.0.0', paths: { '/things/{id}': { get, ...more } } } },
  ]);

describe('headers of an answer', () => {
  const headers = {
    'X-Total': { required: true, schema: { type: 'integer' } },
    'X-Tags': { schema: { type: 'array', items: { enum: ['a', 'b'] } } },
  };
  const checker = operation({ responses: { '2XX': { headers } } });

  it('are reported if they are required and missing, and read as the type of the schema', () => {
    expect(told(checker, answer('', { headers: [] }))).toEqual([
      'header X-Total: a value: the header is required; missing',
    ]);
    expect(told(checker, answer('', { headers: [['x-total', '7']] }))).toEqual([]);
    expect(
      told(
        checker,
        answer('', {
          headers: [
            ['x-total', 'many'],
            ['x-tags', 'a, c'],
          ],
        }),
      ),
    ).toEqual(['header X-Total: integer; string "many"', 'header X-Tags/1: one of "a", "b"; string "c"']);
  });
});

describe('a request that was accepted', () => {
  const checker = operation({
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
      { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 10 } },
      { name: 'tags', in: 'query', explode: false, schema: { type: 'array', maxItems: 2, items: { type: 'string' } } },
      { name: 'X-Tenant', in: 'header', required: true, schema: { type: 'string' } },
    ],
    responses: { 200: {}, 400: {} },
  });
  const tenant = [['x-tenant', 'a']] as const;

  it('has its parameters checked', () => {
    expect(told(checker, answer('', { requestHeaders: tenant }))).toEqual([]);
    const url = 'http://localhost/things/seven?limit=50&tags=a,b,c';
    expect(told(checker, answer('', { url }))).toEqual([
      'parameter path id: integer; string "seven"',
      'parameter query limit: <= 10; number 50',
      'parameter query tags: not to have more than 2 items; array of 3',
      'parameter header X-Tenant: a value: the parameter is required; missing',
    ]);
  });

  it('may have a single value if the document also allows a list, and may always be empty', () => {
    const ids = { oneOf: [{ type: 'array', items: { type: 'integer' } }, { enum: ['all'] }] };
    const listing = operation({
      parameters: [{ name: 'ids', in: 'query', schema: ids }],
      responses: { 200: {} },
    });
    const ask = (query: string) => told(listing, answer('', { url: `http://localhost/things/1?${query}` }));
    for (const query of ['ids=all', 'ids=1&ids=2', 'ids=', '']) expect(ask(query)).toEqual([]);
    expect(ask('ids=some')).toEqual(['parameter query ids/0: integer; string "some"']);
    expect(ask('ids=all&ids=1')).toHaveLength(1);
  });

  it('and not a refused request: tests send wrong requests on purpose', () => {
    expect(told(checker, answer('', { status: 400 }))).toEqual([]);
  });

  it('has its body checked without read-only properties', () => {
    const properties = {
      id: { type: 'integer', readOnly: true },
      name: { type: 'string' },
      n: { type: 'array', items: { type: 'integer' } },
    };
    const schema = { type: 'object', required: ['id', 'name'], properties };
    const requestBody = {
      required: true,
      content: { ...json(schema), 'application/x-www-form-urlencoded': { schema } },
    };
    const posting = operation({ responses: {} }, { post: { requestBody, responses: { 201: {} } } });
    const post = (type: string, body?: string): readonly string[] =>
      told(
        posting,
        answer('', {
          method: 'POST',
          status: 201,
          requestHeaders: [['Content-Type', type]],
          ...(body === undefined ? {} : { requestBody: body }),
        }),
      );
    expect(post('application/json', '{"name":"x"}')).toEqual([]);
    expect(post('application/json', '{"id":1}')).toEqual([
      'request-body /name: a value: the property is required; missing',
      'request-body /id: no value: the property is readOnly; number 1',
    ]);
    expect(post('application/x-www-form-urlencoded', 'name=x&n=1&n=y')).toEqual([
      'request-body /n/1: integer; string "y"',
    ]);
    expect(post('text/csv', 'a')).toEqual([
      'content-type request: application/json, application/x-www-form-urlencoded; text/csv',
    ]);
    expect(post('application/json', '')).toEqual(['request-body : a body: it is required; no body']);
  });
});

describe('a multipart form', () => {
  const schema = {
    type: 'object',
    required: ['title', 'file'],
    properties: {
      title: { type: 'string', minLength: 3 },
      count: { type: 'integer' },
      tags: { type: 'array', items: { type: 'string' } },
      file: { type: 'string', format: 'byte', maxLength: 2 },
    },
  };
  const requestBody = { content: { 'multipart/form-data': { schema } } };
  const value = { openapi: '3.0.3', paths: { '/x': { post: { requestBody, responses: { 200: {} } } } } };
  const checker = createChecker([{ path: 'api.yaml', isRoot: true, value }]);
  const post = (requestForm: NonNullable<Exchange['requestForm']>): readonly string[] => {
    const requestHeaders = [['Content-Type', 'multipart/form-data; boundary=x']] as const;
    return told(checker, answer('', { method: 'POST', url: 'http://h/x', requestHeaders, requestForm }));
  };

  it('has its fields checked; of a file only that it was sent', () => {
    const file = { name: 'file' };
    expect(post([{ name: 'title', text: 'long' }, { name: 'tags', text: 'a' }, file])).toEqual([]);
    expect(
      post([
        { name: 'title', text: 'x' },
        { name: 'count', text: 'many' },
      ]),
    ).toEqual([
      'request-body /file: a value: the property is required; missing',
      'request-body /title: not to have fewer than 3 characters; string "x"',
      'request-body /count: integer; string "many"',
    ]);
  });

  it('with parts of JSON is not checked', () => {
    expect(post([{ name: 'title', text: '{"a":1}' }])).toEqual([]);
  });
});

describe('documents of several files', () => {
  it('are read together: references lead from each file to the other', () => {
    const checker = createChecker([
      {
        path: 'api/openapi.yaml',
        isRoot: true,
        value: { openapi: '3.0.0', paths: { '/things/{id}': { $ref: 'paths/thing.yaml' } } },
      },
      {
        path: 'api/paths/thing.yaml',
        isRoot: false,
        value: { get: { responses: { 200: { content: json({ $ref: '../schemas.yaml#/Thing' }) } } } },
      },
      {
        path: 'api/schemas.yaml',
        isRoot: false,
        value: { Thing: { $ref: '#/Base' }, Base: { type: 'object', properties: { id: { type: 'integer' } } } },
      },
    ]);
    const [deviation] = checker.check(answer({ id: 'x' })).deviations;
    expect(deviation?.place).toEqual({ file: 'api/schemas.yaml', at: ['Base', 'properties', 'id', 'type'] });
  });
});

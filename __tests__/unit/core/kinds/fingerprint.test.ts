import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../../../src/core/kinds/fingerprint.ts';
import { KINDS } from '../../../../src/core/kinds/index.ts';
import { isObject, type JsonObject, type JsonValue } from '../../../../src/core/lib/json.ts';
import { collection, environment, folder, request, stamped } from '../../../support/collections.ts';

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const leaf: fc.Arbitrary<JsonObject> = fc
  .record({
    name: word,
    method: fc.constantFrom('GET', 'POST'),
    script: word,
    example: word,
    unknown: fc.jsonValue() as fc.Arbitrary<JsonValue>,
  })
  .map(({ name, method, script, example, unknown }) => ({
    name,
    request: { method, url: { raw: name, variable: [{ key: 'id', value: '1' }] }, 'x-unknown': unknown },
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: [script] } }],
    response: [{ name: example, code: 200, body: '{}' }],
  }));
const { tree } = fc.letrec<{ tree: JsonObject }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(word, fc.array(tie('tree'), { maxLength: 3 })).map(([name, items]) => folder(name, ...items)),
  ),
}));
const collections = fc.tuple(word, fc.array(tree, { maxLength: 4 })).map(([name, items]) => collection(name, ...items));

/** The same value with the keys of every object in reverse order. */
const reversed = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reversed(entry ?? null)]),
  );
};

const of = (content: JsonObject): string => fingerprint(KINDS.collection, content);
const ofEnvironment = (content: JsonObject): string => fingerprint(KINDS.environment, content);

describe('the fingerprint of a collection', () => {
  it('is the same in any order of keys, with any ids and under any stamps of Postman', () => {
    fc.assert(
      fc.property(collections, fc.nat(1000), (content, first) => {
        expect(of(reversed(stamped(content, first)) as JsonObject)).toBe(of(content));
      }),
    );
  });

  it('is that of the form that is compared, too', () => {
    fc.assert(
      fc.property(collections, (content) => {
        expect(of(KINDS.collection.canonical(content))).toBe(of(content));
      }),
    );
  });

  it('changes with every real edit of a request', () => {
    fc.assert(
      fc.property(collections, leaf, (content, added) => {
        const edited = { ...content, item: [...(content.item as JsonObject[]), added] };
        expect(of(edited)).not.toBe(of(content));
      }),
    );
  });

  it.each<[string, (content: JsonObject) => JsonObject]>([
    ['a name', (content) => ({ ...content, info: { ...(content.info as JsonObject), name: 'Other' } })],
    [
      'a description',
      (content) => ({ ...content, info: { ...(content.info as JsonObject), description: 'What it is for' } }),
    ],
    ['an unknown field', (content) => ({ ...content, 'x-team': 'payments' })],
    ['a variable', (content) => ({ ...content, variable: [{ key: 'a', value: '1' }] })],
    ['the order of requests', (content) => ({ ...content, item: [...(content.item as JsonObject[])].reverse() })],
  ])('changes with %s', (_, edit) => {
    const content = collection('Orders', request('list'), request('create'));
    expect(of(edit(content))).not.toBe(of(content));
  });

  it('is the same under either host of the schema', () => {
    const content = collection('Orders');
    const info = { name: 'Orders', schema: 'https://schema.postman.com/json/collection/v2.1.0/collection.json' };
    expect(of({ ...content, info })).toBe(of(content));
  });

  const withRequest = (request: JsonValue, more: JsonObject = {}): JsonObject =>
    collection('Orders', { name: 'a', request, ...more });
  const withScript = (script: JsonObject): JsonObject => ({
    ...collection('Orders'),
    event: [{ listen: 'test', script }],
  });
  const withHeader = (header: JsonObject): JsonObject => withRequest({ method: 'GET', header: [header], url: 'u' });
  const address = 'https://{{host}}.example.com:8080/orders/:id/?page=1&all#top';
  const inParts = {
    raw: address,
    protocol: 'https',
    host: ['{{host}}', 'example', 'com'],
    port: '8080',
    path: ['orders', ':id', ''],
    query: [
      { key: 'page', value: '1' },
      { key: 'all', value: null },
    ],
    hash: 'top',
  };

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a request that is only a URL',
      withRequest('u'),
      withRequest({ method: 'GET', header: [], url: { raw: 'u', host: ['u'] } }),
    ],
    ['a URL as a text', withRequest({ url: address }), withRequest({ url: inParts })],
    ['no URL', withRequest({ method: 'POST' }), withRequest({ method: 'POST', header: [], url: { raw: '' } })],
    [
      'a script as a text',
      withScript({ exec: 'a\nb' }),
      withScript({ exec: ['a', 'b'], type: 'text/javascript', packages: {} }),
    ],
    [
      'empty lists',
      withRequest({ url: 'u' }),
      { ...withRequest({ url: 'u' }, { response: [], event: [] }), variable: [] },
    ],
    [
      'what an example is filled up with',
      withRequest({ url: 'u' }, { response: [{ name: 'OK', originalRequest: 'u' }] }),
      withRequest(
        { url: 'u' },
        {
          response: [
            {
              name: 'OK',
              originalRequest: { method: 'GET', url: { raw: 'u', host: ['u'] } },
              header: [],
              cookie: [],
              responseTime: null,
            },
          ],
        },
      ),
    ],
    [
      'a type that is none',
      withHeader({ key: 'a', value: '1' }),
      withHeader({ key: 'a', value: '1', type: 'text', disabled: false, description: '' }),
    ],
    [
      'a description as an object',
      withRequest({ url: 'u', description: 'why' }),
      withRequest({ url: 'u', description: { content: 'why', type: 'text/plain' } }),
    ],
  ])('is the same whichever way Postman writes it: %s', (_, short, long) => {
    expect(of(long)).toBe(of(short));
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'the host of a URL whose text stays',
      withRequest({ url: inParts }),
      withRequest({ url: { ...inParts, host: ['other'] } }),
    ],
    [
      'a query that the parts leave out',
      withRequest({ url: inParts }),
      withRequest({ url: { ...inParts, query: [] } }),
    ],
    [
      'a disabled parameter',
      withRequest({ url: inParts }),
      withRequest({ url: { ...inParts, query: [{ key: 'page', value: '1', disabled: true }] } }),
    ],
    ['the method', withRequest('u'), withRequest({ method: 'POST', url: 'u' })],
    ['an empty line of a script', withScript({ exec: 'a\nb' }), withScript({ exec: ['a', '', 'b'] })],
    ['a disabled header', withHeader({ key: 'a', value: '1' }), withHeader({ key: 'a', value: '1', disabled: true })],
    ['an empty value', withHeader({ key: 'a', value: '1' }), withHeader({ key: 'a', value: '' })],
    [
      'a field that is a file',
      withHeader({ key: 'a', value: '1' }),
      withHeader({ key: 'a', value: '1', type: 'file' }),
    ],
    ['an unknown empty field', withRequest('u'), withRequest('u', { 'x-tags': [] })],
  ])('changes with %s', (_, before, after) => {
    expect(of(after)).not.toBe(of(before));
  });

  it('counts the id of a path variable that has no key, since it is its name then', () => {
    const at = (id: string) =>
      collection('Orders', { name: 'a', request: { url: { raw: '/:id', variable: [{ id, value: '1' }] } } });
    expect(of(at('one'))).not.toBe(of(at('two')));
  });
});

describe('the fingerprint of an environment', () => {
  it('counts a variable as enabled and of type default unless it says otherwise', () => {
    const short = environment('Local', { key: 'a', value: '1' });
    const long = environment('Local', { key: 'a', value: '1', type: 'any', enabled: true });
    expect(ofEnvironment(long)).toBe(ofEnvironment(short));
  });

  it('ignores nulls, which are not sent if Postman would refuse them', () => {
    const variable = { key: 'a', value: null, enabled: null, description: null, 'x-owner': null };
    const file = { ...environment('Local', variable), color: null };
    expect(ofEnvironment(file)).toBe(ofEnvironment(environment('Local', { key: 'a', value: '' })));
    expect(KINDS.environment.strip(file)).toEqual({
      ...environment('Local', { key: 'a', 'x-owner': null }),
      color: null,
    });
  });

  it('ignores fields that an export adds', () => {
    const exported = {
      ...environment('Local'),
      id: 'x',
      _postman_variable_scope: 'environment',
      _postman_exported_at: 'now',
      _postman_exported_using: 'Postman/11',
    };
    expect(ofEnvironment(exported)).toBe(ofEnvironment(environment('Local')));
  });

  it('changes with a value, its type and whether it is enabled', () => {
    const prints = [{ value: '1' }, { value: '2' }, { value: '1', type: 'secret' }, { value: '1', enabled: false }].map(
      (one) => ofEnvironment(environment('Local', { key: 'a', ...one })),
    );
    expect(new Set(prints).size).toBe(4);
  });
});

describe('the canonical form of a content', () => {
  it('is computed once, however often the content is compared', () => {
    let computed = 0;
    const canonical = (content: JsonObject): JsonObject => {
      computed += 1;
      return KINDS.collection.canonical(content);
    };
    const kind = { ...KINDS.collection, canonical };
    const content = collection('Shop', request('list'));
    expect(fingerprint(kind, content)).toBe(fingerprint(kind, content));
    expect(computed).toBe(1);
    expect(fingerprint(kind, { ...content })).toBe(fingerprint(kind, content));
    expect(computed).toBe(2);
  });
});

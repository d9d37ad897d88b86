import { describe, expect, it } from '@jest/globals';
import { mergeCollections } from '../../../../../src/core/kinds/collection/merge.ts';
import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../../../../src/core/lib/json.ts';
import { collection, folder, request } from '../../../../support/collections.ts';

const ITEM = ['item', 0, 'item', 0];
const EXAMPLE = [...ITEM, 'response', 0];

/** A copy with another value at a path. */
function changed(value: JsonValue | undefined, [step, ...rest]: JsonPath, to: JsonValue): JsonValue | undefined {
  if (step === undefined) return to;
  if (Array.isArray(value))
    return value.map((entry: JsonValue, at) => (at === step ? changed(entry, rest, to) : entry)) as JsonValue;
  return isObject(value) ? { ...value, [step]: changed(value[String(step)], rest, to) } : value;
}

const base: JsonObject = {
  ...collection(
    'Shop',
    folder(
      'Orders',
      request('Create', {
        description: 'a',
        request: {
          method: 'POST',
          url: { raw: 'https://a.test/b?c=d', variable: [{ key: 'v', value: 'a' }] },
          header: [{ key: 'H', value: 'a' }],
          auth: { type: 'bearer', bearer: [{ key: 'token', value: 'a', type: 'string' }] },
          body: { mode: 'raw', raw: 'a', options: { raw: { language: 'xml' } } },
          proxy: { host: 'a' },
          certificate: { name: 'a' },
          description: 'a',
        },
        response: [
          {
            name: 'OK',
            code: 200,
            status: 'a',
            header: [{ key: 'R', value: 'a' }],
            body: 'a',
            originalRequest: { method: 'GET', url: 'https://a.test' },
          },
        ],
        event: [{ listen: 'test', script: { type: 'text/javascript', exec: ['a'], src: 'a' } }],
        protocolProfileBehavior: { strictSSL: true },
      }),
    ),
  ),
  variable: [{ key: 'v', value: 'a' }],
  auth: { type: 'apikey', apikey: [{ key: 'value', value: 'a', type: 'string' }] },
  event: [{ listen: 'prerequest', script: { type: 'text/javascript', exec: ['a'] } }],
};

const merge = (ours: JsonValue | undefined, theirs: JsonValue | undefined) =>
  mergeCollections(
    { base, ours: ours as JsonObject, theirs: theirs as JsonObject },
    { prefer: 'ours', purpose: 'file' },
  );

describe('a field that both sides changed', () => {
  it.each<[JsonPath, string]>([
    [['info', 'name'], 'name'],
    [['info', 'description'], 'description'],
    [['info', 'version'], 'version'],
    [['variable', 0, 'value'], 'variable v'],
    [['auth', 'apikey', 0, 'value'], 'auth / value'],
    [['event', 0, 'script', 'exec', 0], 'pre-request script'],
    [['item', 0, 'description'], 'Orders / description'],
    [[...ITEM, 'description'], 'Orders / Create / description'],
    [[...ITEM, 'request', 'method'], 'Orders / Create / method'],
    [[...ITEM, 'request', 'description'], 'Orders / Create / description'],
    [[...ITEM, 'request', 'header', 0, 'value'], 'Orders / Create / header H'],
    [[...ITEM, 'request', 'url', 'variable', 0, 'value'], 'Orders / Create / url / path variable v'],
    [[...ITEM, 'request', 'auth', 'bearer', 0, 'value'], 'Orders / Create / auth / token'],
    [[...ITEM, 'request', 'body', 'raw'], 'Orders / Create / body'],
    [[...ITEM, 'request', 'body', 'options', 'raw', 'language'], 'Orders / Create / body / options / raw / language'],
    [[...ITEM, 'request', 'proxy', 'host'], 'Orders / Create / proxy / host'],
    [[...ITEM, 'request', 'certificate', 'name'], 'Orders / Create / certificate / name'],
    [[...ITEM, 'protocolProfileBehavior', 'strictSSL'], 'Orders / Create / protocolProfileBehavior'],
    [[...ITEM, 'event', 0, 'script', 'exec', 0], 'Orders / Create / test script'],
    [[...ITEM, 'event', 0, 'script', 'src'], 'Orders / Create / test script / src'],
    [[...EXAMPLE, 'status'], 'Orders / Create / example OK / status'],
    [[...EXAMPLE, 'body'], 'Orders / Create / example OK / body'],
    [[...EXAMPLE, 'header', 0, 'value'], 'Orders / Create / example OK / header R'],
    [[...EXAMPLE, 'originalRequest', 'method'], 'Orders / Create / example OK / request / method'],
    [[...ITEM, 'x-own'], 'Orders / Create / x-own'],
  ])('is a conflict of that name, and of no other: %j', (path, name) => {
    const [ours, theirs] = ['b', 'c'].map((value) => changed(base, path, value));
    const { value, conflicts } = merge(ours, theirs);
    expect(conflicts.map(({ at }) => at.join(' / '))).toEqual([name]);
    expect(value).toEqual(ours);
    expect(conflicts[0]?.isSecret === true).toBe(name.includes('auth'));
  });

  it.each<[string, JsonPath]>([
    ['the time that an example took', [...EXAMPLE, 'responseTime']],
    ['the name of another example', [...EXAMPLE, 'name']],
  ])('is merged like any other: %s', (_, path) => {
    const theirs = changed(base, path, 'c');
    expect(merge(base, theirs)).toEqual({ value: theirs, conflicts: [] });
  });

  it.each<[string, JsonPath]>([
    ['a stamp of the collection', ['info', 'updatedAt']],
    ['the owner of an item', [...ITEM, 'owner']],
    ['the id of an event', [...ITEM, 'event', 0, 'id']],
    ['the id of a script', [...ITEM, 'event', 0, 'script', 'id']],
    ['how an example is shown', [...EXAMPLE, '_postman_previewlanguage']],
    ['whether a folder is in another', ['item', 0, '_postman_isSubFolder']],
    ['a revision', [...ITEM, 'lastRevision']],
  ])('has no conflict in what only Postman writes: %s', (_, path) => {
    const [ours, theirs] = ['b', 'c'].map((value) => changed(base, path, value));
    expect(merge(ours, theirs)).toEqual({ value: ours, conflicts: [] });
    expect(merge(base, theirs)).toEqual({ value: base, conflicts: [] });
  });
});

describe('a request that is only a URL', () => {
  const plain = (text: JsonValue) => collection('Shop', request('Get', { request: text }));

  it('stays a string as long as no other field is needed', () => {
    const former = plain('https://a.test/x');
    const merged = (theirs: JsonValue) =>
      mergeCollections({ base: former, ours: former, theirs: plain(theirs) }, { prefer: 'ours', purpose: 'file' })
        .value;
    expect(merged('https://a.test/y')).toEqual(plain('https://a.test/y'));
    expect(merged({ url: 'https://a.test/x', method: 'PUT' })).toEqual(
      plain({ url: 'https://a.test/x', method: 'PUT' }),
    );
  });
});

describe('a request that one side deleted and the other changed', () => {
  const [former, edited, gone] = [
    collection('Shop', request('a'), request('b')),
    collection('Shop', request('a'), request('b', { description: 'new' })),
    collection('Shop', request('a')),
  ];

  it.each([
    ['stays where the preferred side changed it', edited, gone, 'ours', ['a', 'b']],
    ['goes where the preferred side deleted it', gone, edited, 'ours', ['a']],
    ['stays where the preferred Postman changed it', gone, edited, 'theirs', ['a', 'b']],
    ['goes where the preferred Postman deleted it', edited, gone, 'theirs', ['a']],
  ] as const)('%s, and is a conflict', (_, ours, theirs, prefer, names) => {
    const { value, conflicts } = mergeCollections({ base: former, ours, theirs }, { prefer, purpose: 'file' });
    expect((value.item as readonly JsonObject[]).map(({ name }) => name)).toEqual(names);
    expect(conflicts).toHaveLength(1);
  });
});

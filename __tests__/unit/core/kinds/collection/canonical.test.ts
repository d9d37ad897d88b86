import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalCollection } from '../../../../../src/core/kinds/collection/canonical.ts';
import { mergeCollections } from '../../../../../src/core/kinds/collection/merge.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';
import { isObject, objectsOf, sortKeys } from '../../../../../src/core/lib/json.ts';
import { anyCollection, edited, edits } from '../../../../support/edits.ts';
import { newmanFeatures } from '../../../../support/newman-features.ts';
import { KNOWN_REWRITES } from '../../../../support/rewrites.ts';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const info = { name: 'Orders', schema: SCHEMA };

/** A collection with one request that has these fields. */
const withRequest = (request: JsonObject, item: JsonObject = {}): JsonObject => ({
  info,
  item: [{ name: 'Folder', item: [{ name: 'Get', ...item, request: { method: 'GET', ...request } }] }],
});

const url = 'https://api.example.com:8443/orders/:id/lines?page=1&q#top';
const parts = {
  protocol: 'https',
  host: ['api', 'example', 'com'],
  port: '8443',
  path: ['orders', ':id', 'lines'],
  query: [{ key: 'page', value: '1' }, { key: 'q' }],
  hash: 'top',
};
const basic = [
  { key: 'username', value: 'u', type: 'string' },
  { key: 'password', value: '{{p}}', type: 'string' },
];
const lines = ['pm.test("a", () => {', '  pm.response.to.be.ok;', '});'];
const script = (exec: JsonObject['exec']): JsonObject => ({
  event: [{ listen: 'test', script: { exec: exec ?? null } }],
});

/** What a server may make of what it was sent: the second stands for the same as the first. */
const REWRITES: readonly (readonly [string, JsonObject, JsonObject])[] = [
  ['a URL as a text and in parts', withRequest({ url }), withRequest({ url: { raw: url, ...parts } })],
  ['a URL in parts and with its text', withRequest({ url: parts }), withRequest({ url: { raw: url, ...parts } })],
  ['a URL in parts and as a text', withRequest({ url: parts }), withRequest({ url })],
  [
    'host and path as texts and as lists',
    withRequest({ url: { ...parts, host: 'api.example.com', path: '/orders/:id/lines' } }),
    withRequest({ url: parts }),
  ],
  [
    'a disabled parameter, with the text added',
    withRequest({ url: { host: ['a'], path: ['b'], query: [{ key: 'c', value: '1', disabled: true }] } }),
    withRequest({ url: { raw: 'a/b', host: ['a'], path: ['b'], query: [{ key: 'c', value: '1', disabled: true }] } }),
  ],
  [
    'an empty variable for a path parameter',
    withRequest({ url: { raw: url, ...parts } }),
    withRequest({ url: { raw: url, ...parts, variable: [{ id: 'x', key: 'id', value: '' }] } }),
  ],
  [
    'an empty variable beside a URL in parts',
    withRequest({ url: parts }),
    withRequest({ url: { ...parts, variable: [{ key: 'id' }] } }),
  ],
  [
    'auth parameters without types, in another order',
    withRequest({ url, auth: { type: 'basic', basic } }),
    withRequest({
      url,
      auth: {
        type: 'basic',
        basic: [
          { key: 'password', value: '{{p}}' },
          { key: 'username', value: 'u', type: 'any' },
        ],
      },
    }),
  ],
  [
    'the auth of a folder likewise',
    { info, item: [{ auth: { type: 'basic', basic }, item: [] }] },
    { info, item: [{ auth: { type: 'basic', basic: [...basic].reverse() }, item: [] }] },
  ],
  [
    'the auth of the collection likewise',
    { info, item: [], auth: { type: 'basic', basic } },
    { info, item: [], auth: { type: 'basic', basic: basic.map(({ key, value }) => ({ key, value })) } },
  ],
  [
    'notes on how to show a folder',
    { info, item: [{ name: 'F', item: [], _postman_isSubFolder: true }] },
    { info, item: [{ name: 'F', item: [] }] },
  ],
  [
    'notes on how to show an example',
    withRequest(
      { url },
      { response: [{ name: 'OK', _postman_previewlanguage: 'json', header: [{ key: 'A', value: 'b' }] }] },
    ),
    withRequest(
      { url },
      {
        response: [
          {
            id: 'e',
            name: 'OK',
            responseTime: null,
            cookie: [],
            header: [{ key: 'A', value: 'b', name: 'A', type: 'text', description: '' }],
          },
        ],
      },
    ),
  ],
  [
    'variables with and without a type',
    { info, item: [], variable: [{ key: 'a', value: '1' }] },
    { info, item: [], variable: [{ id: 'v', key: 'a', value: '1', type: 'string' }] },
  ],
  [
    'the language that a JSON body shows',
    withRequest({ url, body: { mode: 'raw', raw: '{ "a": 1 }' } }),
    withRequest({ url, body: { mode: 'raw', raw: '{ "a": 1 }', options: { raw: { language: 'json' } } } }),
  ],
  [
    'the language of a plain body',
    withRequest({ url, body: { mode: 'raw', raw: 'a' } }),
    withRequest({ url, body: { mode: 'raw', raw: 'a', options: { raw: { language: 'text' } } } }),
  ],
  [
    'a version as a text and in parts',
    { info: { ...info, version: '1.2.3-rc1' }, item: [] },
    { info: { ...info, version: { major: 1, minor: 2, patch: 3, identifier: 'rc1' } }, item: [] },
  ],
  [
    'a description as a text and as an object',
    { info: { ...info, description: 'One\nTwo' }, item: [] },
    { info: { ...info, description: { content: 'One\r\nTwo', type: 'text/markdown', version: 1 } }, item: [] },
  ],
  ['an empty description', { info: { ...info, description: { content: '' } }, item: [] }, { info, item: [] }],
  [
    'a script as a text with Windows line ends',
    withRequest({ url }, script(lines.join('\r\n'))),
    withRequest({ url }, script(lines)),
  ],
  [
    'script lines with Windows line ends',
    withRequest({ url }, script(lines.map((line) => `${line}\r`))),
    withRequest({ url }, script(lines)),
  ],
  [
    'a script without packages',
    withRequest({ url }, script(lines)),
    withRequest(
      { url },
      {
        event: [
          { listen: 'test', script: { id: 's', type: 'text/javascript', packages: {}, requests: {}, exec: lines } },
        ],
      },
    ),
  ],
  [
    'lists that are empty or not there',
    withRequest({ url, header: [] }, { response: [], event: [] }),
    withRequest({ url }),
  ],
];

describe('the canonical form of a collection', () => {
  it.each(REWRITES)('is the same for %s', (_, sent, stored) => {
    expect(sortKeys(canonicalCollection(stored))).toEqual(sortKeys(canonicalCollection(sent)));
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a URL and its parts that say something else',
      withRequest({ url: { raw: url, ...parts } }),
      withRequest({ url: { raw: url, ...parts, port: '9' } }),
    ],
    [
      'a path variable with a value',
      withRequest({ url }),
      withRequest({ url: { raw: url, ...parts, variable: [{ key: 'id', value: '7' }] } }),
    ],
    [
      'a path variable with a description',
      withRequest({ url }),
      withRequest({ url: { raw: url, ...parts, variable: [{ key: 'id', value: '', description: 'The order' }] } }),
    ],
    [
      'another auth parameter',
      withRequest({ url, auth: { type: 'basic', basic } }),
      withRequest({ url, auth: { type: 'basic', basic: basic.slice(1) } }),
    ],
    [
      'a JSON body that is sent as text',
      withRequest({ url, body: { mode: 'raw', raw: '{}' } }),
      withRequest({ url, body: { mode: 'raw', raw: '{}', options: { raw: { language: 'text' } } } }),
    ],
    [
      'a secret variable',
      { info, item: [], variable: [{ key: 'a', value: '1' }] },
      { info, item: [], variable: [{ key: 'a', value: '1', type: 'secret' }] },
    ],
    [
      'another version',
      { info: { ...info, version: '1.2.3' }, item: [] },
      { info: { ...info, version: '1.2.4' }, item: [] },
    ],
    [
      'a file in the place of a text',
      withRequest({ url, body: { mode: 'formdata', formdata: [{ key: 'a', src: 'x', type: 'file' }] } }),
      withRequest({ url, body: { mode: 'formdata', formdata: [{ key: 'a', src: 'x', type: 'text' }] } }),
    ],
    ['an unknown field', withRequest({ url }), withRequest({ url, 'x-team': 1 })],
  ])('is another one for %s', (_, before, after) => {
    expect(canonicalCollection(after)).not.toEqual(canonicalCollection(before));
  });

  const example = (fields: JsonObject): JsonObject => withRequest({ url }, { response: [{ name: 'OK', ...fields }] });
  const event = (fields: JsonObject): JsonObject => ({
    event: [{ listen: 'test', script: { exec: ['a'], ...fields } }],
  });

  it.each<readonly [string, (fields: JsonObject) => JsonObject, readonly string[]]>([
    ['a collection', (fields) => ({ info, item: [], ...fields }), ['event', 'variable', 'protocolProfileBehavior']],
    [
      'an item',
      (fields) => withRequest({ url }, fields),
      ['event', 'response', 'description', 'protocolProfileBehavior'],
    ],
    ['a request', (fields) => withRequest({ url, ...fields }), ['header', 'description']],
    ['a URL', (fields) => withRequest({ url: { raw: url, ...fields } }), ['variable']],
    ['an example', example, ['header', 'cookie']],
    ['a script', (fields) => withRequest({ url }, event(fields)), ['packages', 'requests']],
  ])('is the same with an empty field or none: %s', (_, make, keys) => {
    for (const key of keys)
      for (const empty of ['', [], {}])
        expect(canonicalCollection(make({ [key]: empty }))).toEqual(canonicalCollection(make({})));
    expect(canonicalCollection(make({ 'x-own': [] }))).not.toEqual(canonicalCollection(make({})));
  });

  it.each(['_postman_isSubFolder', '_postman_previewlanguage', '_postman_previewtype'])(
    'has no fields that only show: %s',
    (key) => {
      expect(canonicalCollection(withRequest({ url }, { [key]: 'x' }))).toEqual(
        canonicalCollection(withRequest({ url })),
      );
      expect(canonicalCollection(example({ [key]: 'x' }))).toEqual(canonicalCollection(example({})));
    },
  );

  it('has no empty body of an example', () => {
    expect(canonicalCollection(example({ body: '' }))).toEqual(canonicalCollection(example({})));
    expect(canonicalCollection(example({ body: ' ' }))).not.toEqual(canonicalCollection(example({})));
  });

  it.each(['any', 'boolean', 'default', 'number', 'string', 'text'])('has no usual type of a value: %s', (type) => {
    for (const key of ['header', 'urlencoded', 'formdata'])
      for (const place of [
        (row: JsonObject) => withRequest({ url, [key]: [row] }),
        (row: JsonObject) => withRequest({ url, body: { mode: key, [key]: [row] } }),
      ])
        expect(canonicalCollection(place({ key: 'a', value: '1', type, name: 'a', disabled: false }))).toEqual(
          canonicalCollection(place({ key: 'a', value: '1' })),
        );
  });

  it.each([
    [{ major: 1, minor: 2, patch: 3 }, '1.2.3'],
    [{ major: 1 }, '1.0.0'],
    [{}, '0.0.0'],
    [{ major: 1, minor: 2, patch: 3, identifier: 'beta' }, '1.2.3-beta'],
  ])('has a version in parts as a text: %j', (version, text) => {
    expect(canonicalCollection({ info: { ...info, version }, item: [] }).info).toMatchObject({ version: text });
  });

  it('is its own canonical form', () => {
    for (const [, sent, stored] of REWRITES)
      for (const collection of [sent, stored]) {
        const once = canonicalCollection(collection);
        expect(canonicalCollection(once)).toEqual(once);
        expect(isObject(once)).toBe(true);
      }
  });
});

/** Collections as teams have them. */
const REAL: readonly JsonObject[] = [
  newmanFeatures('http://localhost') as JsonObject,
  ...readdirSync('examples/postman/collections').map((name) =>
    JSON.parse(readFileSync(`examples/postman/collections/${name}`, 'utf8')),
  ),
];

const meaning = (content: JsonObject) => sortKeys(canonicalCollection(content));

describe.each(Object.entries(KNOWN_REWRITES))('a server that returns %s', (_, rewrite) => {
  it('changes the meaning of no collection', () => {
    for (const content of REAL) expect(meaning(rewrite(content))).toEqual(meaning(content));
    const changed = fc.tuple(anyCollection, edits(0)).map(([content, list]) => list.reduce(edited, content));
    fc.assert(
      fc.property(changed, (content) => expect(meaning(rewrite(content))).toEqual(meaning(content))),
      { numRuns: 5 },
    );
  });

  it('adds no changes to a pull', () => {
    for (const content of REAL) {
      const theirs = { ...content, variable: [...objectsOf(content.variable), { key: 'theirs', value: '1' }] };
      const merge = (remote: JsonObject) =>
        mergeCollections({ base: content, ours: content, theirs: remote }, { prefer: 'ours', purpose: 'file' });
      const [plain, rewritten] = [merge(theirs), merge(rewrite(theirs))];
      expect(rewritten.conflicts).toEqual([]);
      expect(own(rewritten.value)).toEqual(own(plain.value));
    }
  });
});

/** A merged collection without the variable that is new: it comes as the server has it. */
const own = ({ variable, ...content }: JsonObject): JsonObject => ({
  ...content,
  variable: objectsOf(variable).filter(({ key }) => key !== 'theirs'),
});

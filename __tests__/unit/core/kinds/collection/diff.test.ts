import { describe, expect, it } from '@jest/globals';
import { KINDS } from '../../../../../src/core/kinds/index.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';
import { collection, folder, request, stamped } from '../../../../support/collections.ts';

const test = (...exec: readonly string[]): JsonObject => ({
  listen: 'test',
  script: { type: 'text/javascript', exec },
});
const create = {
  method: 'POST',
  url: { raw: '{{baseUrl}}/orders?key=topsecret' },
  header: [{ key: 'Authorization', value: 'Bearer topsecret' }],
  body: { mode: 'raw', raw: '{}' },
};
const before = collection(
  'Shop',
  folder('Orders', request('list', { event: [test('pm.test("is 200");', 'done();')] }), {
    name: 'create',
    request: create,
    response: [{ name: 'OK', code: 200 }],
  }),
  request('health'),
);
const remote = stamped({ ...before, variable: [{ key: 'page', value: '1' }] });

/** What changes from the remote to a file, a line each. */
function changes(after: JsonObject): readonly string[] {
  const { graft, diff } = KINDS.collection;
  const file = { variable: [{ key: 'page', value: '1' }], ...after };
  return diff(remote, graft(file, remote)).map(({ change, what, path }) =>
    [change, what, path.join('/')].join(' ').trim(),
  );
}

const orders = (...items: readonly JsonObject[]): JsonObject => folder('Orders', ...items);
const [list, health] = [request('list', { event: [test('pm.test("is 200");', 'done();')] }), request('health')];
const creating = { name: 'create', request: create, response: [{ name: 'OK', code: 200 }] };

describe('the difference of two collections', () => {
  it('is empty for what only Postman added', () => {
    expect(changes(before)).toEqual([]);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    [
      'an added request',
      collection('Shop', orders(list, creating, request('new')), health),
      ['added request Orders/new'],
    ],
    [
      'an added folder with its requests',
      collection('Shop', orders(list, creating), health, folder('Admin', request('stats'))),
      ['added folder Admin', 'added request Admin/stats'],
    ],
    ['a removed request', collection('Shop', orders(list), health), ['removed request Orders/create']],
    ['a moved request', collection('Shop', orders(list), creating, health), ['moved request create']],
    [
      'a renamed request',
      collection('Shop', orders(list, creating), { ...health, name: 'ping' }),
      ['renamed request ping'],
    ],
    [
      'a renamed collection',
      { ...before, info: { ...(before.info as JsonObject), name: 'Store' } },
      ['renamed collection'],
    ],
    ['another order', collection('Shop', health, orders(list, creating)), ['moved order of items']],
    [
      'a method',
      collection('Shop', orders(list, { ...creating, request: { ...create, method: 'PUT' } }), health),
      ['changed method Orders/create'],
    ],
    [
      'a URL',
      collection('Shop', orders(list, { ...creating, request: { ...create, url: '{{baseUrl}}/v2/orders' } }), health),
      ['changed url Orders/create', 'removed query parameter Orders/create/key'],
    ],
    [
      'a header',
      collection(
        'Shop',
        orders(list, {
          ...creating,
          request: { ...create, header: [{ key: 'Authorization', value: 'Bearer other' }] },
        }),
        health,
      ),
      ['changed header Orders/create/Authorization'],
    ],
    [
      'a body',
      collection(
        'Shop',
        orders(list, { ...creating, request: { ...create, body: { mode: 'raw', raw: '[]' } } }),
        health,
      ),
      ['changed body Orders/create'],
    ],
    [
      'an auth',
      collection('Shop', orders(list, { ...creating, request: { ...create, auth: { type: 'noauth' } } }), health),
      ['changed auth Orders/create'],
    ],
    [
      'a script',
      collection('Shop', orders({ ...list, event: [test('pm.test("is 201");', 'done();')] }, creating), health),
      ['changed test script Orders/list'],
    ],
    [
      'an example',
      collection('Shop', orders(list, { ...creating, response: [{ name: 'OK', code: 201 }] }), health),
      ['changed example Orders/create/OK'],
    ],
    [
      'a variable',
      {
        ...before,
        variable: [
          { key: 'page', value: '2' },
          { key: 'size', value: '9' },
        ],
      },
      ['added variable size', 'changed variable page'],
    ],
    [
      'a query parameter',
      collection(
        'Shop',
        orders(list, { ...creating, request: { ...create, url: '{{baseUrl}}/orders?key=topsecret&page=2' } }),
        health,
      ),
      ['added query parameter Orders/create/page'],
    ],
    [
      'another kind of body',
      collection(
        'Shop',
        orders(list, { ...creating, request: { ...create, body: { mode: 'formdata', formdata: [] } } }),
        health,
      ),
      ['changed body Orders/create'],
    ],
    [
      'a request that moves into a new folder',
      collection('Shop', orders(list, creating), folder('Checks', health)),
      ['added folder Checks', 'moved request Checks/health'],
    ],
    [
      'a renamed example',
      collection('Shop', orders(list, { ...creating, response: [{ name: 'Fine', code: 200 }] }), health),
      ['renamed example Orders/create/Fine'],
    ],
    [
      'a variable of a folder',
      collection('Shop', { ...orders(list, creating), variable: [{ key: 'limit', value: '5' }] }, health),
      ['added variable Orders/limit'],
    ],
    ['a version', { ...before, info: { ...(before.info as JsonObject), version: '2.0.0' } }, ['changed version']],
    ['an unknown field', { ...before, 'x-team': 'payments' }, ['changed x-team']],
  ])('tells %s', (_, after, expected) => {
    expect(changes(after)).toEqual(expected);
  });

  it('shows scripts as lines', () => {
    const { graft, diff } = KINDS.collection;
    const after = collection(
      'Shop',
      orders({ ...list, event: [test('pm.test("is 201");', 'done();')] }, creating),
      health,
    );
    const [difference] = diff(remote, graft({ ...after, variable: [{ key: 'page', value: '1' }] }, remote));
    expect(difference?.lines).toEqual(['-pm.test("is 200");', '+pm.test("is 201");', ' done();']);
  });

  it('goes by places where Postman answers no ids', () => {
    const bare = { ...remote, item: before.item };
    const file = collection('Shop', orders({ ...list, request: { method: 'GET', url: '/other' } }), request('new'));
    const differences = KINDS.collection.diff(bare, KINDS.collection.graft(file, bare));
    expect(differences.map(({ change, what, path }) => `${change} ${what} ${path.join('/')}`)).toEqual([
      'removed variable page',
      'changed url Orders/list',
      'added request new',
      'removed request Orders/create',
      'removed request health',
    ]);
  });

  describe('shows of a script', () => {
    const linesOf = (was: readonly string[], is: readonly string[]) => {
      const there = stamped(collection('Shop', request('list', { event: [test(...was)] })));
      const file = collection('Shop', request('list', { event: [test(...is)] }));
      return KINDS.collection.diff(there, KINDS.collection.graft(file, there))[0]?.lines ?? [];
    };
    const numbered = (words: string, length: number) => Array.from({ length }, (_, index) => `${words} ${index}`);

    it('what lies between two changes as a gap', () => {
      const script = numbered('line', 9);
      const edited = script.map((line, index) => (index === 0 || index === 8 ? 'changed' : line));
      expect(linesOf(script, edited)).toEqual([
        '-line 0',
        '+changed',
        ' line 1',
        ' …',
        ' line 7',
        '-line 8',
        '+changed',
      ]);
    });

    it('no more than anyone reads, and how much more there is', () => {
      const lines = linesOf(['one'], ['one', ...numbered('new', 450)]);
      expect([lines.length, lines.at(-1)]).toEqual([201, ' … and 251 more lines']);
    });

    it('that it was rewritten, at once, where nothing of thousands of lines is left', () => {
      expect(linesOf(numbered('old', 20_000), numbered('new', 30_000))).toEqual([
        ' … rewritten: 20000 lines before, 30000 after',
      ]);
    });
  });

  it('never holds a value of a header, a query or a variable', () => {
    const { graft, diff } = KINDS.collection;
    const after = {
      ...collection(
        'Shop',
        orders(list, {
          ...creating,
          request: { ...create, url: 'https://user:topsecret@other/?token=topsecret', header: [] },
        }),
      ),
      variable: [{ key: 'page', value: 'topsecret' }],
    };
    expect(JSON.stringify(diff(remote, graft(after, remote)))).not.toContain('topsecret');
  });
});

describe('the difference of two environments', () => {
  const { graft, diff } = KINDS.environment;
  const there = {
    name: 'Local',
    values: [
      { key: 'a', value: 'topsecret' },
      { key: 'b', value: '1' },
    ],
  };

  it('names variables and no values', () => {
    const differences = diff(
      there,
      graft(
        {
          name: 'Local',
          values: [
            { key: 'a', value: 'othersecret' },
            { key: 'c', value: '1' },
          ],
        },
        there,
      ),
    );
    expect(differences.map(({ change, path }) => `${change} ${path.join()}`)).toEqual([
      'added c',
      'removed b',
      'changed a',
    ]);
    expect(JSON.stringify(differences)).not.toContain('secret');
  });
});

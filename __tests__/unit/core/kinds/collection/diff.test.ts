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
  it('is empty for fields that only Postman adds', () => {
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
      ['added folder Admin'],
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
    ['another order', collection('Shop', health, orders(list, creating)), ['moved request health']],
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
      'a script that is disabled, with the same text',
      collection(
        'Shop',
        orders({ ...list, event: [{ ...test('pm.test("is 200");', 'done();'), disabled: true }] }, creating),
        health,
      ),
      ['changed scripts Orders/list'],
    ],
    [
      'an example',
      collection('Shop', orders(list, { ...creating, response: [{ name: 'OK', code: 201 }] }), health),
      ['changed status of example Orders/create/OK'],
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
    [
      'a description of the collection and of a folder',
      {
        ...collection('Shop', { ...orders(list, creating), description: 'All orders.' }, health),
        description: 'The shop.',
      },
      ['added description', 'added description Orders'],
    ],
    [
      'a description in the info',
      { ...before, info: { ...(before.info as JsonObject), description: 'The shop.' } },
      ['added description'],
    ],
    ['a version', { ...before, info: { ...(before.info as JsonObject), version: '2.0.0' } }, ['changed version']],
    ['an unknown field', { ...before, 'x-team': 'payments' }, ['changed x-team']],
  ])('tells %s', (_, after, expected) => {
    expect(changes(after)).toEqual(expected);
  });

  it('names every folder on the way to an item, with and without ids', () => {
    const deep = (item: JsonObject) => collection('Shop', folder('Outer', folder('Inner', item)));
    const [was, is] = [request('list'), request('list', { request: { method: 'PUT', url: '{{baseUrl}}/list' } })];
    const expected = [
      { change: 'changed', what: 'method', path: ['Outer', 'Inner', 'list'], before: 'GET', after: 'PUT' },
    ];
    for (const there of [deep(was), stamped(deep(was))])
      expect(KINDS.collection.diff(there, KINDS.collection.graft(deep(is), there))).toEqual(expected);
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

  it('matches items by their places if Postman answers without ids', () => {
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

    it('unchanged lines between two changes as a gap', () => {
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

    it('a limited number of lines, and the number of the rest', () => {
      const lines = linesOf(['one'], ['one', ...numbered('new', 450)]);
      expect([lines.length, lines.at(-1)]).toEqual([201, ' … and 251 more lines']);
    });

    it('that a text of thousands of lines was rewritten, without comparing it', () => {
      expect(linesOf(numbered('old', 20_000), numbered('new', 30_000))).toEqual([
        ' … rewritten: 20000 lines before, 30000 after',
      ]);
    });
  });

  it('never holds a secret value of a header, a query or a variable', () => {
    const { graft, diff } = KINDS.collection;
    const after = {
      ...collection(
        'Shop',
        orders(list, {
          ...creating,
          request: { ...create, url: 'https://user:topsecret@other/?token=topsecret', header: [] },
        }),
      ),
      variable: [
        { key: 'page', value: '1' },
        { key: 'apiKey', value: 'topsecret' },
      ],
    };
    expect(JSON.stringify(diff(remote, graft(after, remote)))).not.toContain('topsecret');
  });

  describe('shows values before and after', () => {
    /** Words of the changes from one request to another. */
    const words = (was: JsonObject, is: JsonObject): readonly string[] => {
      const there = stamped(collection('Shop', was));
      const file = collection('Shop', is);
      return KINDS.collection
        .diff(there, KINDS.collection.graft(file, there))
        .map(({ what, path, before: then, after: now, lines }) =>
          [what, path.slice(1).join('/'), ...(lines ?? [`${then} → ${now}`])].join('|'),
        );
    };
    const sending = (more: JsonObject): JsonObject =>
      request('send', { request: { method: 'POST', url: '/', ...more } });

    it('the value, the switch and the type of a row', () => {
      const header = (row: JsonObject) => sending({ header: [{ key: 'Accept', value: 'text/plain', ...row }] });
      expect(words(header({}), header({ value: 'text/html' }))).toEqual(['header|Accept|text/plain → text/html']);
      expect(words(header({}), header({ disabled: true }))).toEqual(['header|Accept|enabled → disabled']);
      expect(words(header({}), header({ value: '' }))).toEqual(['header|Accept|text/plain → ""']);
    });

    it('that only the order of headers changed', () => {
      const rows = ['A', 'B'].map((key) => ({ key, value: '1' }));
      expect(words(sending({ header: rows }), sending({ header: [...rows].reverse() }))).toEqual([
        'headers||undefined → undefined',
      ]);
    });

    it('of one of two rows with the same key', () => {
      const query = (second: string) =>
        sending({
          url: {
            raw: `/?id=1&id=${second}`,
            query: [
              { key: 'id', value: '1' },
              { key: 'id', value: second },
            ],
          },
        });
      expect(words(query('2'), query('3'))).toEqual(['query parameter|id|2 → 3']);
    });

    it('of bodies and descriptions line by line, and of short texts on one line', () => {
      const body = (raw: string) => sending({ body: { mode: 'raw', raw } });
      expect(words(body('{\n  "a": 1\n}'), body('{\n  "a": 2\n}'))).toEqual(['body|| {|-  "a": 1|+  "a": 2| }']);
      expect(words(sending({ description: 'Old' }), sending({ description: 'New' }))).toEqual([
        'description||Old → New',
      ]);
    });

    it('the names of the parameters of an authentication, without values', () => {
      const auth = (token: string) => sending({ auth: { type: 'bearer', bearer: [{ key: 'token', value: token }] } });
      expect(words(auth('one'), auth('two'))).toEqual(['auth parameter|token|undefined → undefined']);
    });

    it('the fewest items that explain a new order, each by its name', () => {
      const [one, two, three] = [request('one'), request('two'), request('three')];
      const there = stamped(collection('Shop', one, two, three));
      const file = collection('Shop', two, three, one);
      const differences = KINDS.collection.diff(there, KINDS.collection.graft(file, there));
      expect(differences).toEqual([{ change: 'moved', what: 'request', path: ['one'], after: 'now after "three"' }]);
    });

    it('how many requests a folder brings, without those that move into it', () => {
      const there = stamped(collection('Shop', request('old')));
      const file = collection('Shop', folder('New', request('a'), folder('Deep', request('b')), request('old')));
      expect(KINDS.collection.diff(there, KINDS.collection.graft(file, there))).toEqual([
        { change: 'added', what: 'folder', path: ['New'], requests: 2 },
        { change: 'moved', what: 'request', path: ['New', 'old'], before: 'the root', after: 'New' },
      ]);
    });
  });
});

describe('the difference of two environments', () => {
  const { diff } = KINDS.environment;
  const row = (key: string, value: string, more: JsonObject = {}): JsonObject => ({ key, value, ...more });
  const local = (...values: readonly JsonObject[]): JsonObject => ({ name: 'Local', values });

  it('shows values and switches, and of secrets that they changed', () => {
    const before = local(row('url', 'http://a'), row('token', 'topsecret'), row('mode', 'x'), row('gone', '1'));
    const after = local(
      row('url', 'http://a/v2'),
      row('token', 'othersecret', { type: 'secret' }),
      row('mode', 'x', { enabled: false }),
      row('new', '2'),
    );
    const differences = diff(before, after);
    expect(
      differences.map(({ change, what, path, before: was, after: is }) => [change, what, ...path, was, is].join(' ')),
    ).toEqual([
      'added variable new  2',
      'removed variable gone 1 ',
      'changed variable url http://a http://a/v2',
      'changed variable token *** ***',
      'changed type of variable token default secret',
      'changed variable mode enabled disabled',
    ]);
    expect(JSON.stringify(differences)).not.toContain('topsecret');
  });

  it('names the variables that have another place', () => {
    const [a, b, c] = [row('a', '1'), row('b', '2'), row('c', '3')];
    expect(diff(local(a, b, c), local(c, a, b))).toEqual([
      { change: 'moved', what: 'variable', path: ['c'], after: 'now first' },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { itemOf, problemsOf, ROOT, request, treeOf } from '../../../support/tree.ts';

const named = (items: unknown): unknown =>
  (items as readonly JsonObject[]).map(({ name, item }) => (item ? { [String(name)]: named(item) } : name));

const ordered = (order: number | undefined, name?: string): string =>
  request(...(name ? [`name: ${name}`] : []), ...(order === undefined ? [] : [`order: ${order}`]));

describe('the names of a tree', () => {
  it('come from the files by default', () => {
    const { content, problems } = treeOf({
      'Get all.request.yaml': request(),
      'Admin/Drop {id}.request.yml': request(),
    });
    expect(problems).toEqual([]);
    expect(content.info).toEqual({
      name: 'Orders',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    });
    expect(named(content.item)).toEqual([{ Admin: ['Drop {id}'] }, 'Get all']);
  });

  it('come from definitions and requests that have a name', () => {
    const { content } = treeOf({
      '.resources/definition.yaml': '$kind: collection\nid: 1f0df51a\nname: Shop\ndescription: All of it\n',
      'a.request.yaml': request('name: List/all'),
      'x/.resources/definition.yml': '$kind: collection\nname: Admin\n',
      'x/b.request.yaml': request(),
    });
    expect(content.info).toMatchObject({ name: 'Shop', _postman_id: '1f0df51a', description: 'All of it' });
    expect(named(content.item)).toEqual([{ Admin: ['b'] }, 'List/all']);
  });
});

describe('the order of a directory', () => {
  it('is that of "order" over folders and requests; the default is 0, and equal orders are sorted by name', () => {
    const { content } = treeOf({
      'minus.request.yaml': ordered(-5),
      'late.request.yaml': ordered(500.5),
      'b.request.yaml': ordered(undefined),
      'a.request.yaml': ordered(0),
      'B.request.yml': ordered(undefined, 'Upper'),
      'Folder/.resources/definition.yaml': '$kind: collection\norder: 100\n',
      'Folder/in.request.yaml': ordered(undefined),
      'A folder/in.request.yaml': ordered(undefined),
    });
    expect(named(content.item)).toEqual([
      'minus',
      { 'A folder': ['in'] },
      'Upper',
      'a',
      'b',
      { Folder: ['in'] },
      'late',
    ]);
  });

  it('is that of the code units of the names, as in Postman CLI', () => {
    // Recorded with Postman CLI 1.62.0.
    const expected = [
      '-d',
      '0first',
      'A',
      'Az',
      'B',
      'Zed',
      '_x',
      'a',
      'a-1',
      'a.1',
      'a10',
      'a2',
      'b',
      'z z',
      'Äb',
      'é',
    ];
    const files = expected.map((name, index) => [`${index}.request.yaml`, ordered(undefined, `"${name}"`)] as const);
    expect(named(treeOf(Object.fromEntries([...files].reverse())).content.item)).toEqual(expected);
  });
});

describe('a request', () => {
  it('is a GET without headers by default', () => {
    expect(itemOf(request())).toEqual({
      name: 'One',
      request: {
        method: 'GET',
        header: [],
        url: { raw: 'https://example.com/orders', protocol: 'https', host: ['example', 'com'], path: ['orders'] },
      },
      response: [],
    });
  });

  it('has headers from a map and from a list', () => {
    const map = itemOf(request('headers:', '  Accept: text/plain', '  X-Day: 2020-01-01', '  X-Yes: yes'));
    expect(map.request).toMatchObject({
      header: [
        { key: 'Accept', value: 'text/plain' },
        { key: 'X-Day', value: '2020-01-01' },
        { key: 'X-Yes', value: 'yes' },
      ],
    });
    const list = itemOf(
      request(
        'headers:',
        '  - key: A',
        '    value: "1"',
        '    disabled: true',
        '    description: why',
        '  - {key: A, value: b}',
      ),
    );
    expect(list.request).toMatchObject({
      header: [
        { key: 'A', value: '1', disabled: true, description: 'why' },
        { key: 'A', value: 'b' },
      ],
    });
  });

  it('has settings by their names in v2.1', () => {
    const item = itemOf(
      request('settings:', '  strictSSL: false', '  maxRedirects: 3', '  disabledSystemHeaders: [user-agent, host]'),
    );
    expect(item.protocolProfileBehavior).toEqual({
      strictSSL: false,
      maxRedirects: 3,
      disabledSystemHeaders: { 'user-agent': true, host: true },
    });
  });

  it.each([
    ['json', 'json'],
    ['xml', 'xml'],
    ['html', 'html'],
    ['javascript', 'javascript'],
    ['text', 'plain'],
  ])('shows the body of an example in its language: %s', (type, language) => {
    const { content, problems, notices } = treeOf({
      'a.request.yaml': request('examples: ./.resources/a.resources/examples'),
      '.resources/a.resources/examples/OK.example.yaml': `$kind: http-example\nresponse:\n  statusCode: 200\n  body: { type: ${type}, content: x, $type: string }\n`,
    });
    expect(problems).toEqual([]);
    expect(Object(content.item)[0].response).toMatchObject([
      { name: 'OK', _postman_previewlanguage: language, body: 'x' },
    ]);
    expect(notices).toMatchObject([{ message: expect.stringContaining('The types of 1 typed values') }]);
  });

  it('may leave out every header that Postman adds', () => {
    const added = ['cache-control', 'postman-token', 'content-type', 'content-length', 'accept-encoding'];
    const all = [...added, 'user-agent', 'connection', 'accept', 'host'];
    const { problems, content } = treeOf({
      'a.request.yaml': request('settings:', `  disabledSystemHeaders: [${all.join(', ')}]`),
    });
    expect(problems).toEqual([]);
    expect(Object.keys(Object(Object(Object(content.item)[0]).protocolProfileBehavior).disabledSystemHeaders)).toEqual(
      all,
    );
  });

  it.each(['GET', 'HEAD', 'COPY', 'PURGE', 'UNLOCK'])('sends the body of a %s', (method) => {
    const item = itemOf(request(`method: ${method.toLowerCase()}`, 'body:', '  type: json', '  content: "{}"'));
    expect(item.request).toMatchObject({ method, body: { mode: 'raw', raw: '{}' } });
    expect(item.protocolProfileBehavior).toEqual({ disableBodyPruning: true });
  });

  it('has its scripts as lines, in their order', () => {
    const item = itemOf(
      request(
        'scripts:',
        '  - type: beforeRequest',
        '    code: |-',
        '      const a = 1;',
        '',
        '      const b = 2;',
        '    language: text/javascript',
        '  - type: afterResponse',
        '    code: "pm.test(\'x\')"',
      ),
    );
    expect(item.event).toEqual([
      { listen: 'prerequest', script: { type: 'text/javascript', exec: ['const a = 1;', '', 'const b = 2;'] } },
      { listen: 'test', script: { type: 'text/javascript', exec: ["pm.test('x')"] } },
    ]);
  });

  it('of GraphQL is a POST with a body of mode graphql', () => {
    const item = itemOf(
      '$kind: graphql-request\nurl: "{{api}}/graphql"\nquery: "{ me { id } }"\nvariables: "{\\"a\\": 1}"\n' +
        'scripts:\n  - {type: beforeQuery, code: a}\n  - {type: afterResponse, code: b}\n',
    );
    expect(item.request).toMatchObject({
      method: 'POST',
      body: { mode: 'graphql', graphql: { query: '{ me { id } }', variables: '{"a": 1}' } },
      url: { raw: '{{api}}/graphql' },
    });
    expect(item.event).toMatchObject([{ listen: 'prerequest' }, { listen: 'test' }]);
  });
});

describe('a body', () => {
  it.each([
    ['json', 'content: "{}"', { mode: 'raw', raw: '{}', options: { raw: { language: 'json' } } }],
    ['xml', 'content: <a/>', { mode: 'raw', raw: '<a/>', options: { raw: { language: 'xml' } } }],
    ['urlencoded', 'content: {a: b}', { mode: 'urlencoded', urlencoded: [{ key: 'a', value: 'b' }] }],
    [
      'urlencoded',
      'content: [{key: a, value: b, disabled: true}]',
      { mode: 'urlencoded', urlencoded: [{ key: 'a', value: 'b', disabled: true }] },
    ],
    [
      'formdata',
      'content: [{key: a, type: text, value: b, contentType: text/css}, {key: f, type: file, src: [a.txt, b.txt]}]',
      {
        mode: 'formdata',
        formdata: [
          { key: 'a', type: 'text', value: 'b', contentType: 'text/css' },
          { key: 'f', type: 'file', src: ['a.txt', 'b.txt'] },
        ],
      },
    ],
    ['file', 'content: {src: a.bin}', { mode: 'file', file: { src: 'a.bin' } }],
    ['file', 'content: {}', { mode: 'file', file: {} }],
    ['graphql', 'content: {query: "{a}"}', { mode: 'graphql', graphql: { query: '{a}', variables: '' } }],
    ['text', 'content: ""', undefined],
    ['none', 'content: ""', undefined],
  ])('of type %s with %s', (type, content, expected) => {
    const { request: made } = itemOf(request('method: POST', 'body:', `  type: ${type}`, `  ${content}`));
    expect((made as JsonObject).body).toEqual(expected);
  });
});

describe('authorization', () => {
  const LIST = [
    '$kind: collection',
    'auth:',
    '  - {id: first, type: basic, name: Basic, credentials: {username: u, password: p}}',
    '  - {id: second, type: bearer, name: Token, credentials: [{key: token, value: t}]}',
    '',
  ].join('\n');

  it('is made of typed parameters', () => {
    const item = itemOf(request('auth:', '  type: apikey', '  credentials: {key: X, in: header, flag: true, n: 5}'));
    expect((item.request as JsonObject).auth).toEqual({
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'X', type: 'string' },
        { key: 'in', value: 'header', type: 'string' },
        { key: 'flag', value: true, type: 'boolean' },
        { key: 'n', value: 5, type: 'any' },
      ],
    });
  });

  it('can be none at all', () => {
    expect(itemOf(request('auth: {type: noauth}')).request).toMatchObject({ auth: { type: 'noauth' } });
  });

  it('of a collection is the last of its list, with a notice', () => {
    const { content, notices } = treeOf({ '.resources/definition.yaml': LIST, 'a.request.yaml': request() });
    expect(content.auth).toEqual({ type: 'bearer', bearer: [{ key: 'token', value: 't', type: 'string' }] });
    expect(notices).toMatchObject([{ message: expect.stringContaining('the last is the default: "Token"') }]);
  });

  it('of a request can be an entry of the list, by its id', () => {
    const item = itemOf(request('auth: {type: inherit, credentials: {id: first}}'), LIST);
    expect(item.request).toMatchObject({ auth: { type: 'basic', basic: [{ key: 'username' }, { key: 'password' }] } });
  });
});

describe('variables and scripts of a collection', () => {
  it('are its variables and events; secrets are recognized by their type', () => {
    const { content } = treeOf({
      '.resources/definition.yaml':
        '$kind: collection\nvariables:\n  - {key: a, value: "1"}\n  - {key: s, secret: true}\nscripts:\n' +
        '  - {type: "http:beforeRequest", code: x}\n  - {type: "http:afterResponse", code: y}\n',
      'a.request.yaml': request(),
    });
    expect(content.variable).toEqual([
      { key: 'a', value: '1' },
      { key: 's', type: 'secret' },
    ]);
    expect(content.event).toMatchObject([{ listen: 'prerequest' }, { listen: 'test' }]);
  });
});

describe('examples', () => {
  it('are found by the path of their request, in their order', () => {
    const example = (lines: string): string =>
      `$kind: http-example\n${lines}response: {statusCode: 200, statusText: OK}\n`;
    const at = '.resources/a.resources/examples';
    const { content, problems } = treeOf({
      'a.request.yaml': request(`examples: ./${at}`),
      [`${at}/Two.example.yaml`]: example('order: 2\nrequest: {url: "http://x/?a=b", method: post, headers: {A: b}}\n'),
      [`${at}/One.example.yaml`]:
        '$kind: http-example\norder: 1\nresponse:\n  statusCode: 404\n  statusText: Not Found\n' +
        '  headers: {Content-Type: text/plain}\n  body: {type: text, content: gone}\n',
    });
    expect(problems).toEqual([]);
    expect((content.item as readonly JsonObject[])[0]?.response).toEqual([
      {
        name: 'One',
        status: 'Not Found',
        code: 404,
        _postman_previewlanguage: 'plain',
        header: [{ key: 'Content-Type', value: 'text/plain' }],
        cookie: [],
        body: 'gone',
      },
      expect.objectContaining({
        name: 'Two',
        originalRequest: expect.objectContaining({ method: 'POST', header: [{ key: 'A', value: 'b' }] }),
      }),
    ]);
  });
});

describe('a problem of a tree', () => {
  it.each([
    ['an unquoted variable', 'method: {{verb}}', '3:9 Not valid YAML: a value that begins with "{{" is not quoted'],
    [
      'an unquoted variable before more',
      'name: {{a}}/b',
      '3:7 Not valid YAML: a value that begins with "{{" is not quoted',
    ],
    ['a repeated key', 'method: GET\nmethod: PUT', '4:1 Not valid YAML: this key is in its map already'],
    ['a second document', '---\n$kind: http-request', '3:1 The file holds several YAML documents'],
    ['a tag', 'name: !ruby/object x', '3:7 Not valid YAML here: Unresolved tag: !ruby/object'],
    ['a number in headers', 'headers:\n  A: 1', '4:6 headers.A: expected a string, got a number'],
    ['nothing in headers', 'headers:', '3:9 headers: expected a map or a list, got nothing'],
    [
      'an unknown key of a header',
      'headers:\n  - {key: A, value: b, type: c}',
      '4:24 headers[0]: the key "type" is not allowed here',
    ],
    ['a quoted order', 'order: "5"', '3:8 order: expected a number, got a string'],
    [
      'an unknown body',
      'body: {type: binary}',
      '3:14 body.type: "binary" is not one of json, text, xml, html, javascript, urlencoded, formdata, file, graphql, none',
    ],
    ['an object in a body', 'body: {type: json, content: {a: 1}}', '3:29 body.content: expected a string, got a map'],
    ['an unknown authorization', 'auth: {type: mtls}', '3:14 auth.type: "mtls" is not one of apikey, asap'],
    [
      'a script without a scope',
      'scripts:\n  - {type: "http:afterResponse", code: a}',
      '4:5 The script type "http:afterResponse" is not valid in a request',
    ],
    ['inheritance of nothing', 'auth: {type: inherit}', '3:7 auth: "inherit" names no authorization'],
    [
      'inheritance of an unknown id',
      'auth: {type: inherit, credentials: {id: x}}',
      '3:7 auth: no authorization above has the id "x"',
    ],
  ])('is told: %s', (_, lines, expected) => {
    const [problem, ...more] = problemsOf(treeOf({ 'a.request.yaml': request(...lines.split('\n')) }));
    expect(problem).toContain(`a.request.yaml:${expected}`);
    expect(more).toEqual([]);
  });

  it.each([
    ['auth: {type: inherit}', '2:7 auth: a folder or collection cannot have the type "inherit"'],
    ['auth:\n  - {id: a, type: noauth, rules: []}', '3:5 auth: rules of an authorization are not supported'],
    [
      'scripts:\n  - {type: beforeRequest, code: a}',
      '3:5 The script type "beforeRequest" is not valid in a collection or folder',
    ],
    ['auth: {type: basic, foo: 1}', '2:21 auth: the key "foo" is not allowed here'],
    ['variables: {a: 1}', '2:16 variables.a: expected a string, got a number'],
    ['variables: [{key: a, value: true}]', '2:29 variables[0].value: expected a string, got true or false'],
  ])('is told of a definition: %s', (lines, expected) => {
    const files = { '.resources/definition.yaml': `$kind: collection\n${lines}\n`, 'a.request.yaml': request() };
    expect(problemsOf(treeOf(files))).toEqual([expect.stringContaining(`.resources/definition.yaml:${expected}`)]);
  });

  it('is reported for all files at once, each with a remedy', () => {
    const { problems } = treeOf({
      'a.request.yaml': 'url: x\n',
      'b.request.yaml': '$kind: soap-request\n',
      'c.request.yaml': request('headers: {A: 1, B: true}'),
      'collection.yaml': 'type: collection\nitems: []\n',
      '.resources/d.request.yaml': request(),
      'x/E.request.yaml': request(),
      'x/e.request.yml': request(),
    });
    expect(problems.map(({ path }) => path?.slice(ROOT.length + 1)).sort()).toEqual([
      '.resources/d.request.yaml',
      'a.request.yaml',
      'b.request.yaml',
      'c.request.yaml',
      'c.request.yaml',
      'collection.yaml',
      'x/e.request.yml',
    ]);
    expect(problems.every(({ remedy }) => /\.$/.test(remedy))).toBe(true);
  });

  it('is reported if aliases multiply', () => {
    const bomb = ['name: x', 'a: &a [x, x, x, x, x, x, x, x, x]', 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]'];
    const more = ['c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]', 'd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]'];
    const [problem] = problemsOf(treeOf({ 'a.request.yaml': request(...bomb, ...more) }));
    expect(problem).toBe('a.request.yaml:1:1 The file has too many YAML aliases');
  });
});

describe('a request that cannot run', () => {
  const files = {
    'a.request.yaml': request(),
    'chat.request.yaml': '$kind: websocket-request\nname: Chat\nurl: ws://x\n',
    'stream.request.yaml': '$kind: grpc-request\nurl: x\n',
    '.resources/definition.yaml': '$kind: collection\nscripts:\n  - {type: "grpc:beforeInvoke", code: a}\n',
  };

  it('is refused by name', () => {
    expect(problemsOf(treeOf(files))).toEqual([
      '.resources/definition.yaml:3:5 The script "grpc:beforeInvoke" cannot run here: the Postman API and Newman know HTTP and GraphQL only',
      'chat.request.yaml:1:8 The WebSocket request "Chat" cannot run here: the Postman API and Newman know HTTP and GraphQL only',
      'stream.request.yaml:1:8 The gRPC request "stream" cannot run here: the Postman API and Newman know HTTP and GraphQL only',
    ]);
  });

  it('is left out with one notice if that is allowed', () => {
    const { content, problems, notices, leftOut } = treeOf(files, true);
    expect(problems).toEqual([]);
    expect(named(content.item)).toEqual(['a']);
    expect(leftOut).toHaveLength(3);
    expect(notices).toEqual([
      {
        level: 'warning',
        path: ROOT,
        message: `Left out because they cannot run here (allow-unsupported): 3 of ${ROOT}: "grpc:beforeInvoke" (script), "Chat" (WebSocket request), "stream" (gRPC request).`,
      },
    ]);
  });
});

describe('the notice about requests that are left out', () => {
  it('names ten, and counts the others', () => {
    const sockets = (count: number) =>
      Array.from({ length: count }, (_, at) => [
        `${String(at).padStart(2, '0')}.request.yaml`,
        '$kind: mqtt-request\n',
      ]);
    const told = (count: number) => treeOf(Object.fromEntries(sockets(count)), true).notices[0]?.message;
    expect(told(10)).toMatch(/"09" \(MQTT request\)\.$/);
    expect(told(12)).toMatch(/"09" \(MQTT request\) and 2 more\.$/);
  });
});

describe('a notice about a tree', () => {
  it.each([
    ['an unknown key', request('colour: red'), '"colour" is not a key of this format, and is ignored.'],
    [
      'an unknown setting',
      request('settings: {speed: 5}'),
      '"settings.speed" is not a key of this format, and is ignored.',
    ],
    [
      'a typed value',
      request('headers: [{key: A, value: b, $type: integer}]'),
      'The types of 1 typed values ($type) are left out',
    ],
    ['an empty upload', request('body: {type: file, content: {src: ""}}'), 'No file is chosen for this upload'],
    [
      'team packages',
      request('scripts: [{type: beforeRequest, code: a, packages: {x: {id: y}}}]'),
      "team's package library",
    ],
  ])('is %s', (_, text, message) => {
    const { notices, problems } = treeOf({ 'a.request.yaml': text });
    expect(problems).toEqual([]);
    expect(notices).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })]);
  });

  it.each([
    [
      'variables of a folder',
      { 'x/.resources/definition.yaml': '$kind: collection\nvariables: {a: b}\n' },
      'Variables of a folder',
    ],
    ['a request under another name', { 'plain.yaml': request() }, 'its name must end with ".request.yaml"'],
    [
      'examples without a request',
      { '.resources/z.resources/examples/e.example.yaml': '$kind: http-example\nresponse: {statusCode: 200}\n' },
      'belong to no request',
    ],
  ])('is %s', (_, files: Readonly<Record<string, string>>, message) => {
    const { notices } = treeOf({ 'a.request.yaml': request(), ...files });
    expect(notices).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })]);
  });
});

describe('the place of a value of the document', () => {
  const tree = treeOf({
    '.resources/definition.yaml': '$kind: collection\nname: Shop\nvariables:\n  token: abc\n',
    'Smoke/a.request.yaml': request(
      'name: First',
      'headers:',
      '  Authorization: Bearer abc',
      'queryParams:',
      '  - key: q',
      '    value: v',
      'body:',
      '  type: json',
      '  content: "{}"',
      'scripts:',
      '  - type: afterResponse',
      '    code: |-',
      '      // first',
      '',
      '      pm.test("x", () => {});',
    ),
  });
  const at = (...path: readonly (string | number)[]): string => {
    const { path: file, position } = tree.locate(path);
    return `${file.slice(ROOT.length + 1)}:${position.line}:${position.column}`;
  };
  const item = ['item', 0, 'item', 0] as const;

  it.each([
    ['info.name', ['info', 'name'], '.resources/definition.yaml:2:7'],
    ['a variable', ['variable', 0, 'value'], '.resources/definition.yaml:4:10'],
    ['the name', [...item, 'name'], 'Smoke/a.request.yaml:3:7'],
    ['the URL', [...item, 'request', 'url', 'raw'], 'Smoke/a.request.yaml:2:6'],
    ['a part of the URL', [...item, 'request', 'url', 'host', 0], 'Smoke/a.request.yaml:2:6'],
    ['a header', [...item, 'request', 'header', 0, 'value'], 'Smoke/a.request.yaml:5:18'],
    ['a parameter', [...item, 'request', 'url', 'query', 0, 'value'], 'Smoke/a.request.yaml:8:12'],
    ['the body', [...item, 'request', 'body', 'raw'], 'Smoke/a.request.yaml:11:12'],
    ['the first line of a script', [...item, 'event', 0, 'script', 'exec', 0], 'Smoke/a.request.yaml:15:7'],
    ['the third line of a script', [...item, 'event', 0, 'script', 'exec', 2], 'Smoke/a.request.yaml:17:7'],
  ])('is that in the YAML: %s', (_, path, expected) => {
    expect(at(...path)).toBe(expected);
  });

  it('is the directory if no file names it', () => {
    expect(treeOf({ 'a.request.yaml': request() }).locate(['info', 'name'])).toEqual({
      path: ROOT,
      position: { line: 1, column: 1 },
    });
  });
});

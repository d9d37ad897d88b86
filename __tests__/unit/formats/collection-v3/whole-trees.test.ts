import { describe, expect, it } from '@jest/globals';
import type { JsonPath, JsonValue } from '../../../../src/core/lib/json.ts';
import { readEnvironment } from '../../../../src/formats/collection-v3/read-environment.ts';
import { type CollectionTree, readTree } from '../../../../src/formats/collection-v3/read-tree.ts';
import { ROOT, treeOf } from '../../../support/tree.ts';

const DEFINITION = `$kind: collection
id: 1f0df51a
name: Shop
description: All of it
order: 3
variables:
  - { key: baseUrl, value: http://localhost:1, description: Where }
  - { key: token, value: x, secret: true, disabled: true }
  - { key: typed, value: "5", $type: number }
auth:
  - { id: one, type: basic, credentials: { username: ada, password: "{{pass}}" } }
  - { id: two, type: bearer, name: Default, credentials: [{ key: token, value: t }] }
scripts:
  - type: http:beforeRequest
    code: |
      const a = 1;
      pm.variables.set('a', a);
  - { type: graphql:beforeQuery, code: x }
extra: 1
`;

const PLACE = `$kind: http-request
name: Place
description: Places an order
url: https://{{host}}:8080/orders/:id?page=1&old=2#part
method: post
headers:
  - { key: A, value: "1", description: why, disabled: true }
  - { key: B, value: b }
queryParams: { page: "2", size: "10" }
pathVariables: { id: "7" }
body: { type: json, content: '{"a": 1}' }
auth: { type: inherit, credentials: { id: one } }
scripts:
  - type: afterResponse
    language: text/javascript
    code: "pm.test('a', () => {});"
    packages: { a: {} }
    requests: { r: {} }
settings: { strictSSL: false, disabledSystemHeaders: [accept], maxRedirects: 3, wrong: 1 }
examples: .resources/Place.resources/examples
order: -1
`;

const OK = `$kind: http-example
name: OK
description: none in v2.1
order: 2
request:
  url: https://example.com/orders
  method: put
  headers: { A: "1" }
  body: { type: xml, content: <a/> }
response:
  statusCode: 201
  statusText: Created
  headers: [{ key: X, value: "1" }]
  body: { type: json, content: '{}', $type: x }
`;

const BODIES: Readonly<Record<string, string>> = {
  form: 'body:\n  type: formdata\n  content:\n    - { key: a, type: text, value: "1", disabled: true, contentType: text/plain }\n    - { key: f, type: file, src: [a.txt] }\n    - { key: g, type: file, src: "" }',
  encoded: 'body:\n  type: urlencoded\n  content: { a: "1", b: c }',
  file: 'body: { type: file, content: { src: a.bin } }',
  'no file': 'method: DELETE\nbody: { type: file, content: {} }',
  graphql: 'body: { type: graphql, content: { query: q, variables: "{}", operationName: o } }',
  none: 'body: { type: none }\nauth: { type: noauth }',
  empty: 'body: { type: text, content: "" }',
  html: 'body: { type: html, content: <p> }\nauth: { type: oauth2, credentials: { a: 1, b: true, c: text } }',
};

const WHOLE: Readonly<Record<string, string>> = {
  '.resources/definition.yaml': DEFINITION,
  'Place.request.yaml': PLACE,
  '.resources/Place.resources/examples/b.example.yaml': OK,
  '.resources/Place.resources/examples/a.example.yaml':
    '$kind: http-example\nresponse: { statusCode: 404, body: { type: yaml, content: "a: 1" } }\n',
  '.resources/Gone.resources/examples/a.example.yaml': '$kind: http-example\nresponse: { statusCode: 404 }\n',
  'Admin/.resources/definition.yaml':
    '$kind: collection\nname: Administration\nauth: { type: apikey, credentials: { key: k } }\nvariables: { a: "1" }\nscripts: [{ type: http:afterResponse, code: x }]\n',
  'Admin/Query.request.yaml':
    '$kind: graphql-request\nurl: https://example.com/graphql\nquery: "{ a }"\nvariables: "{}"\noperationName: A\nheaders: { H: "1" }\nscripts: [{ type: beforeQuery, code: x }]\nauth: { type: bearer, credentials: { token: t } }\n',
  'Admin/Socket.request.yaml': '$kind: websocket-request\nurl: wss://example.com\n',
  ...Object.fromEntries(
    Object.entries(BODIES).map(([name, body]) => [
      `Bodies/${name}.request.yaml`,
      `$kind: http-request\nurl: https://example.com\n${body}\n`,
    ]),
  ),
  'Empty/readme.md': 'x',
  'stray.yaml': '$kind: http-request\nurl: x\n',
};

const WRONG: Readonly<Record<string, string>> = {
  '.resources/definition.yaml':
    '$kind: collection\nname: 7\nauth: { type: inherit }\nscripts: [{ type: beforeRequest, code: x }, { type: boom, code: y }]\n',
  '.resources/definition.yml': '$kind: collection\n',
  'a.request.yaml': '$kind: http-request\nurl: {{baseUrl}}/a\n',
  'g.request.yaml':
    '$kind: http-request\nmethod: 5\nheaders: 3\nbody: { type: jsn, content: x }\nscripts: [{ code: x }]\nsettings: { strictSSL: "yes", tlsDisabledProtocols: [SSL] }\norder: "1"\n',
  'A.request.yaml': '$kind: http-request\nurl: x\nauth: { type: inherit }\nscripts: [{ type: beforeQuery, code: x }]\n',
  'b.request.yaml': '$kind: http-request\nurl: [1\n',
  'c.request.yaml': '$kind: soap-request\n',
  'd.request.yaml':
    '$kind: http-request\nbody: { content: x }\nauth: { type: inherit, credentials: { id: none } }\nname: ~\n',
  'e.request.yaml': '- a\n',
  'f.request.yaml':
    '$kind: http-request\nbody: { type: formdata, content: [{ key: a, type: fil }, { type: text, value: 1 }] }\nauth: { type: basik, more: 1 }\n',
  'x/.resources/definition.yaml':
    '$kind: collection\nauth: [{ id: a, type: basic, rules: [] }, { type: basic }]\norder: high\n',
  'x/.resources/y.request.yaml': '$kind: http-request\n',
  'X/z.request.yaml': '$kind: http-request\nurl: x\n',
  'x/collection.yaml': 'type: collection\n',
};

/** Every place of a document, a line each: where it is written. */
function placesIn({ content, locate }: CollectionTree): readonly string[] {
  const lines = (value: JsonValue, at: JsonPath): readonly string[] => {
    const { file, path, position } = locate(at) as ReturnType<CollectionTree['locate']> & { readonly file?: string };
    const place = `${(file ?? path).slice(ROOT.length + 1)}:${position.line}:${position.column}`;
    const inner =
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, entry]) =>
            entry === undefined ? [] : lines(entry, [...at, Array.isArray(value) ? Number(key) : key]),
          );
    return [`${at.join('.')} ${place}`, ...inner];
  };
  return lines(content, []);
}

const told = ({ problems, notices, leftOut }: CollectionTree) => ({
  problems: problems.map(
    ({ path = '', position, message, remedy }) =>
      `${path.slice(ROOT.length + 1)}:${position?.line ?? ''}:${position?.column ?? ''} ${message} → ${remedy}`,
  ),
  notices: notices.map(
    ({ level, path = '', position, message }) =>
      `${level} ${path.slice(ROOT.length + 1)}:${position?.line ?? ''}:${position?.column ?? ''} ${message}`,
  ),
  leftOut,
});

/** After a change on purpose: `npm test -- whole-trees -u`, and read the difference. */
describe('whole trees', () => {
  it('become a document of v2.1, with notices about everything that it cannot hold', () => {
    const tree = treeOf(WHOLE, true);
    expect(tree.content).toMatchSnapshot();
    expect(told(tree)).toMatchSnapshot();
  });

  it('know where every value of the document is written', () => {
    expect(placesIn(treeOf(WHOLE, true))).toMatchSnapshot();
  });

  it('are refused with every problem, its place and its remedy', () => {
    expect(told(treeOf(WHOLE))).toMatchSnapshot();
    expect(told(treeOf(WRONG))).toMatchSnapshot();
  });

  it('may be the working directory itself', () => {
    const files = [{ path: 'a.request.yaml', text: '$kind: http-request\nurl: x\n' }];
    const { content } = readTree('.', files, { allowUnsupported: false, name: 'Here' });
    expect(content).toMatchObject({ info: { name: 'Here' }, item: [{ name: 'a' }] });
  });
});

const ENVIRONMENT = `name: Local
id: e
color: 3
owner: 7
values:
  - { key: a, value: "1", description: why, source: vault }
  - { key: b, secret: true }
  - { key: c, type: secret, enabled: false }
  - { key: d, value: x, disabled: true, type: any, description: "" }
_postman_variable_scope: environment
extra: 1
`;

describe('whole environments', () => {
  it.each([
    ['environment', ENVIRONMENT],
    ['environment', 'values: [{ value: 1 }]\n'],
    ['environment', 'name: [\n'],
    ['globals', 'values: []\n'],
  ] as const)('become the document that they stand for, or are refused: %s %j', (kind, text) => {
    const { locate, ...rest } = readEnvironment(kind, { path: 'local.environment.yaml', text });
    expect({ ...rest, first: locate(['values', 0, 'key']) }).toMatchSnapshot();
  });
});

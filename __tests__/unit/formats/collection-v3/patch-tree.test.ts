import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalCollection } from '../../../../src/core/kinds/collection/canonical.ts';
import { urlParts } from '../../../../src/core/kinds/collection/url.ts';
import { type JsonObject, objectsOf } from '../../../../src/core/lib/json.ts';
import { patchTree } from '../../../../src/formats/collection-v3/patch-tree.ts';
import { readTree } from '../../../../src/formats/collection-v3/read-tree.ts';
import { ROOT, treeOf } from '../../../support/tree.ts';

type Texts = Readonly<Record<string, string>>;
type Draft = Record<string, unknown> & { item: Draft[]; request: Draft; url: Draft };

const LIST = `$kind: http-request
# asked by everybody
url: "{{base}}/orders?page=1"
method: GET   # reads
headers:
  Accept: 'text/plain'  # old clients
queryParams:
  - key: page
    value: "1"
    $type: integer
  - key: all
    value: "yes"
    disabled: true
scripts:
  - type: afterResponse
    code: |-
      // checks
      pm.test('ok', () => {
        pm.response.to.have.status(200);
      });
    language: text/javascript
settings: {}
order: 1000
`;

const CREATE = `$kind: http-request
name: Create
description: Makes one
url: https://example.com/:id
method: POST
pathVariables:
  id: "7"
body:
  type: json
  content: |-
    {
      "a": 1
    }
auth:
  type: bearer
  credentials:
    token: "{{token}}"
order: 2000
`;

const TREE: Texts = {
  '.resources/definition.yaml':
    '$kind: collection\nname: Orders\nvariables:\n  base: https://a\nscripts:\n  - type: http:beforeRequest\n    code: console.log(1)\n',
  'List.request.yaml': LIST,
  'create.request.yaml': CREATE,
  'Admin/.resources/definition.yaml': '$kind: collection\norder: 3000\n',
  'Admin/Form.request.yaml':
    '$kind: http-request\nurl: https://example.com\nmethod: PUT\nbody:\n  type: urlencoded\n  content:\n    a: "1"\norder: 1000\n',
  'Admin/.resources/Form.resources/examples/Fine.example.yaml':
    '$kind: http-example\nrequest:\n  url: https://example.com\n  method: PUT\nresponse:\n  statusCode: 200\n  statusText: OK\n  body:\n    type: json\n    content: "{}"\norder: 1000\n',
  'Admin/Ask.request.yaml':
    '$kind: graphql-request\nurl: https://example.com/graphql\nquery: "{ a }"\nvariables: "{}"\norder: 2000\n',
};

const sourceOf = (texts: Texts) => ({
  path: ROOT,
  name: 'Orders',
  files: Object.entries(texts).map(([path, text]) => ({ path: `${ROOT}/${path}`, text })),
});

/** The edits by their path below the tree; undefined where they cannot be made. */
function patched(
  texts: Texts,
  change: (content: Draft) => void,
): Readonly<Record<string, string | undefined>> | undefined {
  const content = structuredClone(treeOf(texts, true).content) as Draft;
  change(content);
  const edits = patchTree(sourceOf(texts), content as JsonObject);
  return edits && Object.fromEntries(edits.map(({ path, text }) => [path.slice(ROOT.length + 1), text]));
}

const at = (draft: Draft, index: number): Draft => draft.item[index] as Draft;

describe('a tree with another content', () => {
  it('is unchanged if nothing changed in meaning', () => {
    expect(patched(TREE, () => {})).toEqual({});
  });

  it('has each change in its file; comments, types, quotes and the form of lists stay', () => {
    const edits = patched(TREE, (content) => {
      const { request } = at(content, 0);
      request.method = 'HEAD';
      request.header = [
        { key: 'Accept', value: 'text/html' },
        { key: 'X-New', value: '1' },
      ];
      request.url.raw = '{{base}}/orders?page=2';
      (request.url.query as JsonObject[])[0] = { key: 'page', value: '2' };
    });
    expect(edits).toEqual({
      'List.request.yaml': LIST.replace('GET', 'HEAD')
        .replace("'text/plain'  # old clients", '\'text/html\'  # old clients\n  X-New: "1"')
        .replace('page=1', 'page=2')
        .replace('value: "1"', 'value: "2"'),
    });
  });

  it('keeps scripts, bodies and descriptions in their blocks, line by line', () => {
    const edits = patched(TREE, (content) => {
      const [script] = objectsOf(at(content, 0).event).map((event) => event.script as unknown as Draft);
      if (script)
        script.exec = [
          '// checks',
          "pm.test('ok', () => {",
          '  pm.response.to.have.status(201);',
          '});',
          '',
          'done();',
        ];
      at(content, 1).request.description = 'Makes one\n\nor two';
      content.event = [{ listen: 'prerequest', script: { type: 'text/javascript', exec: ['a();', 'b();'] } }];
    });
    expect(edits).toEqual({
      'List.request.yaml': LIST.replace('(200)', '(201)').replace('      });\n', '      });\n\n      done();\n'),
      'create.request.yaml': CREATE.replace('Makes one', '|-\n  Makes one\n\n  or two'),
      '.resources/definition.yaml': TREE['.resources/definition.yaml']?.replace(
        'console.log(1)',
        '|-\n      a();\n      b();',
      ),
    });
  });

  it("gets files for new folders, requests and examples, in Postman's way, and loses those of removed ones", () => {
    const edits = patched(TREE, (content) => {
      const raw = 'https://example.com/new?a=1';
      const url = { raw, ...urlParts(raw) };
      const answer = {
        name: 'OK',
        code: 200,
        status: 'OK',
        header: [],
        body: 'fine',
        originalRequest: { method: 'GET', url },
      };
      const request = { method: 'GET', header: [{ key: 'X', value: 'yes', description: 'why' }], url };
      const folder = { name: 'New: all', item: [{ name: 'a/b', request, response: [answer] }] };
      content.item = [at(content, 0), folder, ...content.item.slice(2)] as Draft[];
      content.item.push({ name: 'List', request: { method: 'GET', url: 'https://example.com' } } as unknown as Draft);
    });
    expect(edits).toMatchInlineSnapshot(`
{
  "List-1.request.yaml": "$kind: http-request
name: List
url: https://example.com
method: GET
order: 4000
",
  "New- all/.resources/a-b.resources/examples/OK.example.yaml": "$kind: http-example
request:
  url: https://example.com/new?a=1
  method: GET
  queryParams:
    a: "1"
response:
  statusCode: 200
  statusText: OK
  body:
    type: text
    content: fine
order: 1000
",
  "New- all/.resources/definition.yaml": "$kind: collection
name: "New: all"
order: 2000
",
  "New- all/a-b.request.yaml": "$kind: http-request
name: a/b
url: https://example.com/new?a=1
method: GET
headers:
  - key: X
    value: yes
    description: why
queryParams:
  a: "1"
examples: ./.resources/a-b.resources/examples
order: 1000
",
  "create.request.yaml": undefined,
}
`);
  });

  it.each(['List.request.yaml', 'LIST.request.yml'])('gives a new request another file than %s', (taken) => {
    const edits = patched({ [taken]: LIST }, (content) => {
      content.item.push({ name: 'List', request: { method: 'GET', url: 'https://example.com' } } as unknown as Draft);
    });
    expect(Object.keys(edits ?? {})).toEqual(['List-1.request.yaml']);
  });

  it('gives a new folder another directory than one that only other files are in', () => {
    const edits = patched({ 'List.request.yaml': LIST, 'Admin/notes.txt': 'x' }, (content) => {
      content.item.push({ name: 'admin', item: [] } as unknown as Draft);
    });
    expect(Object.keys(edits ?? {})).toEqual(['admin-1/.resources/definition.yaml']);
  });

  it('gives a script without a language that of scripts', () => {
    const edits = patched(
      { 'List.request.yaml': '$kind: http-request\nurl: https://example.com\nmethod: GET\n' },
      (content) => {
        at(content, 0).event = [
          { listen: 'prerequest', script: { exec: 'a();' } },
          { listen: 'test', script: { exec: ['b();'] } },
        ];
      },
    );
    const script = (type: string, code: string) =>
      `  - type: ${type}\n    code: ${code}\n    language: text/javascript\n`;
    expect(edits?.['List.request.yaml']).toContain(
      `scripts:\n${script('beforeRequest', 'a();')}${script('afterResponse', 'b();')}`,
    );
  });

  it('has its own authorization instead of an inherited one', () => {
    const tree = {
      '.resources/definition.yaml':
        '$kind: collection\nauth:\n  - id: main\n    type: basic\n    credentials:\n      username: a\n',
      'List.request.yaml':
        '$kind: http-request\nurl: https://example.com\nmethod: GET\nauth:\n  type: inherit\n  credentials:\n    id: main\n',
    };
    const edits = patched(tree, (content) => {
      at(content, 0).request.auth = { type: 'bearer', bearer: [{ key: 'token', value: '{{t}}' }] } as unknown as Draft;
    });
    expect(edits).toEqual({
      'List.request.yaml':
        '$kind: http-request\nurl: https://example.com\nmethod: GET\nauth:\n  type: bearer\n  credentials:\n    token: "{{t}}"\n',
    });
  });

  it('keeps a file that moves to another folder, and changes the order of as few as it can', () => {
    const edits = patched(TREE, (content) => {
      const [list, create, admin] = [at(content, 0), at(content, 1), at(content, 2)];
      admin.item = [create, ...admin.item];
      content.item = [admin, list];
    });
    expect(edits).toEqual({
      'Admin/Create.request.yaml': CREATE.replace('2000', '500'),
      'Admin/.resources/definition.yaml': '$kind: collection\norder: 500\n',
      'create.request.yaml': undefined,
    });
  });

  it.each<readonly [string, (content: Draft) => void]>([
    [
      'a setting of the whole collection',
      (content) => {
        content.protocolProfileBehavior = { strictSSL: false };
      },
    ],
    [
      'a disabled body',
      (content) => {
        Object.assign(at(content, 1).request.body as object, { disabled: true });
      },
    ],
    [
      'a variable of a folder',
      (content) => {
        at(content, 2).variable = [{ key: 'a', value: '1' }];
      },
    ],
    [
      'the value of a secret',
      (content) => {
        content.variable = [{ key: 'key', value: 'abc', type: 'secret' }];
      },
    ],
    [
      'another body in a GraphQL request',
      (content) => {
        const [, ask] = at(content, 2).item;
        if (ask) ask.request.body = { mode: 'raw', raw: 'a' };
      },
    ],
  ])('is not written where the format cannot hold it: %s', (_, change) => {
    expect(patched(TREE, change)).toBeUndefined();
  });

  it('reads back as that content after any changes; no other file is written', () => {
    fc.assert(
      fc.property(fc.array(EDIT, { maxLength: 3 }), (edits) => {
        const content = structuredClone(treeOf(TREE).content) as Draft;
        for (const edit of edits) change(content, edit);
        const made = patchTree(sourceOf(TREE), content as JsonObject);
        const texts = new Map(sourceOf(TREE).files.map(({ path, text }) => [path, text]));
        for (const { path, text } of made ?? []) {
          expect(text).not.toBe(texts.get(path));
          if (text === undefined) texts.delete(path);
          else texts.set(path, text);
        }
        const files = [...texts].map(([path, text]) => ({ path, text }));
        const read = readTree(ROOT, files, { allowUnsupported: false });
        expect(canonicalCollection(read.content)).toEqual(canonicalCollection(content as JsonObject));
      }),
      { numRuns: 40 },
    );
  });
});

const TEXT = fc.oneof(
  fc.string(),
  fc.constantFrom('yes', '1', 'a: b', '{{x}}', 'two\nlines', ' ', '#', "'", '- a', 'a\n\n b\n'),
);
const ROWS = fc.uniqueArray(fc.record({ key: fc.stringMatching(/^[\w$-]{1,8}$/), value: TEXT }), {
  maxLength: 4,
  selector: ({ key }) => key,
});
const EDIT = fc.record({
  at: fc.nat(4),
  name: fc.option(TEXT.filter((name) => name !== '')),
  lines: fc.option(fc.array(TEXT, { minLength: 1, maxLength: 3 })),
  header: fc.option(ROWS),
  urlencoded: fc.option(ROWS),
  what: fc.constantFrom('keep', 'remove', 'copy'),
});

type Edit = typeof EDIT extends fc.Arbitrary<infer T> ? T : never;

function change(content: Draft, { at: index, what, ...edit }: Edit): void {
  const all = [...content.item, ...content.item.flatMap(({ item }) => item ?? [])].filter(({ request }) => request);
  const item = all[index % all.length];
  if (!item) return;
  if (what === 'copy') content.item.push(structuredClone(item));
  if (what === 'remove') content.item = content.item.filter((each) => each !== item);
  Object.assign(item, edited(item, edit));
}

function edited(item: Draft, { name, lines, header, urlencoded }: Omit<Edit, 'at' | 'what'>): object {
  const isGraphql = 'graphql' in Object(item.request.body);
  const exec = lines && ['// first', ...lines].flatMap((line) => line.split('\n'));
  const body = urlencoded && !isGraphql ? { method: 'POST', body: { mode: 'urlencoded', urlencoded } } : {};
  return {
    ...(name && { name }),
    ...(exec && { event: [{ listen: 'test', script: { type: 'text/javascript', exec } }] }),
    request: { ...item.request, ...(header && { header }), ...body },
  };
}

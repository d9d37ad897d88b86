import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { item, type Kit, lineOf, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit((request, response) => {
    if (request.url === '/text') response.end('no JSON');
  });
}, 60_000);
afterAll(() => kit.close());

const FAILS = 'pm.expect(1).to.eql(2)';

/** Scripts that fail once, at the line with the mark. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  'a name that a comment has as well': ['// pm.test("ok")', `pm.test("ok", () => { /*HERE*/`, `  ${FAILS};`, '});'],
  'a call over several lines': ['pm.test( /*HERE*/', '  "several lines",', `  () => { ${FAILS}; }`, ');'],
  'the second of two of one name': ['pm.test("same", () => {});', `pm.test("same", () => { ${FAILS} }); /*HERE*/`],
  'one of two branches': ['if (false) pm.test("or", () => {});', `else pm.test("or", () => { ${FAILS} }); /*HERE*/`],
  'a name from a list': [
    'const all = ["x"];',
    '',
    `for (const name of all) pm.test(name, () => { ${FAILS} }); /*HERE*/`,
  ],
  'a name given to a function': [
    'const check = (name, f) =>',
    '  pm.test(name, f); /*HERE*/',
    `check("x", () => ${FAILS});`,
  ],
  'a name that begins with a value': ['const c = 200;', `pm.test(c + " is it", () => { ${FAILS} }); /*HERE*/`],
  'a test that says when it is done': [
    '',
    `pm.test("d", (done) => { /*HERE*/`,
    `  setTimeout(() => done(new Error("x")), 5);`,
    '});',
  ],
  'a test inside another': ['pm.test("outer", () => {', `  pm.test("in" + "ner", () => { ${FAILS} }); /*HERE*/`, '});'],
  'a test after an answer': [`await pm.sendRequest(API);`, `pm.test("a" + 1, () => { ${FAILS} }); /*HERE*/`],
  'a test in a callback': [`pm.sendRequest(API, () => {`, `  pm.test("b" + 1, () => { ${FAILS} }); /*HERE*/`, '});'],
  'a test of the old kind': ['tests["fine"] = true;', 'tests["bad"] = false; /*HERE*/'],
  'a line that holds lines': [
    'const n = "n";\npm.test(n, () => { }); pm.test(n + 1, () => { pm.expect(1).to.eql(2) }); /*HERE*/\n',
  ],
  'an error with a made-up text': ['const text = "made" + "up";', 'throw new Error(text); /*HERE*/'],
  'an error about a name that stands elsewhere, too': ['const id = 1;', 'const body = {};', 'body.id.id; /*HERE*/'],
  'an answer that is no JSON': ['', 'pm.response.json(); /*HERE*/'],
  'a text that is no JSON': ['', 'JSON.parse("{"); /*HERE*/'],
  'a thrown text': ['', 'throw "a text"; /*HERE*/'],
  'a script that cannot be compiled': ['ok();', 'const = 1; /*HERE*/'],
  'an error in a timer': ['setTimeout(() => {', '  undefined.x; /*HERE*/', '}, 5);'],
  'a promise that nobody waits for': [
    '',
    'pm.test("async", async () => { /*HERE*/',
    '  await 1;',
    `  ${FAILS};`,
    '});',
  ],
};

describe('the line of a failure', () => {
  it('is the one of its pm.test, or of what threw', async () => {
    const items = Object.entries(SCRIPTS).map(([name, lines], index) => {
      const exec = lines.map((line) => line.replace('API', `"${kit.api}/get"`).replace('HERE', `HERE ${index}.`));
      return item(name, `${kit.api}/text`, exec);
    });
    const suite = suiteOf(items);
    const [result] = await kit.run([suite]);
    const found = result?.attempt.failures.map(({ request, position }) => [request, position?.line]);
    const wanted = Object.keys(SCRIPTS).map((name, index) => [name, lineOf(suite.collection, `HERE ${index}.`)]);
    expect(found).toEqual(wanted);
  });

  it('is found in scripts before the request, of folders and of the collection', async () => {
    const named = (where: string): object => {
      const exec = ['', `["${where}"].map((name) => pm.test(name, () => { ${FAILS} })); /*${where}*/`];
      return { event: [{ listen: where === 'before' ? 'prerequest' : 'test', script: { exec } }] };
    };
    const request = { ...item('Get', `${kit.api}/get`), ...named('before') };
    const folder = { name: 'Folder', item: [request], ...named('folder') };
    const suite = suiteOf([folder], { collection: named('collection') });
    const [result] = await kit.run([suite]);
    const found = result?.attempt.failures.map(({ assertion, position }) => [assertion, position?.line]);
    const wanted = ['before', 'collection', 'folder'];
    expect(found).toEqual(wanted.map((where) => [where, lineOf(suite.collection, `/*${where}*/`)]));
  });

  it('is told once where bail stops at it', async () => {
    const suite = suiteOf([item('Get', `${kit.api}/get`, `pm.test("bad", () => { ${FAILS} });`)], {
      options: { bail: true },
    });
    const [result] = await kit.run([suite]);
    expect(result?.attempt.failures.map(({ kind }) => kind)).toEqual(['assertion']);
  });
});

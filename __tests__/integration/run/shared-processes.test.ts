import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { item, type Kit, OK, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
});
afterAll(() => kit.close());

const suite = (name: string, script: readonly string[], more: Parameters<typeof suiteOf>[1] = {}) =>
  suiteOf([item('Call', `${kit.api}/${name}`, script)], { name, ...more });

const statuses = async (suites: Parameters<Kit['run']>[0]) =>
  (await kit.run(suites, { parallel: 1 })).map(({ suite: name, status }) => `${name}: ${status}`);

describe('suites that run in one process, one after the other', () => {
  it('see nothing of each other: neither globals, changed objects, variables nor cookies', async () => {
    const leaves = [
      'Array.prototype.left = 1; String.prototype.left = 1;',
      'pm.globals.set("left", "1"); pm.environment.set("left", "1");',
      'pm.cookies.jar().set(pm.request.url.toString(), "left", "1", () => pm.test("set", () => {}));',
    ];
    const looks = [
      'pm.test("objects", () => pm.expect([[].left, "".left]).to.eql([undefined, undefined]));',
      'pm.test("variables", () => pm.expect(pm.variables.get("left")).to.eql(undefined));',
      'pm.cookies.jar().get(pm.request.url.toString(), "left", (_, value) =>',
      '  pm.test("cookies", () => pm.expect(value).to.eql(null)));',
    ];
    expect(await statuses([suite('Leaves', leaves), suite('Looks', looks), suite('Looks again', looks)])).toEqual([
      'Leaves: passed',
      'Looks: passed',
      'Looks again: passed',
    ]);
  });

  it('fail alone when they do not end, throw, or fill the memory', async () => {
    const loops = suite('Loops', ['while (true) {}'], { options: { timeoutScriptMs: 300 } });
    const throws = suite('Throws', ['setTimeout(() => { throw new Error("late"); }, 1);', OK]);
    const fills = suite('Fills', ['const all = []; while (true) all.push(new Array(1e7).fill(all.length));']);
    const fine = (name: string) => suite(name, [OK]);
    expect(await statuses([fine('A'), loops, fine('B'), throws, fine('C'), fills, fine('D')])).toEqual([
      'A: passed',
      'Loops: failed',
      'B: passed',
      'Throws: failed',
      'C: passed',
      'Fills: failed',
      'D: passed',
    ]);
  }, 60_000);

  it('are heard each for itself: assertions of every kind of suite are counted once', async () => {
    const bails = suite('Bails', [OK, 'pm.test("no", () => pm.expect(1).to.eql(2));'], { options: { bail: true } });
    const [first, second, third] = await kit.run([suite('A', [OK]), bails, suite('B', [OK, OK])], { parallel: 1 });
    expect([first, second, third].map((result) => result?.attempt.assertions)).toEqual([
      { total: 1, failed: 0 },
      { total: 2, failed: 1 },
      { total: 2, failed: 0 },
    ]);
  });
});

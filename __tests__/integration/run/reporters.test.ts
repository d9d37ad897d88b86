import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { item, type Kit, OK, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
  const reporter = (name: string, code: string): Promise<void> =>
    kit.write(`node_modules/newman-reporter-${name}/index.js`, code);
  await reporter(
    'probe',
    `module.exports = function (newman, options, runOptions) {
      newman.on('beforeDone', (error, { summary }) => {
        const item = runOptions.collection.items.members[0];
        const seen = { options, name: runOptions.collection.name, folder: item.name, assertions: summary.run.stats.assertions };
        newman.exports.push({ name: 'probe', default: 'probe.json', path: options.export, content: JSON.stringify(seen) });
      });
    };`,
  );
  await reporter(
    'direct',
    `module.exports = function (newman, options) {
      newman.on('request', (error, { request }) => {
        require('fs').writeFileSync(options.resultsDir + '/own.txt', String(request.url));
      });
    };`,
  );
  await reporter(
    'breaks',
    `module.exports = function (newman) { newman.on('item', () => { throw new Error('no item'); }); };`,
  );
  await reporter(
    'late',
    `module.exports = function () { process.on('exit', () => { throw new Error('too late'); }); };`,
  );
}, 60_000);
afterAll(() => kit.close());

const suite = (name = 'Orders') =>
  suiteOf([{ name: 'Folder', item: [item('Get', `${kit.api}/get?q={{token}}`, OK)] }], {
    name,
    variables: { token: 'very-secret-value' },
  });

const textsOf = async (reporter: string, name = 'Orders'): Promise<string> => {
  const folder = join(kit.cwd, 'postman-report', reporter, name);
  const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
  return texts.join('\n');
};

it('hands external reporters the collection as the SDK has it, their options, and a folder for each suite', async () => {
  const reporterOptions = new Map([
    ['probe.title', 'My title'],
    ['probe.skip-headers', 'true'],
  ]);
  const results = await kit.run([suite('A'), suite('B')], { reporters: ['probe'], reporterOptions });
  expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
  expect(JSON.parse(await textsOf('probe', 'B'))).toMatchObject({
    name: 'B',
    folder: 'Folder',
    options: { title: 'My title', skipHeaders: true },
    assertions: { total: 1 },
  });
});

it('redacts secrets in files that a reporter writes itself', async () => {
  await kit.run([suite()], { reporters: ['direct'] });
  expect(await textsOf('direct')).toBe(`${kit.api}/get?q=***`);
});

it('writes the JSON of Newman itself, without secrets', async () => {
  await kit.run([suite()], { reporters: ['newman-json'] });
  const text = await textsOf('newman-json');
  expect(JSON.parse(text)).toMatchObject({
    collection: { info: { name: 'Orders' } },
    run: { stats: { requests: { total: 1 } } },
  });
  expect(text).not.toContain('very-secret-value');
});

it('fails for a reporter that throws, and reports the rest of the run', async () => {
  const [result] = await kit.run([suite()], { reporters: ['breaks'] });
  expect(result?.attempt.failures).toMatchObject([
    { kind: 'settings', message: expect.stringContaining('"breaks" failed: no item') },
  ]);
  expect(result?.attempt.assertions).toEqual({ total: 1, failed: 0 });
});

it('ends after a reporter that throws when the process exits', async () => {
  const [result] = await kit.run([suite()], { reporters: ['late'] });
  expect(result?.status).toBe('passed');
});

it('finds reporters that are not installed, and options of reporters that are not used', async () => {
  const problems = await kit.check([suite()], {
    reporters: ['absent', 'probe'],
    reporterOptions: new Map([['prob.title', 'x']]),
  });
  expect(problems.map(({ message }) => message)).toEqual([
    'reporter-options: "prob.title" is no option of a reporter in `reporters`',
    expect.stringContaining('"absent" is not installed'),
  ]);
});

it('gives scripts global variables, and exports what a run leaves behind, a file for each suite', async () => {
  const script = `${OK} pm.test("g", () => pm.expect(pm.globals.get("g")).to.eql("global-value")); pm.environment.set("made", "1");`;
  const options = { exportEnvironment: 'out/env.json', exportCookieJar: 'out/jar.json' };
  const more = { globalVariables: { g: 'global-value' }, options };
  const of = (name: string) => suiteOf([item('Get', `${kit.api}/get`, script)], { name, ...more });
  const results = await kit.run([of('A'), of('B')]);
  expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
  expect((await readdir(join(kit.cwd, 'out'))).sort()).toEqual([
    'env-A.json',
    'env-B.json',
    'jar-A.json',
    'jar-B.json',
  ]);
  expect(JSON.parse(await readFile(join(kit.cwd, 'out/env-B.json'), 'utf8'))).toMatchObject({
    _postman_variable_scope: 'environment',
    values: [{ key: 'made', value: '1' }],
  });
});

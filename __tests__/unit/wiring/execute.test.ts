import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Log } from '../../../src/sync/ports.ts';
import { execute } from '../../../src/wiring/execute.ts';
import type { Host } from '../../../src/wiring/host.ts';

const silent: Log = { line() {}, notice() {}, warning() {}, waiting: () => () => {}, group() {} };
let cwd = '';

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'execute-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const run = (inputs: Readonly<Record<string, string>>, host: Partial<Host> = {}) =>
  execute(new Map(Object.entries(inputs)), { cwd, env: {}, log: silent, entry: '', ...host });

describe('a run with wrong settings', () => {
  it('is reported as the configuration says, whatever else is wrong in it', async () => {
    const text = 'report-dir: out\nreporters: [json]\ncomment: never\nretires: 2\n';
    await writeFile(join(cwd, 'postman-sync.yaml'), text);
    const { report, paths, settings } = await run({ command: 'test' });
    expect(report).toMatchObject({
      verdict: 'error',
      problems: [{ path: 'postman-sync.yaml', position: { line: 4, column: 1 } }],
    });
    expect(paths).toEqual({ report: 'out/report.json' });
    expect(settings.github.comment).toBe('never');
    expect((await readdir(cwd)).sort()).toEqual(['out', 'postman-sync.yaml']);
    expect(await readdir(join(cwd, 'out'))).toEqual(['report.json']);
  });

  it('reports a wrong input together with a wrong key', async () => {
    await writeFile(join(cwd, 'postman-sync.yaml'), 'retires: 2\n');
    const { report } = await run({ command: 'test', comment: 'sometimes' });
    expect(report.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('retires'),
      'comment: "sometimes" is not one of auto, always, never',
    ]);
  });

  it('has no confidential input in its report', async () => {
    const { report } = await run({
      command: 'test',
      project: 'ghs_secret',
      'api-url': 'ghs_secret',
      'github-token': 'ghs_secret',
    });
    expect(JSON.stringify(report)).not.toContain('ghs_secret');
  });
});

describe('a report that cannot be written', () => {
  it('is a problem of the run, which names the reports that are written', async () => {
    await mkdir(join(cwd, 'out', 'junit.xml'), { recursive: true });
    const inputs = { command: 'test', 'report-dir': 'out', reporters: 'json, junit, html' };
    const { report, paths } = await run(inputs);
    expect(report.problems.at(-1)).toMatchObject({ code: 'report-dir', message: expect.stringContaining('out') });
    expect(paths).toEqual({ report: 'out/report.json', html: 'out/index.html' });
    expect((await readdir(join(cwd, 'out'))).sort()).toEqual(['index.html', 'junit.xml', 'report.json']);
  });
});

describe('a run of the suites alone', () => {
  it('sends the key nowhere, and does not say that it does', async () => {
    const lines: string[] = [];
    const log: Log = { ...silent, line: (text) => lines.push(text) };
    const { report } = await run(
      { command: 'test', 'api-url': 'http://127.0.0.1:1', 'postman-api-key': 'PMAK-1' },
      { log },
    );
    expect(report.problems.map(({ code }) => code)).toEqual(['no-file']);
    expect(lines.join()).not.toContain('key');
  });
});

describe('a refused run', () => {
  it("does not read the configuration, which may be a stranger's", async () => {
    await writeFile(join(cwd, 'postman-sync.yaml'), 'report-dir: elsewhere\n');
    const refuse = ({ command }: { readonly command: string }) => ({
      code: 'fork-refused' as const,
      message: `${command} is refused`,
      remedy: 'None.',
    });
    const { report, paths } = await run({ command: 'apply', reporters: 'json' }, { refuse });
    expect(report.problems).toMatchObject([{ code: 'fork-refused', message: 'apply is refused' }]);
    expect(paths).toEqual({ report: 'postman-report/report.json' });
  });
});

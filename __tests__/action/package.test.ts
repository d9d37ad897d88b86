import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collection, environment, request } from '../support/collections.ts';

const run = promisify(execFile);

/** `npm` is a script on Windows, which only a shell starts. */
const npm = (cwd: string, ...args: readonly string[]) =>
  run('npm', [...args], { cwd, shell: process.platform === 'win32', timeout: 60_000 });

/** A user's program: starts the emulator from the package, and the command line as a shell would. */
const PROGRAM = `
import { execFile } from 'node:child_process';
import { createEmulator } from 'postman-sync/emulator';

const emulator = await createEmulator({ port: 0 });
const env = { ...process.env, CI: '', GITHUB_ACTIONS: '', POSTMAN_API_KEY: emulator.apiKey, POSTMAN_API_URL: emulator.url };
const command = (...args) =>
  new Promise((done) => {
    const startedAt = Date.now();
    const bin = 'node_modules/postman-sync/dist/index.js';
    execFile(process.execPath, [bin, ...args], { env }, (error, out, err) =>
      done({ code: error ? error.code : 0, out, err, ms: Date.now() - startedAt }));
  });
const demo = await command('demo');
const variables = ['--variables', 'baseUrl=' + emulator.url, '--report-dir', 'mine'];
const [version, plan, test] = await Promise.all([
  command('--version'),
  command('plan', '--workspace', emulator.workspaceId, '--project', 'acme/shop', '--run', 'none', '--report-dir', 'plan'),
  command('test', ...variables),
]);
await emulator.close();
console.log(JSON.stringify({ demo, version, plan, test }));
`;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-package-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const tested = {
  ...request('ping'),
  event: [{ listen: 'test', script: { exec: ["pm.test('answers', () => pm.response.to.have.status(401));"] } }],
};

describe('the package', () => {
  it('is small, installs without a network into an empty folder, and works there', async () => {
    const packed = await npm(process.cwd(), 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
    const [{ filename }] = JSON.parse(packed.stdout) as [{ readonly filename: string }];
    // The pages say 2.5 MB.
    expect((await stat(join(folder, filename))).size).toBeLessThan(3_000_000);
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
    await writeFile(join(folder, 'ping.postman_collection.json'), JSON.stringify(collection('Ping', tested)));
    await writeFile(join(folder, 'a.postman_environment.json'), JSON.stringify(environment('Local')));
    await writeFile(join(folder, 'program.js'), PROGRAM);

    const { stdout } = await run(process.execPath, ['program.js'], { cwd: folder, timeout: 100_000 });
    const { demo, version, plan, test } = JSON.parse(stdout) as Record<'demo' | 'version' | 'plan' | 'test', Ended>;
    const codes = [demo, version, plan, test].map(({ code, out, err }) => ({ code, log: code === 0 ? '' : out + err }));
    expect(codes).toEqual([demo, version, plan, test].map(() => ({ code: 0, log: '' })));
    expect(version.out).toMatch(
      /^postman-sync \d+\.\d+\.\d+ · Node [\d.]+ · Newman [\d.]+ · postman-runtime [\d.]+\n$/,
    );
    expect(plan.out).toContain('2 to create');
    expect(test.out).toContain('1 assertion passed');
    expect(demo.ms).toBeLessThan(20_000);
    expect(demo.out).toContain('no changes');
    expect(await readFile(join(folder, 'postman-report', 'index.html'), 'utf8')).toContain('<html');
  }, 150_000);
});

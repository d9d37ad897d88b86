import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CodeCache, codeCacheFile } from '../../src/code-cache.ts';

const CHUNK = `(function(exports,createRequire,url){exports.id=7;exports.modules={1:()=>createRequire(url)("node:path").sep}})`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-code-'));
  await writeFile(join(folder, '7.js'), CHUNK);
});
afterAll(() => rm(folder, { recursive: true }));

const chunkOf = (cache: CodeCache) => cache.chunk(join(folder, '7.js'), { ids: [7], modules: [1] });

/** Runs the module of the chunk, which reads the chunk. */
const load = (cache: CodeCache) => chunkOf(cache).modules[1]?.();

describe('compiled code', () => {
  it('is kept by the run that compiled it, and only then written', async () => {
    const file = join(folder, 'kept', 'build', 'run.bin');
    const first = new CodeCache(file);
    expect(load(first)).toBe(sep);
    first.save();
    const written = await readFile(file);
    const second = new CodeCache(file);
    expect(load(second)).toBe(sep);
    await rm(file);
    second.save();
    expect(await readdir(join(folder, 'kept', 'build'))).toEqual([]);
    await writeFile(file, written);
  });

  it('that is cut off, of another file, or nonsense is compiled again', async () => {
    const file = join(folder, 'kept', 'build', 'run.bin');
    const flip = async () => {
      const bytes = await readFile(file);
      await writeFile(file, bytes.fill(0, 200, 240));
    };
    for (const spoil of [() => truncate(file, 90), () => writeFile(file, 'no'), () => writeFile(file, ''), flip]) {
      await spoil();
      const cache = new CodeCache(file);
      expect(load(cache)).toBe(sep);
      cache.save();
      expect((await readFile(file)).length).toBeGreaterThan(90);
    }
    await writeFile(join(folder, '7.js'), CHUNK.replace('.sep', '.delimiter'));
    expect(load(new CodeCache(file))).toBe(delimiter);
  });

  it('is read when a module is first used, once for all modules of the chunk', async () => {
    const file = join(folder, 'used.js');
    const chunk = new CodeCache().chunk(file, { ids: [8], modules: [1, 2] });
    expect(chunk.ids).toEqual([8]);
    const counts = 'let uses = 0; exports.modules = { 1() { return [String(this), ++uses] }, 2: () => ++uses };';
    await writeFile(file, `(function (exports) { ${counts} })`);
    const { modules } = chunk;
    expect([modules[1]?.call('its exports'), modules[2]?.()]).toEqual([['its exports', 1], 2]);
  });

  it('is kept nowhere where that is switched off, in CI, or when the folder cannot be written', async () => {
    expect(codeCacheFile('cli-plan', { NODE_DISABLE_COMPILE_CACHE: '1' })).toBeUndefined();
    for (const name of ['CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'JENKINS_URL'])
      expect(codeCacheFile('cli-plan', { [name]: 'true' })).toBeUndefined();
    const file = join(folder, '7.js', 'below', 'a-file.bin');
    const cache = new CodeCache(file);
    load(cache);
    expect(() => cache.save()).not.toThrow();
  });

  it('of each kind of run has a file of its own, whatever the kind is called', () => {
    const [plan, hostile] = [codeCacheFile('cli-plan', {}), codeCacheFile('cli-../../../x', {})];
    expect(plan).toMatch(/compiled.*cli-plan-\w+\.bin$/);
    expect(hostile).toMatch(/cli-x-\w+\.bin$/);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRepositoryFiles } from '../../../src/files/repository-files.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'postman-sync-repository-'));
  execFileSync('git', ['init', '--quiet'], { cwd });
});
afterEach(() => rm(cwd, { recursive: true }));

const commit = () => {
  execFileSync('git', ['add', '--all'], { cwd });
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  execFileSync('git', [...identity, 'commit', '--quiet', '--message', 'x'], { cwd });
};
const onUnix = process.platform === 'win32' ? it.skip : it;

describe('the files of a repository', () => {
  it('are written with their folders, leave no draft behind, and can be removed', async () => {
    const files = createRepositoryFiles(cwd);
    await files.write('a/b/c.json', '{}');
    expect([await files.exists('a/b/c.json'), await files.read('a/b/c.json')]).toEqual([true, '{}']);
    await files.write('a/b/c.json', '{"ä":1}');
    expect(await readdir(join(cwd, 'a/b'))).toEqual(['c.json']);
    expect(await readFile(join(cwd, 'a/b/c.json'), 'utf8')).toBe('{"ä":1}');
    await files.remove('a/b/c.json');
    expect(await files.exists('a/b/c.json')).toBe(false);
  });

  it('keep their encoding', async () => {
    const files = createRepositoryFiles(cwd);
    await writeFile(join(cwd, 'a.json'), Buffer.from('\uFEFF{"ä":1}', 'utf16le'));
    const text = await files.read('a.json');
    expect(text).toBe('\uFEFF{"ä":1}');
    await files.write('a.json', text.replace('1', '2'));
    expect(await readFile(join(cwd, 'a.json'), 'utf16le')).toBe('\uFEFF{"ä":2}');
  });

  onUnix('are written through links inside the checkout, and never outside of it', async () => {
    const files = createRepositoryFiles(cwd);
    await files.write('real.json', '1');
    await symlink('real.json', join(cwd, 'link.json'));
    await files.write('link.json', '2');
    expect(await files.read('real.json')).toBe('2');
    const outside = await mkdtemp(join(tmpdir(), 'postman-sync-outside-'));
    await symlink(outside, join(cwd, 'away'));
    await expect(files.write('away/a.json', '3')).rejects.toThrow('leads out of the checkout, and is not written');
    expect(await readdir(outside)).toEqual([]);
    await rm(outside, { recursive: true });
  });

  it('are uncommitted where git would miss them: changed, new or ignored', async () => {
    await writeFile(join(cwd, '.gitignore'), 'ignored.json\n');
    for (const name of ['same', 'changed']) await writeFile(join(cwd, `${name}.json`), '1');
    commit();
    await writeFile(join(cwd, 'changed.json'), '2');
    for (const name of ['new', 'ignored', '--flag']) await writeFile(join(cwd, `${name}.json`), '1');
    await mkdir(join(cwd, 'folder'));
    const paths = ['same.json', 'changed.json', 'new.json', 'ignored.json', '--flag.json', 'folder', 'missing.json'];
    expect([...(await createRepositoryFiles(cwd).uncommitted(paths))]).toEqual([
      ...['changed.json', 'new.json', 'ignored.json', '--flag.json'],
    ]);
    await rm(join(cwd, '.git'), { recursive: true });
    expect((await createRepositoryFiles(cwd).uncommitted(paths)).size).toBe(0);
  });
});

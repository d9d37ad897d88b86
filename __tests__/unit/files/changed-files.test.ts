import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createChangedFiles } from '../../../src/files/changed-files.ts';
import { belowFolder } from '../../../src/files/paths.ts';

let folder: string;

const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
const git = (...args: readonly string[]): string =>
  execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

async function commit(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) await write(path, text);
  git('add', '-A');
  git('commit', '-qm', 'work');
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changed-files-'));
  git('init', '-q', '-b', 'main');
  await commit({ 'api/a.json': '1', 'b.json': '1', 'old name.json': 'the same text in both' });
  git('checkout', '-qb', 'feature');
  await commit({ 'api/a.json': '2' });
  git('mv', 'old name.json', 'new näme.json');
  git('commit', '-qm', 'rename');
  git('checkout', '-q', 'main');
  await commit({ 'b.json': 'changed on main meanwhile' });
  git('checkout', '-q', 'feature');
});

afterEach(() => rm(folder, { recursive: true }));

describe('changed files', () => {
  it('are those since the merge base, including uncommitted and new files', async () => {
    await write('api/new.json', '1');
    const changes = await createChangedFiles({ cwd: folder, base: 'main' })(undefined);
    expect(changes).toMatchObject({ kind: 'changed', since: 'main' });
    const paths = changes.kind === 'changed' ? [...changes.paths].sort() : [];
    expect(paths).toEqual(['api/a.json', 'api/new.json', 'new näme.json', 'old name.json']);
  });

  it('are relative to the working directory', async () => {
    const changes = await createChangedFiles({ cwd: join(folder, 'api') })('main');
    expect(changes.kind === 'changed' && changes.paths).toEqual(expect.arrayContaining(['a.json', '../old name.json']));
    expect(belowFolder('src/x.ts', 'src/')).toBe('x.ts');
    expect(belowFolder('lib/x.ts', 'src/api/')).toBe('../../lib/x.ts');
  });

  it('are asked of the host of the repository where the history is not there', async () => {
    const compareRemote = async (revision: string) => [`${revision}.json`];
    const changes = await createChangedFiles({ cwd: folder, base: 'f'.repeat(40), compareRemote })(undefined);
    expect(changes).toMatchObject({ kind: 'changed', since: 'f'.repeat(40), paths: [`${'f'.repeat(40)}.json`] });
    expect(changes.kind === 'changed' && changes.files).toEqual(['api/a.json', 'b.json', 'new näme.json']);
  });

  it('are not known for a revision that is not there, an option of git, or outside pull requests', async () => {
    const changed = createChangedFiles({ cwd: folder });
    expect(await changed('nowhere')).toEqual({ kind: 'unknown', revision: 'nowhere', asked: true });
    expect(await changed('--output=x')).toMatchObject({ kind: 'unknown' });
    expect(await changed(undefined)).toEqual({ kind: 'no-base' });
  });
});

import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBackups, makeFolderWithoutLinks, writeText } from '../../../src/files/write.ts';
import { listed } from '../../support/state-builders.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const resource = (note: string) => ({ ...listed(1, 'Orders: "all"'), content: { note } });

describe('a backup', () => {
  it('is named after the resource, as far as file systems take the name', async () => {
    const path = await createBackups(folder, 'report').keep(resource('a'));
    expect(path).toBe(join('report', 'backup', 'collection', `Orders_ _all_-${listed(1, '').uid}.json`));
    expect(JSON.parse(await readFile(join(folder, path), 'utf8'))).toEqual({ note: 'a' });
  });

  it('keeps the backup of an earlier run with other content', async () => {
    const { keep } = createBackups(folder, 'report');
    for (const note of ['a', 'a', 'b']) await keep(resource(note));
    const names = await readdir(join(folder, 'report', 'backup', 'collection'));
    const texts = await Promise.all(
      names.map((name) => readFile(join(folder, 'report', 'backup', 'collection', name), 'utf8')),
    );
    expect(texts.map((text) => JSON.parse(text).note).sort()).toEqual(['a', 'b']);
  });

  it('that cannot be written is an error with path and reason', async () => {
    await writeFile(join(folder, 'report'), 'a file where a folder should be');
    await expect(createBackups(folder, 'report').keep(resource('a'))).rejects.toThrow(
      /^its backup cannot be written to report.*Orders.*\.json \(E[A-Z]+\)$/,
    );
  });
});

const onUnix = process.platform === 'win32' ? describe.skip : describe;

onUnix('a link in the checkout', () => {
  let outside: string;

  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'postman-sync-outside-'));
    await writeFile(join(outside, 'profile'), 'mine');
  });
  afterEach(() => rm(outside, { recursive: true }));

  it('at the place of a report is replaced, not followed', async () => {
    await mkdir(join(folder, 'report'));
    await symlink(join(outside, 'profile'), join(folder, 'report', 'report.json'));
    await writeText('report/report.json', 'new', folder);
    expect(await readFile(join(outside, 'profile'), 'utf8')).toBe('mine');
    expect(await readFile(join(folder, 'report', 'report.json'), 'utf8')).toBe('new');
    expect((await lstat(join(folder, 'report', 'report.json'))).isFile()).toBe(true);
  });

  it('at the place of the report folder or of a folder in it keeps anything from being written', async () => {
    await symlink(outside, join(folder, 'report'));
    await expect(writeText('report/report.json', 'new', folder)).rejects.toThrow('leads out of the checkout');
    await rm(join(folder, 'report'));
    await mkdir(join(folder, 'report'));
    await symlink(outside, join(folder, 'report', 'backup'));
    await expect(createBackups(folder, 'report').keep(resource('a'))).rejects.toThrow(
      'a link leads out of the checkout',
    );
    expect(await readdir(outside)).toEqual(['profile']);
  });

  it('to another folder of the checkout is followed', async () => {
    await mkdir(join(folder, 'real'));
    await symlink(join(folder, 'real'), join(folder, 'report'));
    await writeText('report/a/report.json', 'new', folder);
    expect(await readFile(join(folder, 'real', 'a', 'report.json'), 'utf8')).toBe('new');
  });

  it('is removed from a folder that an external reporter writes to', async () => {
    await mkdir(join(folder, 'report'));
    await symlink(join(outside, 'profile'), join(folder, 'report', 'out.html'));
    await writeFile(join(folder, 'report', 'kept.html'), 'kept');
    await makeFolderWithoutLinks('report', folder);
    expect(await readdir(join(folder, 'report'))).toEqual(['kept.html']);
    expect(await readFile(join(outside, 'profile'), 'utf8')).toBe('mine');
  });
});

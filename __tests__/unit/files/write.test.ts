import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBackups } from '../../../src/files/write.ts';
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

  it('leaves that of an earlier run where its content was another one', async () => {
    const { keep } = createBackups(folder, 'report');
    for (const note of ['a', 'a', 'b']) await keep(resource(note));
    const names = await readdir(join(folder, 'report', 'backup', 'collection'));
    const texts = await Promise.all(
      names.map((name) => readFile(join(folder, 'report', 'backup', 'collection', name), 'utf8')),
    );
    expect(texts.map((text) => JSON.parse(text).note).sort()).toEqual(['a', 'b']);
  });

  it('that cannot be written says where and why', async () => {
    await writeFile(join(folder, 'report'), 'a file where a folder should be');
    await expect(createBackups(folder, 'report').keep(resource('a'))).rejects.toThrow(
      /^its backup cannot be written to report.*Orders.*\.json \(E[A-Z]+\)$/,
    );
  });
});

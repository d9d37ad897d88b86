import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPlainJson } from '../../../src/files/read-plain-json.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-plain-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (name: string, maxBytes = 100) => readPlainJson(join(folder, name), maxBytes);
const onUnix = process.platform === 'win32' ? it.skip : it;

describe('an untrusted JSON file', () => {
  it('is read up to a size', async () => {
    await writeFile(join(folder, 'a.json'), '{"a":1}');
    expect(await read('a.json', 7)).toEqual({ ok: true, value: { a: 1 } });
    expect(await read('a.json', 6)).toMatchObject({
      ok: false,
      absent: false,
      reason: expect.stringContaining('has 7'),
    });
  });

  it('is absent, or no JSON', async () => {
    await writeFile(join(folder, 'a.json'), '{');
    expect(await read('a.json')).toMatchObject({
      ok: false,
      absent: false,
      reason: expect.stringMatching(/is not JSON$/),
    });
    for (const name of ['none.json', 'a.json/b.json'])
      expect(await read(name)).toMatchObject({
        ok: false,
        absent: true,
        reason: expect.stringContaining('cannot be read'),
      });
  });

  onUnix('is neither a folder nor a link', async () => {
    await symlink('none', join(folder, 'link.json'));
    expect(await read('.')).toMatchObject({
      ok: false,
      absent: false,
      reason: expect.stringContaining('not a plain file'),
    });
    expect(await read('link.json')).toMatchObject({
      ...{ ok: false, absent: false },
      reason: expect.stringContaining('it is a symbolic link'),
    });
  });
});

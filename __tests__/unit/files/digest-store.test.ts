import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { orThrow } from '../../../src/core/model/problem.ts';
import type { FileDigest } from '../../../src/core/model/resource.ts';
import { buildDesiredState } from '../../../src/core/plan/desired.ts';
import { DigestStore } from '../../../src/files/digest-store.ts';
import { createFiles } from '../../../src/files/read.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-digests-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PATH = 'large.postman_collection.json';
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const large = (name: string, more: object = {}) => ({
  info: { name, schema: SCHEMA, _postman_id: '12ece9e1-2abf-4edc-8e34-de66e74114d2' },
  item: [{ name: 'Get', request: { method: 'GET', url: 'http://localhost', description: 'x'.repeat(100_000) } }],
  ...more,
});
const write = (content: object | string) =>
  writeFile(join(folder, PATH), typeof content === 'string' ? content : JSON.stringify(content));

const selection = { pattern: '*.postman_collection.json', base: '', explicit: true };
const settings = { collections: [selection], environments: [], exclude: [], allowUnsupported: false };
const store = () => join(folder, 'cache', 'digests.json');

async function resource() {
  const material = await createFiles(folder, undefined, store()).read(settings);
  const [one] = orThrow(buildDesiredState(material.loaded)).resources;
  return { problems: material.problems, one, file: material.loaded[0]?.file };
}

describe('a large file', () => {
  it('has the same name, fingerprint and content whether or not its bytes are known', async () => {
    await write(large('Large'));
    const [first, again] = [await resource(), await resource()];
    expect(again.one?.fingerprint).toBe(first.one?.fingerprint);
    expect(again.one).toMatchObject({ name: 'Large', content: large('Large') });
    expect(again.file?.digest?.id).toBe('12ece9e1-2abf-4edc-8e34-de66e74114d2');
    expect(again.file?.locate(['item', 0])).toEqual(first.file?.locate(['item', 0]));
  });

  it('is found by its bytes: other content has another fingerprint', async () => {
    await write(large('Large'));
    const before = await resource();
    await write(large('Large', { variable: [{ key: 'a', value: '1' }] }));
    expect((await resource()).one?.fingerprint).not.toBe(before.one?.fingerprint);
  });

  it('is checked every time as long as something is wrong with it', async () => {
    const twice = JSON.stringify(large('Large')).replace('{"info"', '{"a":1,"a":2,"info"');
    await write(twice);
    expect((await resource()).problems).toHaveLength(1);
    expect((await resource()).problems).toHaveLength(1);
  });

  it('that changes between reading and use is a problem, not another content', async () => {
    await write(large('Large'));
    const { one } = await resource();
    await write(large('Other'));
    expect(() => one?.content).toThrow('changed while it was being used');
  });

  it('is read as usual where the record is broken', async () => {
    await write(large('Large'));
    await resource();
    expect(await readFile(store(), 'utf8')).toContain('"Large"');
    await writeFile(store(), '[[1]]');
    expect((await resource()).one?.name).toBe('Large');
  });
});

describe('the record of known files', () => {
  const digest = { name: 'Orders', fingerprint: 'f' } as FileDigest;
  const at = (name: string) => join(folder, 'records', name, 'digests.json');

  it('is written where something is new, for the user alone', async () => {
    const record = new DigestStore(at('new'));
    record.set('key', digest);
    record.save();
    expect(new DigestStore(at('new')).get('key')).toEqual(digest);
    if (process.platform === 'win32') return;
    const modes = await Promise.all([at('new'), join(at('new'), '..')].map(async (path) => (await stat(path)).mode));
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o700]);
  });

  it('is not written where nothing is new', async () => {
    const record = new DigestStore(at('same'));
    expect(record.get('key')).toBeUndefined();
    record.save();
    await expect(stat(at('same'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('may be unwritable, and lie nowhere', async () => {
    await writeFile(join(folder, 'file'), '');
    for (const path of [join(folder, 'file', 'digests.json'), undefined]) {
      const record = new DigestStore(path);
      record.set('key', digest);
      record.save();
      expect(record.get('key')).toEqual(digest);
    }
  });
});

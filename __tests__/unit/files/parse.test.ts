import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DigestStore } from '../../../src/files/digest-store.ts';
import { readSource } from '../../../src/files/parse.ts';
import { collection, request } from '../../support/collections.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'postman-sync-parse-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const read = async (content: object) => {
  await writeFile(join(cwd, 'a.json'), JSON.stringify(content));
  const { source } = await readSource('a.json', { cwd, kind: 'collection', digests: new DigestStore(undefined) });
  if (!source) throw new Error('a source is expected');
  await rm(join(cwd, 'a.json'));
  return source;
};

describe('a file that cannot be read', () => {
  it('is a problem that names the reason', async () => {
    const digests = new DigestStore(undefined);
    expect(await readSource('missing.json', { cwd, kind: 'collection', digests })).toEqual({
      problems: [
        {
          code: 'file-unreadable',
          path: 'missing.json',
          message: 'The file cannot be read (ENOENT)',
          remedy: 'Check that it exists and may be read.',
        },
      ],
    });
  });
});

describe('a file that vanishes while it is used', () => {
  it('costs the positions of its failures, and no result', async () => {
    const source = await read(collection('Orders', request('a')));
    expect(source.locate(['item', 0])).toEqual({ line: 1, column: 1 });
  });

  it('is a problem where its content is still needed', async () => {
    const source = await read(collection('Orders', request('a', { description: 'x'.repeat(100_000) })));
    expect(() => source.content).toThrow('can no longer be read (ENOENT)');
  });
});

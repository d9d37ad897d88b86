import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRows } from '../../../src/run/data.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rows-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rows = async (content: string | Uint8Array, name = 'data') => {
  const path = join(folder, name);
  await writeFile(path, content);
  return readRows(path);
};

describe('a data file', () => {
  it.each([
    ['JSON', '[{"a":1},{"a":"x"}]', [{ a: 1 }, { a: 'x' }]],
    ['JSON with a byte order mark', '\ufeff[{"a":1}]', [{ a: 1 }]],
    [
      'CSV',
      'a,b\n1, x \n-2.5,"007"\n',
      [
        { a: 1, b: 'x' },
        { a: -2.5, b: '007' },
      ],
    ],
    ['CSV with a byte order mark', '\ufeffa\n1', [{ a: 1 }]],
    ['Latin-1', Uint8Array.from([0x61, 0x0a, 0xe4]), [{ a: 'ä' }]],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0xe4, 0]), [{ a: 'ä' }]],
  ])('is read as %s', async (_, content, expected) => {
    expect(JSON.parse(JSON.stringify(await rows(content)))).toEqual(expected);
  });

  it.each([
    ['empty', 'data', '', /is empty/],
    ['without rows', 'data', 'a,b\n', /has no rows/],
    ['an empty array', 'data', '[]', /has no rows/],
    ['an object', 'data', '{"a":1}', /not an array of objects/],
    ['an array of numbers', 'data', '[1]', /not an array of objects/],
    ['broken JSON', 'data', '[{"a":1},', /not valid JSON/],
    ['no JSON, by its name', 'data.json', 'a,b', /not valid JSON/],
    ['broken CSV', 'data', 'a,b\n"1,2\n', /not valid CSV/],
  ])('that is %s is refused', async (_, name, content, message) => {
    await expect(rows(content, name)).rejects.toThrow(message);
  });

  it('that is broken JSON is told by line', async () => {
    await expect(rows('\n[{"a":1},\n {"a":1 "b":2}]')).rejects.toThrow(
      /not valid JSON: .+ \(line 3, column 9\)\. Correct/,
    );
  });

  it('that is not there is named', async () => {
    await expect(readRows('gone.csv')).rejects.toThrow('The data file "gone.csv" cannot be read: it does not exist.');
  });
});

import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { programEntry } from '../../support/compile.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-convert-'));
  await mkdir(join(folder, 'Orders'));
  await writeFile(join(folder, 'Orders/List.request.yaml'), '$kind: http-request\nurl: https://example.com\n');
  await mkdir(join(folder, 'Chat'));
  await writeFile(join(folder, 'Chat/a.request.yaml'), '$kind: http-request\nurl: https://example.com\n');
  await writeFile(join(folder, 'Chat/b.request.yaml'), '$kind: websocket-request\nurl: wss://example.com\n');
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const convert = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programEntry(), 'convert', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('convert', () => {
  it('prints one v2.1 document and says that nothing is lost', () => {
    const { status, stdout, stderr } = convert('Orders/');
    expect([status, stderr]).toEqual([0, 'Converted completely: v2.1 holds everything.\n']);
    expect(JSON.parse(stdout)).toMatchObject({ info: { name: 'Orders' }, item: [{ name: 'List' }] });
  });

  it('rejects content that v2.1 cannot contain, or omits it and says so', () => {
    expect(convert('Chat')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Chat/b.request.yaml:1:8'),
    });
    const left = convert('Chat', '--allow-unsupported');
    expect(left).toMatchObject({ status: 0, stderr: expect.stringContaining('"b" (WebSocket request)') });
    expect(JSON.parse(left.stdout).item).toHaveLength(1);
  });

  it.each([
    [[], 'DIR: is missing'],
    [['Orders', 'Chat'], 'exactly one directory'],
    [['nowhere'], 'nowhere is not the directory of a collection'],
    [['--nothing'], 'convert has no such flag'],
  ])('refuses %j', (args, message) => {
    expect(convert(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
  });
});

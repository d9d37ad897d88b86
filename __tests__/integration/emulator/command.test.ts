import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { programEntry } from '../../support/compile.ts';

const emulate = (...flags: readonly string[]) => spawn(process.execPath, [programEntry(), 'emulate', ...flags]);

/** Windows knows no signals: the process is ended there. */
const stopped = process.platform === 'win32' ? null : 0;

const stop = async (child: ChildProcess): Promise<unknown> => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  return (await ended)[0];
};

describe('the emulate command', () => {
  it('keeps running when its output is closed after the first line', async () => {
    const child = emulate('--port', '0');
    const [chunk] = await once(child.stdout, 'data');
    child.stdout.destroy();
    const { url, apiKey } = JSON.parse(String(chunk).split('\n')[0] ?? '') as Record<string, string>;
    const status = async () => (await fetch(`${url}/me`, { headers: { 'x-api-key': apiKey ?? '' } })).status;
    expect([await status(), await status(), await status()]).toEqual([200, 200, 200]);
    expect(await stop(child)).toBe(stopped);
  });

  it('stops cleanly on a signal right after the first line', async () => {
    const codes = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const child = emulate('--port', '0');
        await once(child.stdout, 'data');
        return stop(child);
      }),
    );
    expect(codes).toEqual(codes.map(() => stopped));
  });

  it.each([
    [['--port', 'many', '--fault', 'often'], /^--port: "many".*The fault "often" cannot be read/s],
    [
      ['--profile', 'nowhere.json'],
      /^nowhere\.json The profile cannot be read \(ENOENT\) \[file-unreadable\]\n {2}Check/,
    ],
    [['--seed', 'nowhere'], /^The seed folder nowhere cannot be read/],
  ])('starts with no wrong flag: %j', async (flags, told) => {
    const child = emulate(...flags);
    const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    expect([out, code]).toEqual(['', 2]);
    expect(error).toMatch(told);
  });

  it('reports at its end when the state could not be written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'emulate-state-'));
    const state = join(folder, 'state');
    const child = emulate('--port', '0', '--state', state);
    const [chunk] = await once(child.stdout, 'data');
    await rm(state, { recursive: true, force: true, maxRetries: 5 });
    await writeFile(state, 'a file where the folder was');
    await fetch(JSON.parse(String(chunk).split('\n')[0] ?? '').url);
    const error = text(child.stderr);
    const code = await stop(child);
    await rm(folder, { recursive: true });
    if (process.platform === 'win32') return;
    expect([code, await error]).toEqual([
      2,
      expect.stringMatching(/^The emulator's state cannot be written to [^\n]+\n$/),
    ]);
  });

  it('fails with the number of a port in use, and the remedy', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const child = emulate('--port', String(port));
    const [error, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    other.close();
    expect([code, error]).toEqual([
      2,
      `The emulator cannot listen on port ${port}: the port is in use; choose another port, or 0 for any free port.\n`,
    ]);
  });
});

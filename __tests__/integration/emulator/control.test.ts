import { request } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../src/emulator/index.ts';
import { start } from './start.ts';

describe('the control endpoints of the emulator', () => {
  const ask = (emulator: Emulator, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${emulator.url}/__journal`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });

  it('reject a web page that uses another name for loopback', async () => {
    const emulator = await start();
    expect(await ask(emulator, {})).toBe(200);
    expect(await ask(emulator, { host: 'localhost:4010' })).toBe(200);
    expect(await ask(emulator, { host: 'rebound.example.com' })).toBe(403);
  });

  it('reject a web page of another origin', async () => {
    const emulator = await start();
    expect(await ask(emulator, { origin: 'http://localhost:3000' })).toBe(200);
    expect(await ask(emulator, { origin: 'https://elsewhere.example.com' })).toBe(403);
    expect(await ask(emulator, { origin: 'null' })).toBe(403);
  });

  it.each([
    ['GET', '/__reset'],
    ['POST', '/__journal'],
    ['GET', '/__jurnal'],
  ])('say which there are when asked for %s %s', async (method, path) => {
    const emulator = await start();
    const { status, body } = await emulator.control(method, path);
    expect([status, body.error.message]).toEqual([404, expect.stringContaining(`no ${method} ${path}`)]);
    expect(body.error.message).toContain('POST /__reset');
    expect(emulator.journal).toEqual([]);
  });

  it('create keys for both users', async () => {
    const emulator = await start();
    const me = async (body: unknown) => {
      const { key } = (await emulator.control('POST', '/__keys', body)).body;
      return (await emulator.call('GET', '/me', undefined, { 'x-api-key': key })).body.user?.username;
    };
    expect(await me({})).toBe('robin-emulated');
    expect(await me({ user: 'teammate' })).toBe('kim-emulated');
    expect(await me({ user: 'owner', expired: true })).toBeUndefined();
    expect((await emulator.control('POST', '/__keys', { user: 'nobody' })).status).toBe(400);
  });

  it.each([-1, 'soon', 1e300])('refuse to move the clock by %j', async (advanceMs) => {
    const emulator = await start();
    expect((await emulator.control('POST', '/__clock', { advanceMs })).status).toBe(400);
    expect((await emulator.call('GET', '/me')).status).toBe(200);
  });
});

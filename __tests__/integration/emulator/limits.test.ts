import { describe, expect, it } from '@jest/globals';
import { collectionNamed, start } from './start.ts';

const noon = Date.UTC(2026, 10, 23, 12);

describe('limits', () => {
  it('are in the headers of every response, and follow the clock', async () => {
    const emulator = await start({ clock: () => noon, rateLimit: 10, quota: 50 });
    const { headers } = await emulator.call('GET', '/environments');
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-ratelimit-limit': '10',
      'x-ratelimit-remaining': '9',
      'x-ratelimit-reset': String(noon / 1000 + 60),
      'ratelimit-reset': '60',
      ratelimit: 'limit=10, remaining=9, reset=60',
      'x-ratelimit-limit-month': '50',
      'x-ratelimit-remaining-month': '49',
      date: 'Mon, 23 Nov 2026 12:00:00 GMT',
    });
    const failed = await emulator.call('GET', '/environments/unknown');
    expect([failed.status, failed.headers.get('x-ratelimit-remaining')]).toEqual([400, '8']);
  });

  it('refuse calls with 429 until the next window, without applying them', async () => {
    const emulator = await start({ rateLimit: 2 });
    await emulator.call('GET', '/me');
    await emulator.call('GET', '/me');
    const refused = await emulator.call('POST', `/collections${emulator.here}`, collectionNamed('A'));
    expect(refused.status).toBe(429);
    expect(refused.body.error.name).toBe('rateLimited');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    await emulator.control('POST', '/__clock', { advanceMs: 60_000 });
    expect((await emulator.call('GET', '/collections')).body.collections).toEqual([]);
  });

  it('are stricter for lists and for all endpoints of monitors', async () => {
    const emulator = await start({ profile: { specialLimit: 2 } });
    const statuses = async (path: string) => [
      (await emulator.call('GET', path)).status,
      (await emulator.call('GET', path)).status,
      (await emulator.call('GET', path)).status,
    ];
    expect(await statuses('/collections')).toEqual([200, 200, 429]);
    expect(await statuses('/workspaces')).toEqual([200, 200, 429]);
    expect(await statuses(`/workspaces/${emulator.workspaceId}`)).toEqual([200, 200, 429]);
    expect(await statuses('/monitors')).toEqual([200, 200, 429]);
    expect((await emulator.call('POST', '/monitors/any/run')).status).toBe(429);
    expect(await statuses('/environments')).toEqual([200, 200, 200]);
    await emulator.control('POST', '/__clock', { advanceMs: 10_000 });
    expect((await emulator.call('GET', '/collections')).headers.get('x-ratelimit-limit')).toBe('2');
  });

  it('refuse calls without a time to wait until the next month', async () => {
    const emulator = await start({ quota: 1, clock: () => noon });
    await emulator.call('GET', '/me');
    const refused = await emulator.call('GET', '/me');
    expect([refused.status, refused.body.error.name]).toEqual([429, 'serviceLimitExhausted']);
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(refused.headers.get('x-ratelimit-remaining-month')).toBe('0');
    await emulator.control('POST', '/__clock', { advanceMs: 8 * 86_400_000 });
    const { body } = await emulator.call('GET', '/me');
    expect(body.operations).toContainEqual({ name: 'api_usage', limit: 1, usage: 1, overage: 0 });
  });

  it('include the usage before the start', async () => {
    const emulator = await start({ profile: { quota: 10, quotaUsed: 8 } });
    expect((await emulator.call('GET', '/me')).headers.get('x-ratelimit-remaining-month')).toBe('1');
  });
});

describe('unknown routes', () => {
  it('return 501 with an explanation, and count as calls', async () => {
    const emulator = await start({ quota: 10 });
    const { status, body, headers } = await emulator.call('GET', '/specs?workspaceId=1');
    expect(status).toBe(501);
    expect(body.detail).toContain('The emulator does not know GET /specs.');
    expect(headers.get('x-ratelimit-remaining-month')).toBe('9');
    expect((await emulator.call('DELETE', '/me')).status).toBe(501);
  });
});

describe('the content type', () => {
  it('has a charset only when the profile says so', async () => {
    const emulator = await start();
    expect((await emulator.call('GET', '/me')).headers.get('content-type')).toBe('application/json');
    await emulator.control('PATCH', '/__profile', { contentType: 'application/json; charset=utf-8' });
    expect((await emulator.call('GET', '/me')).headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});

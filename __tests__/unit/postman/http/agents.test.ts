import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createTransport, type Transport, type TransportOptions } from '../../../../src/postman/http/transport.ts';
import { withoutProxies } from '../../../support/proxy-variables.ts';
import { startTunnel, type Tunnel } from '../../../support/tunnel.ts';

let tunnel: Tunnel | undefined;
let transport: Transport | undefined;

withoutProxies();

afterEach(async () => {
  transport?.close();
  await tunnel?.close();
});

/** Asks a server behind a proxy. */
function ask(options: Partial<TransportOptions> = {}, method: 'GET' | 'POST' = 'POST'): Promise<unknown> {
  transport = createTransport('test/1', { connectMs: 5_000, idleMs: 5_000, totalMs: 5_000, ...options });
  return transport.send({ method, url: 'https://api.shop.example/', headers: {} });
}

describe('a proxy', () => {
  it('receives the user and the password of its address', async () => {
    tunnel = await startTunnel();
    process.env.https_proxy = tunnel.url.replace('//', '//me:p%40ss@');
    await expect(ask()).rejects.toBeDefined();
    expect(tunnel.asked).toEqual([{ target: 'api.shop.example:443', authorization: `Basic ${btoa('me:p@ss')}` }]);
  });

  it.each([
    [407, 'no'],
    [403, 'no'],
    [502, 'failure'],
  ] as const)('that refuses with %d is named, and worth another try: %s', async (status, retry) => {
    tunnel = await startTunnel(status);
    process.env.HTTPS_PROXY = tunnel.url;
    await expect(ask()).rejects.toMatchObject({
      reason: `the proxy answered HTTP ${status}`,
      mayHaveArrived: false,
      retry,
      remedy: expect.stringContaining('HTTPS_PROXY'),
    });
  });

  it('that is not there is named', async () => {
    tunnel = await startTunnel();
    await tunnel.close();
    process.env.HTTPS_PROXY = tunnel.url;
    tunnel = undefined;
    await expect(ask()).rejects.toMatchObject({ reason: 'the proxy cannot be reached: ECONNREFUSED' });
  });

  it('that never answers is given up', async () => {
    tunnel = await startTunnel('never');
    process.env.HTTPS_PROXY = tunnel.url;
    await expect(ask({ connectMs: 100 })).rejects.toMatchObject({
      reason: 'no connection in time',
      retry: 'once',
    });
  });

  it('that never answers a read is not awaited after a stop', async () => {
    tunnel = await startTunnel('never');
    process.env.HTTPS_PROXY = tunnel.url;
    const stop = new AbortController();
    const asked = ask({ signal: stop.signal }, 'GET');
    setTimeout(() => stop.abort(), 50);
    const startedAt = Date.now();
    await expect(asked).rejects.toMatchObject({ reason: 'stopped', mayHaveArrived: false });
    expect(Date.now() - startedAt).toBeLessThan(2_000);
  });

  it('of another kind than http is refused', async () => {
    process.env.HTTPS_PROXY = 'socks5://127.0.0.1:1';
    await expect(ask()).rejects.toMatchObject({
      mayHaveArrived: false,
      remedy: expect.stringContaining('HTTPS_PROXY'),
    });
  });
});

describe('a connection', () => {
  it('whose certificate is not trusted is not tried again', async () => {
    tunnel = await startTunnel();
    process.env.HTTPS_PROXY = tunnel.url;
    await expect(ask()).rejects.toMatchObject({
      retry: 'no',
      remedy: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
  });

  it('without TLS on its port is given up', async () => {
    const mute = createServer(() => {});
    await new Promise<void>((ready) => mute.listen(0, '127.0.0.1', ready));
    transport = createTransport('test/1', { connectMs: 100, idleMs: 5_000, totalMs: 5_000 });
    const url = `https://127.0.0.1:${(mute.address() as AddressInfo).port}/`;
    const asked = transport.send({ method: 'POST', url, headers: {} });
    await expect(asked).rejects.toMatchObject({ reason: 'no connection in time', mayHaveArrived: false });
    mute.close();
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { proxiedFetch } from '../../../src/wiring/proxied-fetch.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';
import { withoutProxies } from '../../support/proxy-variables.ts';
import { startTunnel, type Tunnel } from '../../support/tunnel.ts';

let tunnel: Tunnel | undefined;
let proxy: TestServer | undefined;

withoutProxies();

afterEach(async () => {
  await tunnel?.close();
  await proxy?.close();
  [tunnel, proxy] = [undefined, undefined];
});

const request = (more: Partial<Parameters<typeof proxiedFetch>[1]> = {}) =>
  ({ redirect: 'error', signal: AbortSignal.timeout(5_000), ...more }) as const;

describe('a request to an https address', () => {
  it('goes through a tunnel of the proxy, and trusts only certificates of the address', async () => {
    tunnel = await startTunnel();
    process.env.HTTPS_PROXY = tunnel.url.replace('//', '//me:p%40ss@');
    const headers = { authorization: 'Bearer secret' };
    await expect(proxiedFetch('https://api.github.example/repos', request({ headers }))).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: expect.stringMatching(/CERT|SIGNATURE|ISSUER/) },
    });
    expect(tunnel.asked).toEqual([{ target: 'api.github.example:443', authorization: `Basic ${btoa('me:p@ss')}` }]);
    expect(tunnel.served).toEqual([]);
  });

  it('fails with the answer of a proxy that refuses', async () => {
    tunnel = await startTunnel(407);
    process.env.https_proxy = tunnel.url;
    await expect(proxiedFetch('https://api.github.example/', request())).rejects.toMatchObject({
      message: 'No answer (the proxy answered HTTP 407)',
    });
  });

  it('ends with its own signal where the proxy never answers', async () => {
    tunnel = await startTunnel('never');
    process.env.https_proxy = tunnel.url;
    const signal = AbortSignal.timeout(100);
    await expect(proxiedFetch('https://api.github.example/', request({ signal }))).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});

describe('a request to an http address', () => {
  const behindProxy = async (status: number, headers: Readonly<Record<string, string>> = {}): Promise<TestServer> => {
    proxy = await startServer((_, response) => response.writeHead(status, headers).end('körper'));
    process.env.HTTP_PROXY = proxy.url.replace('//', '//me:pass@');
    return proxy;
  };

  it('is handed to the proxy with its method, headers and body', async () => {
    const { requests } = await behindProxy(201, { 'x-kind': 'answer' });
    const sent = {
      method: 'PUT',
      body: new TextEncoder().encode('inhält'),
      headers: { authorization: 'Bearer x' },
    } as const;
    const answer = await proxiedFetch('http://git.example:8080/notes?a=1', request(sent));
    expect([answer.status, answer.headers.get('x-kind'), await answer.text()]).toEqual([201, 'answer', 'körper']);
    expect(requests).toMatchObject([
      {
        method: 'PUT',
        url: 'http://git.example:8080/notes?a=1',
        body: 'inhält',
        headers: {
          host: 'git.example:8080',
          authorization: 'Bearer x',
          'proxy-authorization': `Basic ${btoa('me:pass')}`,
        },
      },
    ]);
  });

  it('follows no redirect: the token stays with its host', async () => {
    const { requests } = await behindProxy(302, { location: 'http://elsewhere.example/' });
    await expect(proxiedFetch('http://git.example/', request())).rejects.toThrow('the answer is a redirect (HTTP 302)');
    const answer = await proxiedFetch('http://git.example/', request({ redirect: 'manual' }));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://elsewhere.example/']);
    expect(requests).toHaveLength(2);
  });

  it('has no body where its status allows none', async () => {
    await behindProxy(304);
    expect((await proxiedFetch('http://git.example/', request({ redirect: 'manual' }))).body).toBeNull();
  });

  it('goes past the proxy where NO_PROXY names the host', async () => {
    await behindProxy(200);
    process.env.NO_PROXY = 'git.invalid';
    await expect(proxiedFetch('http://git.invalid/', request())).rejects.toMatchObject({ message: 'fetch failed' });
    expect(proxy?.requests).toEqual([]);
  });
});

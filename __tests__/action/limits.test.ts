import { afterEach, describe, expect, it } from '@jest/globals';
import { setScene } from '../support/github-scenario.ts';
import { startServer, type TestServer } from '../support/http-server.ts';
import { startTunnel, type Tunnel } from '../support/tunnel.ts';

const { runQuickly } = setScene();

let server: TestServer | undefined;
let tunnel: Tunnel | undefined;

afterEach(async () => {
  await server?.close();
  await tunnel?.close();
  [server, tunnel] = [undefined, undefined];
});

const KEY = 'PMAK-0123456789abcdef';
const access = {
  comment: 'never',
  'postman-api-key': KEY,
  workspace: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9',
};

describe('a wait of a week', () => {
  it('ends the run at once: one call, the outputs, and when to come back', async () => {
    server = await startServer((_, response) => {
      response.writeHead(429, { 'Retry-After': '604800', 'X-RateLimit-Limit': '60', 'X-RateLimit-Remaining': '0' });
      response.end(JSON.stringify({ error: { name: 'rateLimited', message: 'Slow down' } }));
    });
    const { code, outputs, log } = await runQuickly({ inputs: { ...access, 'api-url': server.url } });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      verdict: 'error',
      'failure-kinds': 'rate-limit',
      'api-calls': '1',
      'waited-ms': '0',
      'rate-limit': '60',
      'rate-limit-remaining': '0',
      'rate-limit-reset': '',
      'quota-limit': '',
    });
    expect(log).toMatch(/The wait of 7 days goes beyond max-wait .*\n.*Come back after \d{4}-/);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a proxy', () => {
  it('carries every call to Postman through one tunnel, those to GitHub through others, and never sees a secret', async () => {
    tunnel = await startTunnel();
    const inputs = { ...access, 'api-url': 'https://api.shop.example', baseline: 'auto' };
    const hosts = { GITHUB_API_URL: 'https://api.github.example', GITHUB_SERVER_URL: 'https://github.example' };
    const env = { ...hosts, HTTPS_PROXY: tunnel.url, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const { outputs } = await runQuickly({ inputs, env });
    expect(outputs['api-calls']).toBe('2');
    expect(tunnel.served.filter((path) => path.startsWith('/workspaces'))).toEqual([
      `/workspaces/${access.workspace}`,
      '/workspaces',
    ]);
    expect(tunnel.served).toContainEqual(expect.stringMatching(/^\/repos\/acme\/shop\/actions\/runs\?branch=main/));
    expect(tunnel.asked.filter(({ target }) => target === 'api.shop.example:443')).toHaveLength(1);
    expect(tunnel.asked).toContainEqual({ target: 'api.github.example:443', authorization: undefined });
  });
});

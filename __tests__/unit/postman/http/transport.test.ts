import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  createTransport,
  type Transport,
  TransportError,
  type TransportTimes,
} from '../../../../src/postman/http/transport.ts';
import { startServer, type TestServer } from '../../../support/http-server.ts';

let server: TestServer | undefined;
let transport: Transport | undefined;

afterEach(async () => {
  transport?.close();
  await server?.close();
});

type Listener = Parameters<typeof startServer>[0];

/** Asks a server that answers like this, once. */
async function ask(listener: Listener, times: TransportTimes = { idleMs: 5_000, totalMs: 5_000 }) {
  server = await startServer(listener);
  transport = createTransport('test/1', times);
  return transport.send({
    method: 'POST',
    url: `${server.url}/path?a=b`,
    headers: { 'x-api-key': 'key' },
    body: '{"ä":1}',
  });
}

const reasonOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'an answer',
    (error: unknown) =>
      error instanceof TransportError ? `${error.reason}, may have arrived: ${error.mayHaveArrived}` : error,
  );

describe('the transport', () => {
  it('sends method, headers and body as they are, and answers with status, headers and body', async () => {
    const answer = await ask((_, response) => response.writeHead(418, { 'X-Some': 'thing' }).end('short and stout'));
    expect(answer).toMatchObject({ status: 418, headers: { 'x-some': 'thing' }, body: 'short and stout' });
    expect(server?.requests).toMatchObject([
      {
        method: 'POST',
        url: '/path?a=b',
        body: '{"ä":1}',
        headers: { 'x-api-key': 'key', 'user-agent': 'test/1', 'content-length': '8' },
      },
    ]);
  });

  it('unpacks gzip', async () => {
    const answer = await ask((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed')),
    );
    expect(answer.body).toBe('packed');
  });

  it('does not follow a redirect, which would carry the key along', async () => {
    const answer = await ask((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end());
    expect(answer.status).toBe(302);
    expect(server?.requests).toHaveLength(1);
  });

  it.each<[string, Listener, string]>([
    [
      'is reset in the middle of the body',
      (_, response) =>
        response
          .writeHead(200, { 'content-length': '100' })
          .write('{"half', () => setImmediate(() => response.destroy())),
      'ECONNRESET, may have arrived: true',
    ],
    [
      'is reset in the middle of a packed body',
      (_, response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip', 'content-length': '100' })
          .write(gzipSync('packed').subarray(0, 9), () => setImmediate(() => response.destroy())),
      'ECONNRESET, may have arrived: true',
    ],
    ['is reset before an answer', (request) => request.socket.destroy(), 'ECONNRESET, may have arrived: true'],
  ])('rejects when the connection %s', async (_, listener, expected) => {
    expect(await reasonOf(ask(listener))).toBe(expected);
  });

  it.each<[string, Listener]>([
    ['never answers', () => {}],
    [
      'falls silent in the middle of the body',
      (_, response) => void response.writeHead(200, { 'content-length': '100' }).write('{'),
    ],
  ])('rejects when the server %s', async (_, listener) => {
    expect(await reasonOf(ask(listener, { idleMs: 100, totalMs: 5_000 }))).toBe('timeout, may have arrived: true');
  });

  it('rejects if a slow response takes longer than the total time', async () => {
    const trickle: Listener = (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await reasonOf(ask(trickle, { idleMs: 5_000, totalMs: 200 }))).toBe('timeout, may have arrived: true');
  });

  it('reads no answer that has no end, and of a refusal no more than its beginning', async () => {
    const flood =
      (status: number): Listener =>
      (_, response) => {
        const chunk = Buffer.alloc(1_000_000, 32);
        const pour = (): void => {
          while (!response.destroyed && response.write(chunk));
          response.once('drain', pour);
        };
        response.writeHead(status);
        pour();
      };
    expect(await reasonOf(ask(flood(200), { idleMs: 30_000, totalMs: 30_000 }))).toMatch(/^an answer without end/);
    await server?.close();
    expect(await ask(flood(401), { idleMs: 30_000, totalMs: 30_000 })).toMatchObject({ status: 401 });
  });

  it('ends reads with the run, and lets writes end by themselves', async () => {
    server = await startServer((_, response) => setTimeout(() => response.end('done'), 200));
    const stop = new AbortController();
    transport = createTransport('test/1', { idleMs: 5_000, totalMs: 5_000, signal: stop.signal });
    const { url } = server;
    const send = (method: 'GET' | 'PUT') => transport?.send({ method, url, headers: {} });
    const [read, write] = [send('GET'), send('PUT')];
    setTimeout(() => stop.abort(), 50);
    await expect(read).rejects.toBeInstanceOf(TransportError);
    expect(await write).toMatchObject({ status: 200, body: 'done' });
  });

  it('reaches an IPv6 address', async () => {
    transport = createTransport('test/1', { idleMs: 5_000, totalMs: 5_000 });
    const reason = await reasonOf(transport.send({ method: 'GET', url: 'http://[::1]:1/', headers: {} }));
    expect(reason).not.toMatch(/ENOTFOUND/);
  });

  it('keeps its connections', async () => {
    server = await startServer((_, response) => response.end('.'));
    transport = createTransport('test/1', { idleMs: 5_000, totalMs: 5_000 });
    const ports = new Set<number | undefined>();
    for (let each = 0; each < 3; each += 1) await transport.send({ method: 'GET', url: server.url, headers: {} });
    for (const { port } of server.requests) ports.add(port);
    expect(ports.size).toBe(1);
  });

  it('knows that a refused connection has applied nothing', async () => {
    server = await startServer(() => {});
    await server.close();
    transport = createTransport('test/1', { idleMs: 1_000, totalMs: 1_000 });
    const asked = transport.send({ method: 'GET', url: server.url, headers: {} });
    expect(await reasonOf(asked)).toBe('ECONNREFUSED, may have arrived: false');
  });
});

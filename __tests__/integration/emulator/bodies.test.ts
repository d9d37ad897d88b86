import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { type Driver, start } from './start.ts';

/** Sends lines as they are and returns the status line and the body. */
const sendRaw = async (emulator: Driver, head: readonly string[], body = ''): Promise<string> => {
  const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
  const lines = [...head, 'Host: 127.0.0.1', `X-API-Key: ${emulator.apiKey}`, 'Connection: close'];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk;
  });
  await once(socket, 'close');
  return answer;
};

const text = (emulator: Driver, method: string, path: string) =>
  fetch(`${emulator.url}${path}`, {
    method,
    headers: { 'x-api-key': emulator.apiKey, 'content-type': 'application/json' },
    body: '{"half":',
  });

describe('a request body', () => {
  it.each([
    ['POST', '/collections', 'application/json'],
    ['PUT', '/collections/1', 'application/problem+json'],
    ['PATCH', '/collections/1', 'application/json'],
    ['POST', '/environments', 'application/problem+json'],
    ['PATCH', '/environments/1', 'application/problem+json'],
    ['POST', '/mocks', 'application/problem+json'],
    ['PUT', '/mocks/1', 'application/json'],
    ['POST', '/monitors', 'application/json'],
    ['POST', '/workspaces', 'application/problem+json'],
  ])('that is no JSON is refused by %s %s under the content type of its complaints', async (method, path, type) => {
    const answer = await text(await start(), method, path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, type]);
  });

  it.each(['POST /environments', 'PUT /environments/1', 'PATCH /environments/1'])(
    'needs a length for %s, even when there is none',
    async (line) => {
      const emulator = await start();
      expect(await sendRaw(emulator, [`${line} HTTP/1.1`])).toMatch(/^HTTP\/1.1 411 .*"status":411/s);
      const chunked = ['Content-Type: application/json', 'Transfer-Encoding: chunked'];
      expect(await sendRaw(emulator, [`${line} HTTP/1.1`, ...chunked], '2\r\n{}\r\n0\r\n\r\n')).toMatch(/ 411 /);
    },
  );

  it('needs no length for reads, nor for other calls unless the profile says so', async () => {
    const emulator = await start();
    expect(await sendRaw(emulator, ['DELETE /environments/1 HTTP/1.1'])).toMatch(/ 404 /);
    expect(await sendRaw(emulator, ['POST /monitors/1/run HTTP/1.1'])).toMatch(/ 404 /);
    await emulator.control('PATCH', '/__profile', { lengthRequired: 'writes' });
    expect(await sendRaw(emulator, ['POST /monitors/1/run HTTP/1.1'])).toMatch(/ 411 /);
  });
});

describe('the request log', () => {
  it('has one line per request and no keys, whatever the query contains', async () => {
    const log: string[] = [];
    const emulator = await start({ log: (line) => log.push(line) });
    await sendRaw(emulator, ['GET /me?apikey=abc&x=%0a%1b[31mforged HTTP/1.1']);
    expect(log).toEqual([expect.stringContaining('GET /me?apikey=***&x=%0A%1B%5B31mforged → 200')]);
  });
});

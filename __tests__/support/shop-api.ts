import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small API under test: answers every request, `/broken` with a status nobody expects. */
export async function startShopApi(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    response.writeHead(request.url?.startsWith('/broken') ? 404 : 200, { 'content-type': 'application/json' });
    response.end('{"ok":true}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A collection of one request whose answer must be 200, tested so many times. */
export const collection = (url: string, { name = 'Orders', tests = 1 } = {}) => ({
  info: { name, schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [
    {
      name: 'List orders',
      request: { method: 'GET', url },
      event: [
        {
          listen: 'test',
          script: {
            type: 'text/javascript',
            exec:
              tests === 1
                ? ["pm.test('answers with 200', () => pm.response.to.have.status(200));"]
                : [
                    `for (let at = 1; at <= ${tests}; at += 1)`,
                    "  pm.test('answers with 200, looked at ' + at + ' times', () => pm.response.to.have.status(200));",
                  ],
          },
        },
      ],
    },
  ],
});

import { startServer, type TestServer } from './http-server.ts';

/** A small API under test: answers every request, `/broken` with a status nobody expects. */
export const startShopApi = (): Promise<TestServer> =>
  startServer((request, response) => {
    response.writeHead(request.url?.startsWith('/broken') ? 404 : 200, { 'content-type': 'application/json' });
    response.end('{"ok":true}');
  });

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

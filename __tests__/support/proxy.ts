import { startServer, type TestServer } from './http-server.ts';

/** A server in front of another one that changes the JSON of its answers on the way. */
export function startProxy(target: string, change: (path: string, body: unknown) => unknown): Promise<TestServer> {
  return startServer(async (request, response, body) => {
    const { host, connection, 'content-length': length, ...headers } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body === '' ? {} : { body }),
    });
    const json = change((request.url ?? '').replace(/\?.*$/s, ''), await answer.json());
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  });
}

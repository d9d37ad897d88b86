import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { failure, type Reply } from './exchange.ts';
import { ROUTES } from './routes.ts';
import { createShop, type Shop } from './shop.ts';

/** A running sample API: a small shop, which the example collections test. */
export interface SampleApi {
  /** Base URL on loopback, without a slash at the end. */
  readonly url: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/** Starts the shop on 127.0.0.1 without orders. Port 0, the default, picks a free port. Rejects if the port is in use. */
export async function startSampleApi({ port = 0 }: { readonly port?: number } = {}): Promise<SampleApi> {
  const shop = createShop();
  const server = createServer((request, response) => void respond(shop, { request, response }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;

  function close(): Promise<void> {
    return new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  }
  return { url: `http://127.0.0.1:${actualPort}`, close };
}

async function respond(
  shop: Shop,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  let body: string;
  try {
    body = await text(request);
  } catch {
    return; // The client closed the connection before the end of its request.
  }
  const { status, body: answer, headers } = answerTo(shop, { request, body });
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(answer));
}

function answerTo(shop: Shop, { request, body }: { readonly request: IncomingMessage; readonly body: string }): Reply {
  const [pathname = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const route = ROUTES.find(({ method, path }) => method === request.method && path.test(pathname));
  if (!route) return failure(404, `Nothing answers ${request.method} ${pathname}.`);

  const customer = shop.customerOf(request.headers.authorization?.replace(/^Bearer /i, '') ?? '');
  if (route.session && customer === undefined) return failure(401, 'Sign in first: POST /login gives a token.');

  const json = parseJson(body);
  if (!json) return failure(400, 'The body is not JSON.');
  const id = route.path.exec(pathname)?.groups?.id ?? '';
  return route.answer({ shop, id, query: new URLSearchParams(query), body: json.value, customer: customer ?? '' });
}

function parseJson(body: string): { readonly value: unknown } | undefined {
  try {
    return { value: body === '' ? undefined : JSON.parse(body) };
  } catch {
    return undefined;
  }
}

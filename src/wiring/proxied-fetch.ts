import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Readable } from 'node:stream';

/** A request to another host than Postman's. Redirects are not followed: they could carry a token to another host. */
export interface FetchRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly redirect: 'error' | 'manual';
  readonly signal: AbortSignal;
}

/** Timeout of a connection through a proxy, in milliseconds. */
const CONNECT_MS = 20_000;

/** Like `fetch`, through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. */
export async function proxiedFetch(address: string | URL, request: FetchRequest): Promise<Response> {
  const url = new URL(address);
  // Loaded here, because most runs send no such request.
  const { authorization, createAgent, proxyOf } = await import('../postman/http/agents.ts');
  const proxy = proxyOf(url.href);
  if (!proxy) return fetch(url, request);
  const { method = 'GET', body = '', signal } = request;
  const headers = { ...request.headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) };
  const options = { method, headers, signal };
  const sent =
    url.protocol === 'https:'
      ? overHttps(url, { ...options, agent: createAgent(url.href, CONNECT_MS) })
      : (proxy.protocol === 'https:' ? overHttps : overHttp)({
          ...{ ...options, host: proxy.hostname.replace(/^\[|\]$/g, ''), port: proxy.port, path: url.href },
          headers: { ...headers, ...authorization(proxy), host: url.host },
        });
  sent.end(body);
  return answerOf(sent, request);
}

const answerOf = (sent: ClientRequest, { redirect, signal }: FetchRequest): Promise<Response> =>
  new Promise((resolve, reject) => {
    sent.once('response', (message) => {
      const { statusCode: status = 0 } = message;
      if (redirect === 'manual' || status < 300 || status >= 400) return resolve(responseOf(message, status));
      message.destroy();
      reject(new TypeError(`the answer is a redirect (HTTP ${status})`));
    });
    sent.on('error', (error) => reject(failure(error)));
    // Node reports an abort only after the agent has opened the tunnel.
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** The shape of a failed `fetch`, whose cause has Node's code. Errors of the proxy say what was wrong. */
const failure = (error: Error): Error => ('code' in error ? new TypeError('fetch failed', { cause: error }) : error);

/** Statuses whose responses have no body. */
const EMPTY: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(message: IncomingMessage, status: number): Response {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(message.headersDistinct))
    for (const value of values) headers.append(name, value);
  if (!EMPTY.has(status)) return new Response(Readable.toWeb(message) as ReadableStream, { status, headers });
  message.resume();
  return new Response(null, { status, headers });
}

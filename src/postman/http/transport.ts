import type { Agent, IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { HttpClient } from '@actions/http-client';
import { createAgent } from './agents.ts';
import { TransportError, toTransportError } from './transport-error.ts';

export { TransportError } from './transport-error.ts';

/** An HTTP request. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A complete HTTP response. Header names are in lower case. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends one request once. */
export interface Transport {
  /** Resolves with a complete response, or rejects with a TransportError; never stays pending. */
  send(request: WireRequest): Promise<WireAnswer>;
  close(): void;
}

/** Timeouts of a transport, in milliseconds. */
export interface TransportTimes {
  /** For a connection, TLS and a proxy's tunnel included; `idleMs` where absent. */
  readonly connectMs?: number;
  /** Without a byte from the server. */
  readonly idleMs: number;
  /** For a request and its complete response. */
  readonly totalMs: number;
}

/** Timeouts of a transport, and the signal that ends its reads. */
export interface TransportOptions extends TransportTimes {
  /** Ends reads at once. A write goes on to its end: otherwise its outcome would be unknown. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A transport over `@actions/http-client`: no redirects (they would carry the key to another host) and no retries. The
 * body is not read by `readBody`, which never settles when the connection breaks in the middle. Sockets and proxies are
 * handled here, too, because http-client keeps no connection through a proxy.
 */
export function createTransport(userAgent: string, options: TransportOptions): Transport {
  const { idleMs, connectMs = idleMs, totalMs, signal } = options;
  const shared = { keepAlive: true, allowRedirects: false, allowRetries: false, socketTimeout: idleMs };
  let agent: Agent | undefined;
  return {
    send: async ({ method, url, headers, body }) => {
      const deadline = AbortSignal.timeout(totalMs);
      const ends = signal && method === 'GET' ? AbortSignal.any([deadline, signal]) : deadline;
      try {
        agent ??= createAgent(url, connectMs);
        const client = new HttpClient(userAgent, [pooled(agent, ends)], shared);
        const { message } = await client.request(method, url, body ?? '', { ...headers });
        return { status: message.statusCode ?? 0, headers: message.headers, body: await readBody(message, idleMs) };
      } catch (cause) {
        throw toTransportError(cause, deadline.aborted);
      }
    },
    close: () => agent?.destroy(),
  };
}

/** A handler of http-client: sets the agent and the deadline of a request, and removes the brackets of an IPv6 address. */
const pooled = (agent: Agent, signal: AbortSignal) => ({
  prepareRequest(options: RequestOptions): void {
    options.agent = agent;
    options.host = options.host?.replace(/^\[|\]$/g, '');
    options.signal = signal;
  },
  canHandleAuthentication: () => false,
  handleAuthentication: () => Promise.reject(new Error('Not used.')),
});

/** Largest response: twice the largest collection that Postman accepts. */
const LONGEST_BODY = 200_000_000;

/** Largest body of an error response that is read. */
const LONGEST_REFUSAL = 10_000_000;

/** The whole body as text. Rejects when the connection ends, or idles too long, before the body is complete. */
async function readBody(message: IncomingMessage, idleMs: number): Promise<string> {
  message.setTimeout(idleMs, () =>
    message.destroy(Object.assign(new Error('The server fell silent'), { code: 'timeout' })),
  );
  const refusal = (message.statusCode ?? 0) >= 300;
  const chunks: Buffer[] = [];
  let room = refusal ? LONGEST_REFUSAL : LONGEST_BODY;
  for await (const chunk of decompressed(message)) {
    chunks.push(chunk);
    room -= chunk.length;
    if (room < 0) break;
  }
  if (room < 0) message.destroy();
  if (room < 0 && !refusal) throw new TransportError('an answer without end', { mayHaveArrived: true, retry: 'no' });
  if (room >= 0 && !message.complete) throw Object.assign(new Error('The answer was cut off'), { code: 'ECONNRESET' });
  return Buffer.concat(chunks).toString('utf8');
}

function decompressed(message: IncomingMessage): Readable {
  const decoder = decoderOf(message.headers['content-encoding']);
  if (!decoder) return message;
  message.on('error', (error) => decoder.destroy(error));
  return message.pipe(decoder);
}

function decoderOf(encoding: string | undefined): (Readable & NodeJS.WritableStream) | undefined {
  switch (encoding?.toLowerCase()) {
    case 'gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

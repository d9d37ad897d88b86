import type { Agent, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { HttpClient } from '@actions/http-client';
import { createAgent, type PooledRequestOptions } from './agents.ts';
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

/** Timeouts of a transport. */
export interface TransportTimes {
  /** For connecting, including TLS and a proxy's tunnel; `idleMs` by default. */
  readonly connectMs?: number;
  /** Without a byte from the server. */
  readonly idleMs: number;
  /** For a request with its complete response. */
  readonly totalMs: number;
}

/** Timeouts of a transport, and the signal that ends its reads. */
export interface TransportOptions extends TransportTimes {
  /** Aborts reads. A write is completed, because its outcome would be unknown otherwise. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A transport over `@actions/http-client`, without redirects (they would send the key to another host) and retries. It
 * does not use http-client's `readBody`, which never settles if the connection breaks in the middle, nor its proxy
 * agents, which keep no connection alive.
 */
export function createTransport(userAgent: string, options: TransportOptions): Transport {
  const { idleMs, connectMs = idleMs, totalMs, signal } = options;
  const shared = { keepAlive: true, allowRedirects: false, allowRetries: false, socketTimeout: idleMs };
  let agent: Agent | undefined;
  return {
    send: async ({ method, url, headers, body }) => {
      const deadline = AbortSignal.timeout(totalMs);
      const stop = method === 'GET' ? signal : undefined;
      try {
        agent ??= createAgent(url, connectMs);
        const client = new HttpClient(userAgent, [pooled(agent, { deadline, stop })], shared);
        const { message } = await client.request(method, url, body ?? '', { ...headers });
        return { status: message.statusCode ?? 0, headers: message.headers, body: await readBody(message, idleMs) };
      } catch (cause) {
        throw toTransportError(cause, deadline.aborted);
      }
    },
    close: () => agent?.destroy(),
  };
}

interface RequestSignals {
  readonly deadline: AbortSignal;
  readonly stop: AbortSignal | undefined;
}

/** A request handler for http-client: sets agent and signals, and removes the brackets of an IPv6 address. */
const pooled = (agent: Agent, { deadline, stop }: RequestSignals) => ({
  prepareRequest(options: PooledRequestOptions): void {
    options.agent = agent;
    options.host = options.host?.replace(/^\[|\]$/g, '');
    options.signal = stop ? AbortSignal.any([deadline, stop]) : deadline;
    options.tunnelSignal = stop;
  },
  canHandleAuthentication: () => false,
  handleAuthentication: () => Promise.reject(new Error('Not used.')),
});

/** Largest response in bytes: twice the largest collection that Postman accepts. */
const LONGEST_BODY = 200_000_000;

/** The rest of a longer error response is not read; in bytes. */
const LONGEST_ERROR_BODY = 10_000_000;

/** Reads the whole body as text. Rejects if the connection ends or idles before the body is complete. */
async function readBody(message: IncomingMessage, idleMs: number): Promise<string> {
  message.setTimeout(idleMs, () =>
    message.destroy(Object.assign(new Error('The server fell silent'), { code: 'timeout' })),
  );
  const isError = (message.statusCode ?? 0) >= 300;
  const chunks: Buffer[] = [];
  let room = isError ? LONGEST_ERROR_BODY : LONGEST_BODY;
  for await (const chunk of decompress(message)) {
    chunks.push(chunk);
    room -= chunk.length;
    if (room < 0) break;
  }
  const isTooLong = room < 0;
  if (isTooLong) message.destroy();
  if (isTooLong && !isError) throw new TransportError('an answer without end', { mayHaveArrived: true, retry: 'no' });
  if (!isTooLong && !message.complete) throw Object.assign(new Error('The answer was cut off'), { code: 'ECONNRESET' });
  return Buffer.concat(chunks).toString('utf8');
}

function decompress(message: IncomingMessage): Readable {
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

import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { HttpClient } from '@actions/http-client';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer that arrived whole. Header names are in lower case. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** No whole answer came. */
export class TransportError extends Error {
  /** Whether the request may have reached the server: then a write may have been applied. */
  readonly mayHaveArrived: boolean;
  /** Node's code (`ECONNRESET`), or `timeout`. */
  readonly reason: string;

  constructor(reason: string, init: { readonly mayHaveArrived: boolean; readonly cause?: unknown }) {
    super(`No answer (${reason})`, { cause: init.cause });
    this.name = 'TransportError';
    this.reason = reason;
    this.mayHaveArrived = init.mayHaveArrived;
  }
}

/** Sends one request once. */
export interface Transport {
  /** Resolves with an answer that arrived whole, or rejects with a TransportError; never stays pending. */
  send(request: WireRequest): Promise<WireAnswer>;
  close(): void;
}

/** How long a transport waits, in milliseconds. */
export interface TransportTimes {
  /** Without a byte from the server. */
  readonly idleMs: number;
  /** For a request and its whole answer. */
  readonly totalMs: number;
}

/** Failures that come before a request is sent: nothing can have been applied. */
const BEFORE_SENDING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * A transport over `@actions/http-client`: proxies from the environment, keep-alive, no redirects (they would carry the
 * key to another host) and no retries. The body is read here and not by `readBody`, which never settles when the
 * connection breaks in the middle.
 */
export function createTransport(userAgent: string, { idleMs, totalMs }: TransportTimes): Transport {
  const shared = { keepAlive: true, allowRedirects: false, allowRetries: false, socketTimeout: idleMs };
  const pool = new HttpClient(userAgent, [], shared);
  return {
    send: async ({ method, url, headers, body }) => {
      const deadline = AbortSignal.timeout(totalMs);
      try {
        const client = new HttpClient(userAgent, [pooled(pool.getAgent(url), deadline)], shared);
        const { message } = await client.request(method, url, body ?? '', { ...headers });
        return { status: message.statusCode ?? 0, headers: message.headers, body: await readWhole(message, idleMs) };
      } catch (cause) {
        throw toTransportError(cause, deadline);
      }
    },
    close: () => pool.dispose(),
  };
}

/** What http-client calls a handler: here it shares the pool's sockets and puts a deadline on the request. */
const pooled = (agent: RequestOptions['agent'], signal: AbortSignal) => ({
  prepareRequest(options: RequestOptions): void {
    options.agent = agent;
    options.signal = signal;
  },
  canHandleAuthentication: () => false,
  handleAuthentication: () => Promise.reject(new Error('Not used.')),
});

/** The whole body as text; rejects when the connection ends or falls silent before the body does. */
async function readWhole(message: IncomingMessage, idleMs: number): Promise<string> {
  message.setTimeout(idleMs, () =>
    message.destroy(Object.assign(new Error('The server fell silent'), { code: 'timeout' })),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of decompressed(message)) chunks.push(chunk as Buffer);
  if (!message.complete) throw Object.assign(new Error('The answer was cut off'), { code: 'ECONNRESET' });
  return Buffer.concat(chunks).toString('utf8');
}

function decompressed(message: IncomingMessage): Readable {
  const decoder = decoderOf(message.headers['content-encoding']);
  if (!decoder) return message;
  message.on('error', (error) => decoder.destroy(error));
  message.on('aborted', () =>
    decoder.destroy(Object.assign(new Error('The answer was cut off'), { code: 'ECONNRESET' })),
  );
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

function toTransportError(cause: unknown, deadline: AbortSignal): TransportError {
  const code = String((cause as { code?: unknown } | null)?.code ?? '');
  const timedOut = deadline.aborted || (cause instanceof Error && /timeout/i.test(cause.message));
  const reason = timedOut ? 'timeout' : code || 'connection failed';
  return new TransportError(reason, { mayHaveArrived: timedOut || !BEFORE_SENDING.test(code), cause });
}

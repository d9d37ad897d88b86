import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { FaultEffect } from './fault.ts';

/** A complete response to send. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface SendOptions {
  readonly outgoing: ServerResponse;
  readonly kind: FaultEffect['kind'] | undefined;
  readonly closing: AbortSignal;
}

const half = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
};

const sendHalf = async ({ status, text, headers }: Reply, outgoing: ServerResponse): Promise<void> => {
  outgoing.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) });
  await new Promise((sent) => outgoing.write(half(text), sent));
  outgoing.destroy();
};

/** Sends nothing until the client disconnects or the emulator closes. */
const hang = async (outgoing: ServerResponse, closing: AbortSignal): Promise<void> => {
  if (!closing.aborted) {
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([once(outgoing, 'close', { signal }), once(closing, 'abort', { signal })]);
    waiting.abort();
  }
  outgoing.destroy();
};

interface Payload {
  readonly body: Buffer;
  /** Whether the connection is closed after the response. */
  readonly last: boolean;
}

const responseOf = ({ status, headers }: Reply, { body, last }: Payload): Response => {
  const empty = [204, 304].includes(status);
  return new Response(empty ? null : new Uint8Array(body), {
    status,
    headers: {
      ...headers,
      ...(empty ? {} : { 'Content-Length': String(body.length) }),
      ...(last ? { Connection: 'close' } : {}),
    },
  });
};

/** Sends the response, or breaks the connection as the fault demands. */
export const sendReply = async (reply: Reply, { outgoing, kind, closing }: SendOptions): Promise<Response> => {
  switch (kind) {
    case 'reset':
      outgoing.socket?.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case 'cut':
      await sendHalf(reply, outgoing);
      return RESPONSE_ALREADY_SENT;
    case 'hang':
      await hang(outgoing, closing);
      return RESPONSE_ALREADY_SENT;
    case 'truncate':
      return responseOf(reply, { body: half(reply.text), last: closing.aborted });
    case 'status':
    case 'rate-limit':
    case 'quota':
    case 'html':
    case 'slow':
    case 'lag':
    case undefined:
      return responseOf(reply, { body: Buffer.from(reply.text), last: closing.aborted });
  }
};

import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Time after the stop in which requests on open connections are still accepted, in milliseconds. */
const graceMs = 100;

const sweepMs = 20;

/** Time after which stalled clients are disconnected, in milliseconds. */
const stalledMs = 5_000;

interface DrainOptions {
  readonly closing: AbortController;
  /** Number of completely received requests without a response. */
  answering(): number;
  readonly connections: Iterable<Socket>;
}

/** The open connections. */
export const watchConnections = (server: Server): Iterable<Socket> => {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return open;
};

/** Closes unused connections, which browsers open in advance. Node does not count them as idle. */
const closeUnused = (connections: Iterable<Socket>): void => {
  for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
};

/**
 * Stops accepting connections, finishes received requests, and closes idle connections. Other connections close with
 * their next response, so that none is cut while in use.
 */
export const drain = async (server: Server, { closing, answering, connections }: DrainOptions): Promise<void> => {
  if (closing.signal.aborted) return;
  closing.abort();
  const closed = once(server, 'close');
  // The `close` of an HTTP server would cut idle connections at once, although requests may be on their way.
  NetServer.prototype.close.call(server);
  await wait(graceMs);
  server.close();
  const giveUpAt = performance.now() + stalledMs;
  const sweep = setInterval(() => {
    closeUnused(connections);
    if (answering() === 0 && performance.now() > giveUpAt) server.closeAllConnections();
    else server.closeIdleConnections();
  }, sweepMs);
  await closed;
  clearInterval(sweep);
};

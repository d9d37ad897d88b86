import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Requests that are on their way on open connections while the emulator is told to stop still get in. */
const graceMs = 100;

const sweepMs = 20;

/** Clients that neither finish their request nor read their answer are given up after this long. */
const stalledMs = 5_000;

interface Traffic {
  readonly closing: AbortController;
  /** How many requests have arrived as a whole and are not answered yet. */
  answering(): number;
  readonly connections: Iterable<Socket>;
}

/** The connections that are open at the time. */
export const watchConnections = (server: Server): Iterable<Socket> => {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return open;
};

/** Node does not take a connection for idle on which nothing was ever sent, as browsers open them in advance. */
const closeUnused = (connections: Iterable<Socket>): void => {
  for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
};

/**
 * Stops accepting, lets every request that has arrived finish, and closes idle connections at once.
 * Connections are told to close with their next answer, so that none is cut while in use.
 */
export const drain = async (server: Server, { closing, answering, connections }: Traffic): Promise<void> => {
  if (closing.signal.aborted) return;
  closing.abort();
  const closed = once(server, 'close');
  // The close of an HTTP server would cut idle connections at once, with requests still on their way.
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

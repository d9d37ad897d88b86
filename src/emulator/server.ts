import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { EmulatorContext } from './context.ts';
import { addControl } from './control.ts';
import { handleRequest, type ServerContext } from './handle-request.ts';
import type { JournalEntry } from './journal.ts';
import { answerMock } from './mock-server.ts';
import { routes, unknownRoute } from './routes/index.ts';
import type { Reply } from './send-reply.ts';
import { drain, watchConnections } from './shutdown.ts';

const loopback = '127.0.0.1';

/** Idle connections stay open longer than any client keeps them, so that none is closed while a client reuses it. */
const keepAliveMs = 65_000;

/** A listening server. */
export interface RunningServer {
  readonly port: number;
  /** Finishes received requests, then stops. */
  close(): Promise<void>;
}

interface ServerOptions {
  readonly port: number;
  finished(entry: JournalEntry, reply: Reply): void;
}

const pauseUntil =
  (closing: AbortSignal) =>
  (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (ms === 0 || closing.aborted) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        closing.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      closing.addEventListener('abort', wake);
    });

const createApp = (context: ServerContext): Hono<{ Bindings: HttpBindings }> => {
  const app = new Hono<{ Bindings: HttpBindings }>({ strict: false });
  addControl(app, context.emulator);
  app.all('/__mocks/:mockId/*', (c) => answerMock(context.emulator, c));
  for (const route of routes) app.on(route.method, route.path, (c) => handleRequest(context, route, c));
  app.notFound((c) => handleRequest(context, unknownRoute, c));
  // The client disconnected during its request, so there is no one to answer.
  app.onError((_, c) => c.body(null, 400));
  return app;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'the port is in use; choose another port, or 0 for any free port' : error.message;
      reject(new Error(`The emulator cannot listen on port ${port}: ${reason}.`));
    });
    server.listen(port, loopback, () => resolve((server.address() as AddressInfo).port));
  });

/** Serves the emulator over HTTP on loopback. */
export const startServer = async (
  emulator: EmulatorContext,
  { port, finished }: ServerOptions,
): Promise<RunningServer> => {
  const closing = new AbortController();
  let answering = 0;
  const arrived = (): (() => void) => {
    answering += 1;
    return () => {
      answering -= 1;
    };
  };
  const context = { emulator, closing: closing.signal, pause: pauseUntil(closing.signal), finished, arrived };
  const server = createAdaptorServer({ fetch: createApp(context).fetch, overrideGlobalObjects: false }) as Server;
  server.keepAliveTimeout = keepAliveMs;
  const connections = watchConnections(server);
  const actualPort = await listen(server, port);
  return { port: actualPort, close: () => drain(server, { closing, answering: () => answering, connections }) };
};

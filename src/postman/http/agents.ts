import { type AgentOptions, type ClientRequestArgs, Agent as HttpAgent, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getProxyUrl } from '@actions/http-client';
import { TransportError } from './transport-error.ts';

/** Options of a request over an agent of this file. */
export interface PooledRequestOptions extends ClientRequestArgs {
  /** Ends the wait for a proxy's tunnel. Node keeps `signal` from the agent, and applies it to an open socket only. */
  tunnelSignal?: AbortSignal | undefined;
}

type ConnectionCallback = (error: Error | null, stream: Duplex) => void;

/** Creates an agent with keep-alive sockets. A socket that does not connect within `connectMs` is destroyed. */
export function createAgent(url: string, connectMs: number): HttpAgent {
  const options = { keepAlive: true };
  const proxy = proxyOf(url);
  if (proxy) return new TunnelAgent(options, { proxy, connectMs });
  return url.startsWith('https:') ? new TimedHttpsAgent(options, connectMs) : new TimedHttpAgent(options, connectMs);
}

/** The proxy for a URL, from HTTPS_PROXY, HTTP_PROXY and NO_PROXY. */
export function proxyOf(url: string): URL | undefined {
  const proxy = getProxyUrl(url);
  return proxy ? new URL(proxy) : undefined;
}

class TimedHttpAgent extends HttpAgent {
  readonly #connectMs: number;

  constructor(options: AgentOptions, connectMs: number) {
    super(options);
    this.#connectMs = connectMs;
  }

  override createConnection(options: ClientRequestArgs, done?: ConnectionCallback): Duplex | null | undefined {
    return withTimeout(super.createConnection(options, done), { ready: 'connect', connectMs: this.#connectMs });
  }
}

class TimedHttpsAgent extends HttpsAgent {
  protected readonly connectMs: number;

  constructor(options: AgentOptions, connectMs: number) {
    super(options);
    this.connectMs = connectMs;
  }

  override createConnection(options: ClientRequestArgs, done?: ConnectionCallback): Duplex | null | undefined {
    return withTimeout(super.createConnection(options, done), { ready: 'secureConnect', connectMs: this.connectMs });
  }
}

/** Connects through a proxy: a tunnel (CONNECT) for each socket. */
class TunnelAgent extends TimedHttpsAgent {
  readonly #proxy: URL;

  constructor(options: AgentOptions, { proxy, connectMs }: { readonly proxy: URL; readonly connectMs: number }) {
    super(options, connectMs);
    this.#proxy = proxy;
  }

  override createConnection(
    { tunnelSignal: signal, ...options }: PooledRequestOptions,
    done?: ConnectionCallback,
  ): undefined {
    const target = `${options.host}:${options.port ?? 443}`;
    openTunnel(this.#proxy, { target, connectMs: this.connectMs, signal })
      .then((socket) => done?.(null, super.createConnection({ ...options, socket } as ClientRequestArgs) as Duplex))
      .catch((error: Error) => done?.(error, undefined as never));
  }
}

/** Destroys the socket unless the event `ready` occurs within `connectMs`. */
function withTimeout<T extends Duplex | null | undefined>(
  socket: T,
  { ready, connectMs }: { readonly ready: string; readonly connectMs: number },
): T {
  const timer = setTimeout(() => socket?.destroy(tooSlow()), connectMs);
  for (const event of [ready, 'close']) socket?.once(event, () => clearTimeout(timer));
  return socket;
}

const tooSlow = (): TransportError =>
  new TransportError('no connection in time', { mayHaveArrived: false, retry: 'once' });

const stopped = (): TransportError => new TransportError('stopped', { mayHaveArrived: false });

interface Tunnel {
  readonly target: string;
  readonly connectMs: number;
  /** Ends the wait. It does not end an open tunnel, which other requests use later. */
  readonly signal: AbortSignal | undefined;
}

function openTunnel(proxy: URL, { target, connectMs, signal }: Tunnel): Promise<Socket> {
  const request = { 'http:': overHttp, 'https:': overHttps }[proxy.protocol];
  if (!request) return Promise.reject(proxyFailure(`a proxy of the kind "${proxy.protocol}" cannot be used`, 'no'));
  const connect = request({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...authorization(proxy) },
    agent: false,
  });
  const timer = setTimeout(() => connect.destroy(tooSlow()), connectMs);
  const stop = (): void => void connect.destroy(stopped());
  signal?.addEventListener('abort', stop);
  return new Promise<Socket>((resolve, reject) => {
    connect.once('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode >= 200 && statusCode < 300) return resolve(socket as Socket);
      socket.destroy();
      reject(proxyFailure(`the proxy answered HTTP ${statusCode}`, statusCode >= 500 ? 'failure' : 'no'));
    });
    connect.once('error', (error) => {
      const reason = String((error as { code?: unknown }).code ?? error.message);
      const failure = proxyFailure(`the proxy cannot be reached: ${reason}`, 'failure');
      reject(error instanceof TransportError ? error : failure);
    });
    connect.end();
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
}

/** The header with the user and password of a proxy; empty without them. */
export function authorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}

const proxyFailure = (reason: string, retry: 'failure' | 'no'): TransportError =>
  new TransportError(reason, {
    mayHaveArrived: false,
    retry,
    remedy: 'Check HTTPS_PROXY, its user and password too, or take the host out of it with NO_PROXY.',
  });

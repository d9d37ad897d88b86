import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Most responses that are remembered: those of requests that nobody reports. */
const MOST = 1000;

/** Watches the HTTP responses of this process: the runtime takes one whose connection broke off for a whole one. */
export class CutOffResponses {
  readonly #targets = new Set<string>();

  /** Begins to watch. */
  watch(): void {
    subscribe('http.client.response.finish', (message) => {
      const { response } = message as { readonly response: IncomingMessage & { readonly req: Target } };
      response.once('error', ({ code }: NodeJS.ErrnoException) => {
        if (code === 'ECONNRESET' && this.#targets.size < MOST) this.#targets.add(targetKey(response.req));
      });
    });
  }

  /** Whether a response to that request was cut off since the last call. */
  take(method: string, url: string): boolean {
    if (this.#targets.size === 0 || !URL.canParse(url)) return false;
    const { pathname, search } = new URL(url);
    return this.#targets.delete(targetKey({ method, path: `${pathname}${search}` }));
  }
}

interface Target {
  readonly method: string;
  readonly path: string;
}

const targetKey = ({ method, path }: Target): string => `${method} ${path}`;

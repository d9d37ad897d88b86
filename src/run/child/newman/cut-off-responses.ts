import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Most responses that are remembered; some belong to requests that are never reported. */
const MOST = 1000;

/** Detects truncated HTTP responses. The runtime takes a response for complete although its connection broke off. */
export class CutOffResponses {
  readonly #targets = new Set<string>();

  watch(): void {
    subscribe('http.client.response.finish', (message) => {
      const { response } = message as { readonly response: IncomingMessage & { readonly req: Target } };
      response.once('error', ({ code }: NodeJS.ErrnoException) => {
        if (code === 'ECONNRESET' && this.#targets.size < MOST) this.#targets.add(targetKey(response.req));
      });
    });
  }

  /** Whether a response to that request was truncated since the last call. */
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

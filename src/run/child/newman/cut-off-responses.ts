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
        if (code === 'ECONNRESET' && this.#targets.size < MOST)
          this.#targets.add(targetKey(response.req.method, response.req.path));
      });
    });
  }

  /** Whether a response to that request was truncated since the last call. */
  take(method: string, url: string): boolean {
    return this.#targets.size > 0 && this.#targets.delete(targetKey(method, url));
  }

  /** Forgets responses whose requests were not reported, such as a redirect's. */
  clear(): void {
    this.#targets.clear();
  }
}

interface Target {
  readonly method: string;
  readonly path: string;
}

/** The method and the path as `URL` writes it: the runtime and the report may write one path in different ways. */
function targetKey(method: string, url: string): string {
  const base = 'http://host';
  const { pathname, search } = URL.canParse(url, base) ? new URL(url, base) : { pathname: url, search: '' };
  return `${method} ${pathname}${search}`;
}

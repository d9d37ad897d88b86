/** How a server with one limit behaves and what its headers say. */
export interface LimitedServerOptions {
  readonly limit: number;
  readonly lengthMs: number;
  /** A window begins with the first call behind the one before, or at full multiples of its length. */
  readonly begins?: 'with a call' | 'by the clock';
  /** How the reset is told. */
  readonly tells?: 'epoch seconds' | 'epoch milliseconds' | 'seconds to go' | 'policy';
  readonly round?: (value: number) => number;
  /** Its clock minus ours; told by a `Date` header. */
  readonly aheadMs?: number;
}

/** A server that allows so many calls in a window, in virtual time. */
export class LimitedServer {
  readonly #options: Required<LimitedServerOptions>;
  #endsAtMs = 0;
  #used = 0;
  refused = 0;

  constructor(options: LimitedServerOptions) {
    this.#options = { begins: 'with a call', tells: 'epoch seconds', round: Math.ceil, aheadMs: 0, ...options };
  }

  /** Somebody else uses the same key. */
  take(calls: number): void {
    this.#used += calls;
  }

  /** The headers of the answer to a call that arrives then. */
  call(arrivedMs: number): { readonly refused: boolean; readonly headers: Record<string, string> } {
    const { limit, lengthMs, begins, aheadMs } = this.#options;
    const nowMs = arrivedMs + aheadMs;
    if (nowMs >= this.#endsAtMs) {
      this.#endsAtMs = (begins === 'with a call' ? nowMs : nowMs - (nowMs % lengthMs)) + lengthMs;
      this.#used = 0;
    }
    const refused = this.#used >= limit;
    if (refused) this.refused += 1;
    else this.#used += 1;
    return { refused, headers: { date: new Date(nowMs).toUTCString(), ...this.#told(nowMs) } };
  }

  #told(nowMs: number): Record<string, string> {
    const { limit, lengthMs, tells, round } = this.#options;
    const remaining = limit - this.#used;
    const toGo = round((this.#endsAtMs - nowMs) / 1000);
    const told = (reset: number) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(reset),
    });
    switch (tells) {
      case 'epoch seconds':
        return told(round(this.#endsAtMs / 1000));
      case 'epoch milliseconds':
        return told(this.#endsAtMs);
      case 'seconds to go':
        return told(toGo);
      case 'policy':
        return {
          ratelimit: `limit=${limit}, remaining=${remaining}, reset=${toGo}`,
          'ratelimit-policy': `${limit};w=${lengthMs / 1000}`,
        };
    }
  }
}

/** The state of a window in one response. Times are by our clock, in milliseconds. */
export interface WindowSample {
  readonly limit: number;
  readonly remaining: number;
  /** The announced reset. */
  readonly resetAtMs: number;
  /** Rounding error of the reset: 1000 for a reset in whole seconds, otherwise 0. */
  readonly roundingMs: number;
  /** Further error of a reset that was corrected by a `Date` header, which is truncated to the second. */
  readonly clockErrorMs: number;
  /** The window's length, if a policy header has it. */
  readonly lengthMs?: number | undefined;
  readonly call: SentCall;
  readonly receivedAtMs: number;
  /** Number of calls sent when the response arrived. */
  readonly sentBefore: number;
}

/** A call: its number, and when it was sent. */
export interface SentCall {
  readonly index: number;
  readonly sentMs: number;
}

const SECOND_MS = 1_000;

/** Tolerance for timers and clocks. */
const TOLERANCE_MS = 10;

/** A response that arrives later after the tested time shows nothing about that time. */
const PROMPT_MS = 250;

/** The end of a window is measured if its uncertainty exceeds this share of the window's length. */
const WORTH_MEASURING = 0.1;

/**
 * A rate limit of the server: its state in the latest responses, and the end of its window.
 *
 * A reset in whole seconds is uncertain by up to two seconds, which is most of a short window. A call that is sent too
 * early is refused; one that is sent too late loses time. Two probes measure the end. A probe is the last call that a
 * window allows, sent at a chosen time, so it costs no extra call and is never refused. The first probe is sent at the
 * announced reset: if the next window is open then, resets are rounded up, otherwise down. The second probe is sent a
 * whole number of seconds after the opening: if the next window is open then, that number is the length of all later
 * windows. Only a window that this client waited for is measured, because another client may have opened any other
 * window earlier.
 */
export class LimitWindow {
  #current: Current;
  #rounding: 'unknown' | 'up' | 'down' | 'either' = 'unknown';
  #lengthMs: number | 'unknown' | 'uneven' = 'unknown';
  /** Length up to which probes have found no new window. */
  #longerThanMs = 0;

  constructor(sample: WindowSample) {
    this.#current = opened(sample, false);
    if (sample.lengthMs) this.#lengthMs = sample.lengthMs;
  }

  /** Remaining calls at the latest response. */
  get remaining(): number {
    return this.#current.remaining;
  }

  /** The time from which the next window is open, as far as it is known. */
  get opensAtMs(): number {
    const { lastMs } = this.#ends();
    const { isAwaited, receivedAtMs } = this.#current;
    return isAwaited && typeof this.#lengthMs === 'number' ? Math.min(lastMs, receivedAtMs + this.#lengthMs) : lastMs;
  }

  /** The time for the last call of the window: the time of a probe, or a time in the past, which means now. */
  get lastAtMs(): number {
    return this.#question()?.atMs ?? this.#current.receivedAtMs;
  }

  /** Updates the window from a response. */
  observe(sample: WindowSample): void {
    const { call } = sample;
    const question = this.#question();
    const isProbe = question !== undefined && call.sentMs >= question.atMs && call.sentMs < this.opensAtMs;
    const isNextOpen = this.#isNext(sample);
    const isPrompt = sample.receivedAtMs - (question?.atMs ?? 0) <= PROMPT_MS;
    if (isProbe && (isPrompt || !isNextOpen)) this.#learn(question, isNextOpen);
    if (isNextOpen) this.#current = opened(sample, call.sentMs >= this.#ends().firstMs);
    else this.#current = narrowed(this.#current, sample);
  }

  /**
   * Updates the window after a refused call: the window had not ended when it was sent, so the measured end is wrong.
   */
  refuse({ sentMs }: SentCall): void {
    if (sentMs >= this.opensAtMs) {
      this.#rounding = 'either';
      if (typeof this.#lengthMs === 'number') this.#lengthMs = 'uneven';
    }
    this.#current = { ...this.#current, remaining: 0, notBeforeMs: sentMs };
  }

  /**
   * Whether a response belongs to the next window: its call was sent after the known state, and it has more remaining
   * calls or a later reset.
   */
  #isNext({ call, remaining, resetAtMs, roundingMs, clockErrorMs }: WindowSample): boolean {
    const known = this.#current;
    if (call.index < known.knownSince) return false;
    if (resetAtMs - roundingMs - clockErrorMs > known.soonestMs + known.roundingMs) return true;
    return remaining > known.remaining || call.sentMs >= this.opensAtMs;
  }

  #learn({ about, lengthMs }: Question, isNextOpen: boolean): void {
    if (about === 'rounding' && isNextOpen && this.#current.clockErrorMs > 0) return;
    if (about === 'rounding') this.#rounding = isNextOpen ? 'up' : 'down';
    else if (isNextOpen) this.#lengthMs = lengthMs;
    else this.#longerThanMs = lengthMs;
  }

  /** The question that the next probe answers; undefined if nothing is to be measured. */
  #question(): Question | undefined {
    const { receivedAtMs, soonestMs, isAwaited } = this.#current;
    const { firstMs, lastMs } = this.#ends();
    if (lastMs - firstMs <= WORTH_MEASURING * (lastMs - receivedAtMs)) return undefined;
    if (this.#rounding === 'unknown') return { about: 'rounding', atMs: soonestMs, lengthMs: 0 };
    if (!isAwaited || this.#lengthMs !== 'unknown') return undefined;
    const longerThanMs = Math.max(this.#longerThanMs, firstMs - receivedAtMs - TOLERANCE_MS, 0);
    const lengthMs = (Math.floor(longerThanMs / SECOND_MS) + 1) * SECOND_MS;
    const atMs = receivedAtMs + lengthMs;
    return atMs < lastMs ? { about: 'length', atMs, lengthMs } : undefined;
  }

  /** The first and the last time at which the window may end. */
  #ends(): { readonly firstMs: number; readonly lastMs: number } {
    const { soonestMs, latestMs, roundingMs, clockErrorMs, notBeforeMs } = this.#current;
    const firstMs = latestMs - clockErrorMs - (this.#rounding === 'down' ? 0 : roundingMs);
    const lastMs = this.#rounding === 'up' ? soonestMs : Math.max(soonestMs + roundingMs, latestMs);
    return { firstMs: Math.max(firstMs, notBeforeMs), lastMs: Math.max(firstMs, lastMs, notBeforeMs) + TOLERANCE_MS };
  }
}

/** The property that a probe measures, and the time of the probe. */
interface Question {
  readonly about: 'rounding' | 'length';
  readonly atMs: number;
  /** The length that a successful probe would prove. */
  readonly lengthMs: number;
}

/** The current window. */
interface Current extends Pick<WindowSample, 'remaining' | 'roundingMs' | 'clockErrorMs'> {
  /** Time of its first response: the window opened no later. */
  readonly receivedAtMs: number;
  /** Whether a waiting call of this client opened it. */
  readonly isAwaited: boolean;
  /** The earliest and the latest announced reset: each response rounds the remaining seconds again. */
  readonly soonestMs: number;
  readonly latestMs: number;
  /** The latest time at which the window had certainly not ended. */
  readonly notBeforeMs: number;
  /** Number of the first call whose response is newer than the known state. */
  readonly knownSince: number;
}

function opened(sample: WindowSample, isAwaited: boolean): Current {
  const { limit, remaining, resetAtMs, roundingMs, clockErrorMs, receivedAtMs, sentBefore, call } = sample;
  return {
    remaining,
    roundingMs,
    clockErrorMs,
    receivedAtMs,
    isAwaited: isAwaited && remaining === limit - 1,
    soonestMs: resetAtMs,
    latestMs: resetAtMs,
    notBeforeMs: call.sentMs,
    knownSince: sentBefore,
  };
}

/** The window after another response. Responses may overtake one another: the smallest remaining count is kept. */
function narrowed(known: Current, sample: WindowSample): Current {
  const { remaining, resetAtMs, roundingMs, clockErrorMs, sentBefore, call } = sample;
  // In a sliding window, each response announces a later reset.
  const mayBeSliding = roundingMs + clockErrorMs === 0 && call.index >= known.knownSince;
  return {
    ...known,
    remaining: Math.min(known.remaining, remaining),
    soonestMs: mayBeSliding ? resetAtMs : Math.min(known.soonestMs, resetAtMs),
    latestMs: Math.max(known.latestMs, resetAtMs),
    notBeforeMs: Math.max(known.notBeforeMs, call.sentMs),
    knownSince: remaining <= known.remaining ? sentBefore : known.knownSince,
  };
}

/** What one answer told of a window, and when. Times are ours, in milliseconds. */
export interface WindowSample {
  readonly limit: number;
  readonly remaining: number;
  /** The announced reset. */
  readonly resetAtMs: number;
  /** How much earlier or later than announced the reset may be: a second where it is told in whole seconds, else nothing. */
  readonly roundingMs: number;
  /** How much earlier it may be besides: a `Date` header, which a wrong clock is set by, is cut to the second, too. */
  readonly clockErrorMs: number;
  /** The window's length, where a policy names it. */
  readonly lengthMs?: number | undefined;
  readonly call: SentCall;
  readonly receivedAtMs: number;
  /** How many calls had been sent when the answer came. */
  readonly sentBefore: number;
}

/** A call: the how manieth, and when it was sent. */
export interface SentCall {
  readonly index: number;
  readonly sentMs: number;
}

const SECOND_MS = 1_000;

/** Timers and clocks differ by this much without meaning anything. */
const BLUR_MS = 10;

/** A yes that comes later than this after the time in question says nothing of that time. */
const PROMPT_MS = 250;

/** Doubt about a window's end is worth resolving from this share of its length on. */
const WORTH = 0.1;

/**
 * One limit of the server, as its answers show it, and what is known of the end of its window.
 *
 * A reset told in whole seconds leaves a doubt of two of them, which is most of a short window: too early is a refusal,
 * too late is time lost. Two questions remove the doubt, and the last call that a window has room for asks them by its
 * time of sending: has the next window opened at the announced reset already (then resets are rounded up, else down)? And
 * has it, a whole number of seconds behind the opening (then that is the length of all windows to come)? Either answer
 * costs nothing and refuses nothing. A window whose opening was not waited for may have been opened by somebody else, and
 * is not measured from there.
 */
export class LimitWindow {
  #current: Current;
  #rounding: 'unknown' | 'up' | 'down' | 'either' = 'unknown';
  #lengthMs: number | 'unknown' | 'uneven' = 'unknown';
  /** As far as the questions about the length have been answered with no. */
  #longerThanMs = 0;

  constructor(sample: WindowSample) {
    this.#current = opened(sample, false);
    if (sample.lengthMs) this.#lengthMs = sample.lengthMs;
  }

  /** Calls that the window had room for at the latest answer. */
  get remaining(): number {
    return this.#current.remaining;
  }

  /** From when on the next window is open, as far as can be known. */
  get opensAtMs(): number {
    const { lastMs } = this.#ends();
    const { waitedFor, receivedAtMs } = this.#current;
    return waitedFor && typeof this.#lengthMs === 'number' ? Math.min(lastMs, receivedAtMs + this.#lengthMs) : lastMs;
  }

  /** When to send the last call that there is room for: at once (in the past), or when it answers a question. */
  get lastAtMs(): number {
    return this.#question()?.atMs ?? this.#current.receivedAtMs;
  }

  /** Takes in what the answer to a call told. */
  observe(sample: WindowSample): void {
    const { call } = sample;
    const question = this.#question();
    const asked = question !== undefined && call.sentMs >= question.atMs && call.sentMs < this.opensAtMs;
    const turned = this.#isNext(sample);
    const isPrompt = sample.receivedAtMs - (question?.atMs ?? 0) <= PROMPT_MS;
    if (asked && (isPrompt || !turned)) this.#learn(question, turned);
    if (turned) this.#current = opened(sample, call.sentMs >= this.#ends().firstMs);
    else this.#current = narrowed(this.#current, sample);
  }

  /** A call was refused: the window had not ended when it was sent. What seemed to be known of its end is wrong. */
  refuse({ sentMs }: SentCall): void {
    if (sentMs >= this.opensAtMs) {
      this.#rounding = 'either';
      if (typeof this.#lengthMs === 'number') this.#lengthMs = 'uneven';
    }
    this.#current = { ...this.#current, remaining: 0, notBeforeMs: sentMs };
  }

  /** An answer to a call that was sent when the latest state was known, and tells of more room or a time behind the window. */
  #isNext({ call, remaining, resetAtMs, roundingMs, clockErrorMs }: WindowSample): boolean {
    const known = this.#current;
    if (call.index < known.knownSince) return false;
    if (resetAtMs - roundingMs - clockErrorMs > known.soonestMs + known.roundingMs) return true;
    return remaining > known.remaining || call.sentMs >= this.opensAtMs;
  }

  #learn({ about, lengthMs }: Question, turned: boolean): void {
    if (about === 'rounding' && turned && this.#current.clockErrorMs > 0) return;
    if (about === 'rounding') this.#rounding = turned ? 'up' : 'down';
    else if (turned) this.#lengthMs = lengthMs;
    else this.#longerThanMs = lengthMs;
  }

  #question(): Question | undefined {
    const { receivedAtMs, soonestMs, waitedFor } = this.#current;
    const { firstMs, lastMs } = this.#ends();
    if (lastMs - firstMs <= WORTH * (lastMs - receivedAtMs)) return undefined;
    if (this.#rounding === 'unknown') return { about: 'rounding', atMs: soonestMs, lengthMs: 0 };
    if (!waitedFor || this.#lengthMs !== 'unknown') return undefined;
    const longerThanMs = Math.max(this.#longerThanMs, firstMs - receivedAtMs - BLUR_MS, 0);
    const lengthMs = (Math.floor(longerThanMs / SECOND_MS) + 1) * SECOND_MS;
    const atMs = receivedAtMs + lengthMs;
    return atMs < lastMs ? { about: 'length', atMs, lengthMs } : undefined;
  }

  /** The first and the last time at which the window may end. */
  #ends(): { readonly firstMs: number; readonly lastMs: number } {
    const { soonestMs, latestMs, roundingMs, clockErrorMs, notBeforeMs } = this.#current;
    const firstMs = latestMs - clockErrorMs - (this.#rounding === 'down' ? 0 : roundingMs);
    const lastMs = this.#rounding === 'up' ? soonestMs : Math.max(soonestMs + roundingMs, latestMs);
    return { firstMs: Math.max(firstMs, notBeforeMs), lastMs: Math.max(firstMs, lastMs, notBeforeMs) + BLUR_MS };
  }
}

interface Question {
  readonly about: 'rounding' | 'length';
  readonly atMs: number;
  /** The length that a yes would mean. */
  readonly lengthMs: number;
}

/** The window that is open now. */
interface Current extends Pick<WindowSample, 'remaining' | 'roundingMs' | 'clockErrorMs'> {
  /** When its first answer came: it opened no later. */
  readonly receivedAtMs: number;
  /** Whether it was opened by the call that was waiting for it. */
  readonly waitedFor: boolean;
  /** The earliest and the latest of the resets that were announced for it: seconds to go are cut anew every time. */
  readonly soonestMs: number;
  readonly latestMs: number;
  /** It has not ended by then. */
  readonly notBeforeMs: number;
  /** From which call on answers are later than what is known. */
  readonly knownSince: number;
}

function opened(sample: WindowSample, isAwaited: boolean): Current {
  const { limit, remaining, resetAtMs, roundingMs, clockErrorMs, receivedAtMs, sentBefore, call } = sample;
  return {
    remaining,
    roundingMs,
    clockErrorMs,
    receivedAtMs,
    waitedFor: isAwaited && remaining === limit - 1,
    soonestMs: resetAtMs,
    latestMs: resetAtMs,
    notBeforeMs: call.sentMs,
    knownSince: sentBefore,
  };
}

/** Answers may overtake one another: the least room counts. A window that slides announces later resets as it goes. */
function narrowed(known: Current, sample: WindowSample): Current {
  const { remaining, resetAtMs, roundingMs, clockErrorMs, sentBefore, call } = sample;
  const slides = roundingMs + clockErrorMs === 0 && call.index >= known.knownSince;
  return {
    ...known,
    remaining: Math.min(known.remaining, remaining),
    soonestMs: slides ? resetAtMs : Math.min(known.soonestMs, resetAtMs),
    latestMs: Math.max(known.latestMs, resetAtMs),
    notBeforeMs: Math.max(known.notBeforeMs, call.sentMs),
    knownSince: remaining <= known.remaining ? sentBefore : known.knownSince,
  };
}

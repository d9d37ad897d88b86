/** The state of a window in one response. Times are by our clock, in milliseconds. */
export interface WindowSample {
  readonly limit: number;
  readonly remaining: number;
  /** The announced reset. */
  readonly resetAtMs: number;
  /** Rounding error of the reset: 1000 where it is given in whole seconds, else 0. */
  readonly roundingMs: number;
  /** Further error of a reset that was corrected by a `Date` header, which is truncated to the second. */
  readonly clockErrorMs: number;
  /** The window's length, where a policy names it. */
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

/** Tolerance for timers and clocks, in milliseconds. */
const BLUR_MS = 10;

/** Longest delay between the tested time and a probe's response; later responses prove nothing about that time. */
const PROMPT_MS = 250;

/** The end of a window is measured where its uncertainty is more than this share of its length. */
const WORTH = 0.1;

/**
 * One limit of the server, as its responses show it, and what is known about the end of its window.
 *
 * A reset in whole seconds is uncertain by two seconds. That is most of a short window: sending too early is refused, and
 * sending too late loses time. Two probes remove the uncertainty. The last call that a window allows is the probe, by its
 * time of sending. The first probe is sent at the announced reset: has the next window opened? Then resets are rounded
 * up, else down. The second probe is sent a whole number of seconds after the opening: has it opened? Then that is the
 * length of all later windows. Probes cost no extra call and are never refused. A window may have been opened by another
 * client, unless this client waited for its opening; only then is it measured.
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

  /** Time from which the next window is open, as far as it is known. */
  get opensAtMs(): number {
    const { lastMs } = this.#ends();
    const { waitedFor, receivedAtMs } = this.#current;
    return waitedFor && typeof this.#lengthMs === 'number' ? Math.min(lastMs, receivedAtMs + this.#lengthMs) : lastMs;
  }

  /** When to send the last call of the window: at once (a time in the past), or at the time of a probe. */
  get lastAtMs(): number {
    return this.#question()?.atMs ?? this.#current.receivedAtMs;
  }

  /** Updates the window from a response. */
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

  /** A call was refused: the window had not ended when it was sent, so the measured end is wrong. */
  refuse({ sentMs }: SentCall): void {
    if (sentMs >= this.opensAtMs) {
      this.#rounding = 'either';
      if (typeof this.#lengthMs === 'number') this.#lengthMs = 'uneven';
    }
    this.#current = { ...this.#current, remaining: 0, notBeforeMs: sentMs };
  }

  /** Whether a response belongs to a new window: its call was sent after the latest state was known, and it shows more remaining calls or a later time. */
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
  /** The length that a successful probe would prove. */
  readonly lengthMs: number;
}

/** The current window. */
interface Current extends Pick<WindowSample, 'remaining' | 'roundingMs' | 'clockErrorMs'> {
  /** When its first response arrived: it opened no later. */
  readonly receivedAtMs: number;
  /** Whether it was opened by the call that was waiting for it. */
  readonly waitedFor: boolean;
  /** The earliest and the latest reset announced for it: seconds to go are rounded anew in each response. */
  readonly soonestMs: number;
  readonly latestMs: number;
  /** Time at which it had not ended yet. */
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
    waitedFor: isAwaited && remaining === limit - 1,
    soonestMs: resetAtMs,
    latestMs: resetAtMs,
    notBeforeMs: call.sentMs,
    knownSince: sentBefore,
  };
}

/** Responses may overtake one another, so the smallest remaining count holds. A sliding window announces ever later resets. */
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

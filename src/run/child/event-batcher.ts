import type { Event, ItemPlace } from '../protocol.ts';

/** Events are sent together: one message for many, but none later than this, in milliseconds. */
const DELAY_MS = 50;

/** Most events of one message. */
const BATCH = 100;

/** Sends events to the parent in batches. */
export class EventBatcher {
  readonly #send: (events: readonly Event[], sent: () => void) => void;
  readonly #timer: NodeJS.Timeout;
  #events: Event[] = [];
  #place: () => ItemPlace | undefined = () => undefined;
  #told: ItemPlace | undefined;
  #closed = false;

  constructor(send: (events: readonly Event[], sent: () => void) => void) {
    this.#send = send;
    this.#timer = setInterval(() => this.#flush(), DELAY_MS);
    this.#timer.unref();
  }

  /** Has the place told that is under way, when a message goes out anyway or a while after it changed. */
  watch(place: () => ItemPlace | undefined): void {
    this.#place = place;
  }

  /** Takes an event; it is sent soon. */
  put(event: Event): void {
    if (this.#closed) return;
    this.#events.push(event);
    if (this.#events.length >= BATCH) this.#flush();
  }

  /** Sends what is left, takes nothing more, and calls back when it is out. */
  close(done: () => void): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    this.#send(this.#events, done);
  }

  #flush(): void {
    if (this.#closed) return;
    const place = this.#place();
    if (place && place !== this.#told) this.#events.push({ type: 'at', place });
    this.#told = place;
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    this.#send(events, () => undefined);
  }
}

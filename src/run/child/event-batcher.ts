import type { Event, ItemPlace } from '../protocol.ts';

/** Longest time before an event is sent, in milliseconds. */
const DELAY_MS = 50;

/** Most events in a message. */
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

  /** Sets the running item. It is sent with the next message, or a while later. */
  watch(place: () => ItemPlace | undefined): void {
    this.#place = place;
  }

  /** Adds an event; it is sent soon. */
  put(event: Event): void {
    if (this.#closed) return;
    this.#events.push(event);
    if (this.#events.length >= BATCH) this.#flush();
  }

  /** Sends the remaining events and closes. Calls back when they are sent. */
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

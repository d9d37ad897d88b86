import { redactor, Secret } from '../core/secret.ts';

/** Passing credentials that are remembered: some APIs want a new one for every request, and runs are long. */
const PASSING = 50;

/** A redactor that learns: secrets that scripts come by are hidden as well. */
export class Veil {
  readonly #texts: Set<string>;
  readonly #passing = new Set<string>();
  #redact: ((text: string) => string) | undefined;

  constructor(texts: readonly string[]) {
    this.#texts = new Set(texts);
  }

  /** Adds a secret; whether it is a new one. */
  add(text: string): boolean {
    if (this.#texts.has(text)) return false;
    this.#texts.add(text);
    this.#redact = undefined;
    return true;
  }

  /** Adds the credential of a request; the oldest of many are forgotten. */
  pass(text: string): void {
    if (this.#texts.has(text) || this.#passing.has(text)) return;
    this.#passing.add(text);
    const [oldest] = this.#passing;
    if (oldest !== undefined && this.#passing.size > PASSING) this.#passing.delete(oldest);
    this.#redact = undefined;
  }

  /** The text with every secret known so far replaced. */
  hide(text: string): string {
    this.#redact ??= redactor([...this.#texts, ...this.#passing].map((one) => new Secret(one)));
    return this.#redact(text);
  }
}

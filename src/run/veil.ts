import { redactor, Secret } from '../core/secret.ts';

/** A redactor that learns: secrets that scripts come by are hidden as well. */
export class Veil {
  readonly #texts: Set<string>;
  #redact: (text: string) => string;

  constructor(texts: readonly string[]) {
    this.#texts = new Set(texts);
    this.#redact = this.#compiled();
  }

  /** Adds a secret; whether it is a new one. */
  add(text: string): boolean {
    if (this.#texts.has(text)) return false;
    this.#texts.add(text);
    this.#redact = this.#compiled();
    return true;
  }

  /** The text with every secret known so far replaced. */
  hide(text: string): string {
    return this.#redact(text);
  }

  #compiled(): (text: string) => string {
    return redactor([...this.#texts].map((text) => new Secret(text)));
  }
}

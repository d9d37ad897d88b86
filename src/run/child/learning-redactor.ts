import { formsOf, redactor, Secret } from '../../core/model/secret.ts';

/** Most secrets that are remembered: an API may issue a new token for every request of a long run. */
const LEARNED = 50;

/** A redactor that also learns secrets from scripts and requests during a run. */
export class LearningRedactor {
  readonly #known: ReadonlySet<string>;
  readonly #redact: (text: string) => string;
  /** The latest secrets, each with its encoded forms. They change too often for a compiled pattern. */
  readonly #learned = new Map<string, readonly string[]>();

  constructor(texts: readonly string[]) {
    this.#known = new Set(texts);
    this.#redact = redactor(texts.map((text) => new Secret(text)));
  }

  /** Adds a secret; beyond the limit, the oldest is forgotten. Returns whether it is new. */
  add(text: string): boolean {
    if (this.#known.has(text) || this.#learned.has(text)) return false;
    this.#learned.set(text, formsOf(text));
    const [oldest] = this.#learned.keys();
    if (oldest !== undefined && this.#learned.size > LEARNED) this.#learned.delete(oldest);
    return true;
  }

  /** The text with every secret known so far replaced. */
  redact(text: string): string {
    let hidden = this.#redact(text);
    for (const forms of this.#learned.values()) {
      for (const form of forms) if (form.length <= hidden.length) hidden = hidden.replaceAll(form, '***');
    }
    return hidden;
  }
}

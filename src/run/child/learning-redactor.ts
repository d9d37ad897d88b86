import { formsOf, redactor, Secret } from '../../core/model/secret.ts';

/** Secrets of a run that are remembered: some APIs want a new one for every request, and runs are long. */
const LEARNED = 50;

/** A redactor that learns: secrets that scripts and requests come by are hidden as well. */
export class LearningRedactor {
  readonly #known: ReadonlySet<string>;
  readonly #redact: (text: string) => string;
  /** The latest, each with its forms: looked for one by one, since they change too often to be compiled. */
  readonly #learned = new Map<string, readonly string[]>();

  constructor(texts: readonly string[]) {
    this.#known = new Set(texts);
    this.#redact = redactor(texts.map((text) => new Secret(text)));
  }

  /** Adds a secret, and forgets the oldest of many; whether it is a new one. */
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

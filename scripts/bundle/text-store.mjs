/** Texts one after the other, each found by where it starts and how long it is, in bytes. */
export class TextStore {
  #parts = [];
  #length = 0;

  /** Adds a text; answers its start and length. */
  add(text) {
    const bytes = Buffer.from(text, 'utf8');
    const start = this.#length;
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return [start, bytes.length];
  }

  bytes() {
    return Buffer.concat(this.#parts);
  }
}

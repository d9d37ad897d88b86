/** Texts in one file. Each is identified by its start and its length in bytes. */
export class TextStore {
  #parts = [];
  #length = 0;

  /** Adds a text. Returns its start and length. */
  add(text) {
    const bytes = Buffer.from(text, 'utf8');
    const start = this.#length;
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return [start, bytes.length];
  }

  /** The content of the file. */
  bytes() {
    return Buffer.concat(this.#parts);
  }
}

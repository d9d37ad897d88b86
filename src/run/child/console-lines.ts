import { inspect } from 'node:util';
import { CONSOLE_LENGTH } from './item-state.ts';

/** Most lines of script output that are kept of a run. */
const MOST_LINES = 2000;

/**
 * Most characters of a line before redaction. More than is shown, so that a secret at the final cut is redacted as a
 * whole.
 */
const LONGEST = 4 * CONSOLE_LENGTH;

/** Formats script output, up to a number of lines for each run. */
export class ConsoleLines {
  #count = 0;

  /** The printed values as one line; undefined once the run has printed too much. */
  lineOf(level: string, messages: readonly unknown[]): string | undefined {
    if (this.#count > MOST_LINES) return undefined;
    this.#count += 1;
    if (this.#count > MOST_LINES) return '… (more output is left out)';
    const texts = messages.map((message) =>
      typeof message === 'string'
        ? message
        : inspect(message, { depth: 3, breakLength: 120, maxStringLength: LONGEST }),
    );
    return `${level}: ${texts.join(' ').slice(0, LONGEST)}`;
  }
}

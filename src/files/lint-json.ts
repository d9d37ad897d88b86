import { endOfString, positionAt } from '../core/lib/json-positions.ts';
import type { Problem } from '../core/model/problem.ts';

/**
 * Finds values that `JSON.parse` changes silently: it drops the first of two equal keys, and rounds numbers that a
 * double cannot represent. Scans a valid JSON text once without building a document, which is faster than parsing.
 */
export function lintJson(path: string, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  let last = { offset: 0, position: { line: 1, column: 1 } };
  scan(text, (offset, reason) => {
    last = { offset, position: positionAt(text, offset, last) };
    problems.push({ path, position: last.position, code: 'file-format', ...reason });
  });
  return problems;
}

type Reason = Pick<Problem, 'message' | 'remedy'>;

function scan(text: string, report: (offset: number, reason: Reason) => void): void {
  const keys = new KeyTracker();
  for (let at = 0, end = 0; at < text.length; at = end) {
    const char = text.charCodeAt(at);
    let reason: Reason | undefined;
    end = at + 1;
    if (char === QUOTE) {
      end = endOfString(text, at);
      if (keys.isKeyNext) reason = keys.addKey(text.slice(at, end));
    } else if (char === MINUS || isDigit(char)) {
      end = endOfNumber(text, end);
      reason = lossOf(text.slice(at, end));
    } else {
      keys.readPunctuation(char);
    }
    if (reason) report(at, reason);
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Characters of numbers such as `1.5e+10` and `1E-7`, besides digits. */
const NUMBER_CHARS: ReadonlySet<number> = new Set(Array.from('.eE+-', (char) => char.charCodeAt(0)));

const isDigit = (char: number): boolean => char >= 0x30 && char <= 0x39;

/** Tracks the keys of the current object and of the objects around it. */
class KeyTracker {
  /** Whether the next string is a key. */
  isKeyNext = false;
  /** Keys of the current object; undefined in an array. */
  #keys: Set<string> | undefined;
  readonly #outer: (Set<string> | undefined)[] = [];

  readPunctuation(char: number): void {
    if (char === OPEN_OBJECT || char === OPEN_ARRAY) {
      this.#outer.push(this.#keys);
      this.#keys = char === OPEN_OBJECT ? new Set() : undefined;
      this.isKeyNext = char === OPEN_OBJECT;
    } else if (char === CLOSE_OBJECT || char === CLOSE_ARRAY) {
      this.#keys = this.#outer.pop();
      this.isKeyNext = false;
    } else if (char === COMMA) {
      this.isKeyNext = this.#keys !== undefined;
    }
  }

  /** Adds a key, given in its quotes; returns a reason for a repeated key. */
  addKey(quoted: string): Reason | undefined {
    const name: string = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
    const isRepeated = this.#keys?.has(name);
    this.#keys?.add(name);
    this.isKeyNext = false;
    return isRepeated ? repeatedKey(name) : undefined;
  }
}

function endOfNumber(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end)) || NUMBER_CHARS.has(text.charCodeAt(end))) end += 1;
  return end;
}

const repeatedKey = (name: string): Reason => ({
  message: `The key "${name}" stands in its object already`,
  remedy: 'Keep one of the two: of both, only the last would be sent.',
});

/** A double represents every number with this many digits exactly. */
const SAFE_DIGITS = 15;

/** The reason for a number that a double cannot represent. It does not show the number, which may be a secret. */
function lossOf(number: string): Reason | undefined {
  if (number.length <= SAFE_DIGITS && !/e/i.test(number)) return undefined;
  const cause = causeOfLoss(number);
  return cause === undefined
    ? undefined
    : { message: `A number cannot be kept as it is written: ${cause}`, remedy: 'Write it as a string, in quotes.' };
}

/** Undefined for a number that is kept. Rounded digits after a decimal point are not reported. */
function causeOfLoss(written: string): string | undefined {
  const value = Number(written);
  if (!Number.isFinite(value)) return 'it is larger than a double can be';
  if (value === 0) return /^[^e]*[1-9]/i.test(written) ? 'it is smaller than a double can be' : undefined;
  const isKept = /[.e]/i.test(written) || significant(written) === significant(String(value));
  return isKept ? undefined : 'it has more digits than a double can hold';
}

/** `-1200` and `-1.2e+3` → `12`. */
const significant = (number: string): string => number.replace(/e.*|[-.]/g, '').replace(/0+$/, '');

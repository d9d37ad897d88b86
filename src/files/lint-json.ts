import { endOfString, positionAt } from '../core/lib/json-positions.ts';
import type { Problem } from '../core/model/problem.ts';

/**
 * Finds what `JSON.parse` changes silently: of two equal keys it loses the first, and a number that no double can hold
 * becomes another one. Reads a valid JSON text once and builds no document, which takes less time than parsing.
 */
export function lintJson(path: string, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  let last = { offset: 0, position: { line: 1, column: 1 } };
  walk(text, (offset, fault) => {
    last = { offset, position: positionAt(text, offset, last) };
    problems.push({ path, position: last.position, code: 'file-format', ...fault });
  });
  return problems;
}

type Fault = Pick<Problem, 'message' | 'remedy'>;

function walk(text: string, report: (offset: number, fault: Fault) => void): void {
  const keys = new Keys();
  for (let at = 0, end = 0; at < text.length; at = end) {
    const sign = text.charCodeAt(at);
    let fault: Fault | undefined;
    end = at + 1;
    if (sign === QUOTE) {
      end = endOfString(text, at);
      if (keys.areExpected) fault = keys.add(text.slice(at, end));
    } else if (sign === MINUS || isDigit(sign)) {
      end = endOfNumber(text, end);
      fault = faultOf(text.slice(at, end));
    } else {
      keys.pass(sign);
    }
    if (fault) report(at, fault);
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Of `1.5e+10`, `1E-7`. */
const SIGNS_IN_NUMBERS: ReadonlySet<number> = new Set(Array.from('.eE+-', (sign) => sign.charCodeAt(0)));

const isDigit = (sign: number): boolean => sign >= 0x30 && sign <= 0x39;

/** The keys of an object, and the object around it. */
class Keys {
  areExpected = false;
  /** Undefined in an array. */
  #here: Set<string> | undefined;
  readonly #around: (Set<string> | undefined)[] = [];

  pass(sign: number): void {
    if (sign === OPEN_OBJECT || sign === OPEN_ARRAY) {
      this.#around.push(this.#here);
      this.#here = sign === OPEN_OBJECT ? new Set() : undefined;
      this.areExpected = sign === OPEN_OBJECT;
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_ARRAY) {
      this.#here = this.#around.pop();
      this.areExpected = false;
    } else if (sign === COMMA) {
      this.areExpected = this.#here !== undefined;
    }
  }

  /** Takes a key in its quotes. */
  add(quoted: string): Fault | undefined {
    const name: string = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
    const isRepeated = this.#here?.has(name);
    this.#here?.add(name);
    this.areExpected = false;
    return isRepeated ? repeated(name) : undefined;
  }
}

function endOfNumber(text: string, start: number): number {
  let end = start;
  for (let sign = text.charCodeAt(end); isDigit(sign) || SIGNS_IN_NUMBERS.has(sign); sign = text.charCodeAt(end))
    end += 1;
  return end;
}

const repeated = (name: string): Fault => ({
  message: `The key "${name}" stands in its object already`,
  remedy: 'Keep one of the two: of both, only the last would be sent.',
});

/** Every double has at least this many exact digits. */
const SAFE = 15;

/** The message does not show the number: it may be a secret. */
function faultOf(number: string): Fault | undefined {
  if (number.length <= SAFE && !/e/i.test(number)) return undefined;
  const why = whyLost(number);
  return why === undefined
    ? undefined
    : { message: `A number cannot be kept as it is written: ${why}`, remedy: 'Write it as a string, in quotes.' };
}

/** Digits of a decimal beyond the precision of a double are not reported. */
function whyLost(written: string): string | undefined {
  const value = Number(written);
  if (!Number.isFinite(value)) return 'it is larger than a double can be';
  if (value === 0) return /^[^e]*[1-9]/i.test(written) ? 'it is smaller than a double can be' : undefined;
  const isKept = /[.e]/i.test(written) || significant(written) === significant(String(value));
  return isKept ? undefined : 'it has more digits than a double can hold';
}

/** `-1200` and `-1.2e+3` → `12`. */
const significant = (number: string): string => number.replace(/e.*|[-.]/g, '').replace(/0+$/, '');

import type { Failure } from '../../core/model/run-result.ts';
import { asText } from './as-text.ts';
import type { RuntimeError } from './newman/newman-types.ts';

/** Characters of either side that are looked at; the recorder cuts further, after it has redacted. */
const LONGEST = 8192;

/** Shorter texts on one line are read as well in the message. */
const READABLE = 60;

/** Expected and actual of a failed comparison; undefined where the message alone says it as well. */
export function comparisonOf({ showDiff, expected, actual }: RuntimeError): Failure['comparison'] {
  if (showDiff !== true) return undefined;
  const sides = { expected: written(expected), actual: written(actual) };
  const texts = Object.values(sides);
  return texts.some((text) => text.length > READABLE || text.includes('\n')) ? sides : undefined;
}

const written = (value: unknown): string =>
  (typeof value === 'string' ? value : (jsonOf(value) ?? asText(value))).slice(0, LONGEST);

/** Undefined for what JSON cannot hold, such as a cycle. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return undefined;
  }
}

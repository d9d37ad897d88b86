import type { Failure } from '../../core/model/run-result.ts';
import { asText } from './as-text.ts';
import type { RuntimeError } from './newman/newman-types.ts';

/** Most characters of each side. The recorder truncates further, after redaction. */
const LONGEST = 8192;

/** Shorter single-line texts are readable in the message. */
const READABLE = 60;

/** Expected and actual value of a failed comparison; undefined where the message shows both well enough. */
export function comparisonOf({ showDiff, expected, actual }: RuntimeError): Failure['comparison'] {
  if (showDiff !== true) return undefined;
  const sides = { expected: written(expected), actual: written(actual) };
  const texts = Object.values(sides);
  return texts.some((text) => text.length > READABLE || text.includes('\n')) ? sides : undefined;
}

const written = (value: unknown): string =>
  (typeof value === 'string' ? value : (jsonOf(value) ?? asText(value))).slice(0, LONGEST);

/** The value as indented JSON; undefined where JSON cannot hold it (a cycle). */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return undefined;
  }
}

import { groupBy } from '../lib/group-by.ts';
import type { Violation } from '../model/contract.ts';
import { placeKey } from './documents.ts';
import type { Deviation } from './exchange.ts';

/** A violation before it is grouped. */
export type Occurrence = Omit<Violation, 'count'>;

/** Groups occurrences by suite, request and rule. A group has the details of its first occurrence. */
export const groupViolations = (occurrences: readonly Occurrence[]): readonly Violation[] =>
  [...groupBy(occurrences, groupKey).values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({ ...first, count: same.length })),
  );

const groupKey = ({ suite, path, request, operation, part, pointer, expected, document, place }: Occurrence): string =>
  JSON.stringify([
    suite,
    path,
    request,
    place?.line,
    operation,
    part,
    pattern(pointer),
    expected,
    document.file,
    document.line,
  ]);

/** A pointer without indices of elements. */
const pattern = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

/**
 * The first deviations, with at least one for every rule of the document and every kind of place in the value, as far as
 * there is room: many deviations that a rule of the configuration accepts must not hide another one.
 */
export function ofEveryRule(deviations: readonly Deviation[], most: number): readonly Deviation[] {
  if (deviations.length <= most) return deviations;
  const firsts = (keyOf: (deviation: Deviation) => string): readonly Deviation[] => [
    ...new Map([...deviations].reverse().map((deviation) => [keyOf(deviation), deviation])).values(),
  ];
  const rules = firsts(({ place, expected }) => `${placeKey(place)} ${expected}`);
  const places = firsts(({ part, pointer, expected }) => `${part} ${pattern(pointer)} ${expected}`);
  const kept = new Set([...new Set([...rules, ...places, ...deviations])].slice(0, most));
  return deviations.filter((deviation) => kept.has(deviation));
}

/** A rule that accepts deviations, with its reason. */
export interface IgnoreRule {
  /** The operation's id, or `*` for all. */
  readonly operation: string;
  /** A JSON pointer; `*` matches a step, `**` at the end everything below. Absent: all deviations of the operation. */
  readonly pointer?: string;
  readonly reason: string;
}

/** The rule that accepts a deviation. */
export const ignoredBy = (
  rules: readonly IgnoreRule[],
  operation: string,
  { pointer }: Pick<Deviation, 'pointer'>,
): IgnoreRule | undefined =>
  rules.find((rule) => (rule.operation === '*' || rule.operation === operation) && matches(rule.pointer, pointer));

function matches(rule: string | undefined, pointer: string): boolean {
  if (rule === undefined || rule === pointer) return true;
  const [wanted, steps] = [rule.split('/'), pointer.split('/')];
  const isOpen = wanted.at(-1) === '**';
  const fixed = isOpen ? wanted.slice(0, -1) : wanted;
  return (
    (isOpen ? steps.length >= fixed.length : steps.length === fixed.length) &&
    fixed.every((step, index) => step === '*' || step === steps[index])
  );
}

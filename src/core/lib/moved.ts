/**
 * An entry whose place in a list changed, and the entry that is now before it; `after` is absent for the first entry.
 */
export interface MovedEntry {
  readonly entry: string;
  readonly after?: string;
}

/** The smallest set of entries whose moves explain the new order of the entries common to both lists. */
export function movedEntries(was: readonly string[], is: readonly string[]): readonly MovedEntry[] {
  const places = new Map(was.map((entry, at) => [entry, at]));
  const common = is.filter((entry) => places.has(entry));
  const kept = longestRising(common.map((entry) => places.get(entry) ?? 0));
  return common.flatMap((entry, at) => {
    if (kept.has(at)) return [];
    const after = common[at - 1];
    return [after === undefined ? { entry } : { entry, after }];
  });
}

/** The indexes of the longest rising subsequence (patience sorting). */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    const pile = firstPile(tops, (top) => (numbers[top] ?? 0) >= number);
    before.push(tops[pile - 1]);
    tops[pile] = at;
  }
  const kept = new Set<number>();
  for (let at = tops.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}

function firstPile(tops: readonly number[], fits: (top: number) => boolean): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = tops[middle];
    if (top !== undefined && fits(top)) high = middle;
    else low = middle + 1;
  }
  return low;
}

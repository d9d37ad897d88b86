import { movedEntries } from '../../core/lib/moved.ts';

/** The values that decide the order of siblings. */
export interface Ordered {
  readonly order: number;
  readonly name: string;
  readonly file: string;
}

/** Ascending by `order`, then by name as Postman compares names, then by file. */
export const inOrder = (a: Ordered, b: Ordered): number =>
  a.order - b.order || compare(a.name, b.name) || compare(a.file, b.file);

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A folder or request among its siblings, in the wanted sequence. Without `order` it is new in its directory. */
export interface Sibling {
  readonly name: string;
  readonly file: string;
  readonly order: number | undefined;
}

/** The difference between neighbours that Postman uses. */
const STEP = 1000;

/**
 * A value of `order` for each sibling, which gives the wanted sequence. Siblings that did not move keep theirs if
 * possible.
 */
export function siblingOrders(siblings: readonly Sibling[]): readonly number[] {
  const orders = between(siblings, unmoved(siblings));
  const placed = siblings.map((sibling, at): Ordered => ({ ...sibling, order: orders[at] ?? 0 }));
  const isSorted = placed.every((each, at) => at === 0 || inOrder(placed[at - 1] ?? each, each) < 0);
  return isSorted ? orders : siblings.map((_, at) => (at + 1) * STEP);
}

function unmoved(siblings: readonly Sibling[]): ReadonlySet<number> {
  const known = siblings.flatMap(({ name, file, order }, at) =>
    order === undefined ? [] : [{ name, file, order, at }],
  );
  const names = (each: typeof known): readonly string[] => each.map(({ at }) => String(at));
  const moved = new Set(movedEntries(names([...known].sort(inOrder)), names(known)).map(({ entry }) => entry));
  return new Set(known.flatMap(({ at }) => (moved.has(String(at)) ? [] : [at])));
}

/** Orders in which a sibling that moved is halfway between its neighbours. */
function between(siblings: readonly Sibling[], kept: ReadonlySet<number>): readonly number[] {
  const orders: number[] = [];
  for (const [at, { order }] of siblings.entries()) {
    const before = orders[at - 1];
    const after = siblings.find((_, index) => index > at && kept.has(index))?.order;
    orders.push(kept.has(at) && order !== undefined ? order : middle(before, after));
  }
  return orders;
}

function middle(before: number | undefined, after: number | undefined): number {
  if (after === undefined) return (before ?? 0) + STEP;
  if (before === undefined) return after > 0 ? after / 2 : after - STEP;
  return (before + after) / 2;
}

import type { Versions } from './versions.ts';

/** The order of a merged list. `crosses`: both sides reordered members in contradictory ways. */
export interface MergedOrder<T> {
  readonly order: readonly T[];
  readonly crosses: boolean;
}

/**
 * Merges three orders of the remaining members. Two members that both sides have are in the order of the side that
 * changed their order. A member that only one side has follows its predecessor on that side; ours come before theirs.
 */
export function mergeOrder<T>({ base, ours, theirs }: Versions<readonly T[]>): MergedOrder<T> {
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const common = {
    ours: ours.filter((member) => inTheirs.has(member)),
    theirs: theirs.filter((member) => inOurs.has(member)),
  };
  const { order, crosses } = mergeCommon({ base, ...common });
  const added = new Set(ours.filter((member) => !inTheirs.has(member)));
  const withOurs = inserted(order, { list: ours, behind: new Set() });
  return { order: inserted(withOurs, { list: theirs, behind: added }), crosses };
}

/** Inserts additional members of `list`, each after its predecessor in `list` and after members of `behind` there. */
function inserted<T>(
  order: readonly T[],
  { list, behind }: { readonly list: readonly T[]; readonly behind: ReadonlySet<T> },
): readonly T[] {
  const result = [...order];
  const known = new Set(order);
  for (const [index, member] of list.entries()) {
    if (known.has(member)) continue;
    const before = list[index - 1];
    let at = before === undefined ? 0 : result.indexOf(before) + 1;
    for (let next = result[at]; next !== undefined && behind.has(next); next = result[at]) at += 1;
    result.splice(at, 0, member);
  }
  return result;
}

/** Merges two orders of the same members. */
function mergeCommon<T>({ base, ours, theirs }: Versions<readonly T[]>): MergedOrder<T> {
  const members = new Set(ours);
  const former = base.filter((member) => members.has(member));
  const known = new Set(former);
  const isAsBefore = (list: readonly T[]): boolean => sameOrder(former, list, known);
  if (sameOrder(ours, theirs, members) || isAsBefore(theirs)) return { order: ours, crosses: false };
  return isAsBefore(ours) ? { order: theirs, crosses: false } : pairByPair({ base: former, ours, theirs });
}

function sameOrder<T>(a: readonly T[], b: readonly T[], members: ReadonlySet<T>): boolean {
  const others = b.filter((member) => members.has(member));
  return a.every((member, index) => member === others[index]);
}

/**
 * Sorts members by the number of members before each of them. Equal numbers mean that the orders contradict each other.
 */
function pairByPair<T>(versions: Versions<readonly T[]>): MergedOrder<T> {
  const isBefore = precedence(versions);
  const ranks = new Map(
    versions.ours.map((member) => [
      member,
      versions.ours.filter((other) => other !== member && isBefore(other, member)).length,
    ]),
  );
  if (new Set(ranks.values()).size < ranks.size) return { order: versions.ours, crosses: true };
  const rankOf = (member: T): number => ranks.get(member) ?? 0;
  return { order: [...versions.ours].sort((a, b) => rankOf(a) - rankOf(b)), crosses: false };
}

/** Whether `a` comes before `b` in the merged order: in theirs if our order is as in the base, otherwise in ours. */
function precedence<T>({ base, ours, theirs }: Versions<readonly T[]>): (a: T, b: T) => boolean {
  const [former, our, their] = [base, ours, theirs].map(
    (list) => new Map(list.map((member, index) => [member, index])),
  );
  const before = (places: ReadonlyMap<T, number> | undefined, a: T, b: T): boolean | undefined => {
    const [x, y] = [places?.get(a), places?.get(b)];
    return x === undefined || y === undefined ? undefined : x < y;
  };
  return (a, b) => {
    const [inBase, inOurs, inTheirs] = [before(former, a, b), before(our, a, b), before(their, a, b)];
    return (inBase !== undefined && inBase === inOurs ? inTheirs : inOurs) ?? false;
  };
}

import { groupBy } from '../../lib/group-by.ts';
import { isObject, type JsonObject, type JsonValue, same } from '../../lib/json.ts';
import { type MergedOrder, mergeOrder } from './order.ts';
import {
  type Canonical,
  type Conflict,
  clean,
  inside,
  type MergeContext,
  type Merged,
  type Merger,
  type Versions,
  whole,
} from './versions.ts';

/** Rules for merging a list of objects. */
export interface ListShape {
  /** A key; members of different versions with equal keys may be the same member. */
  readonly keyOf: (member: JsonObject) => string;
  /** A member's id, if it has one. Ids identify members reliably. */
  readonly idOf?: (member: JsonObject) => string | undefined;
  /** The member's name in a conflict. */
  readonly label: (member: JsonObject) => string;
  readonly member: Merger;
  /** The canonical form, for comparison. */
  readonly canonical: Canonical;
  /** Whether the order is significant. */
  readonly isOrdered?: boolean;
  /**
   * Whether members added by both sides under the same key are one member only if they are equal; otherwise both stay.
   */
  readonly keepsBoth?: boolean;
}

/** One member in up to three versions. */
type Member = Versions<JsonObject | undefined>;

/** Merges lists member by member. A missing list is empty; other values are merged as a whole. */
export function list(shape: ListShape): Merger {
  return (versions, context) => {
    const { base, ours, theirs } = versions;
    if (![ours, theirs].every(isListOrAbsent)) return whole()(versions, context);
    if (ours == null && theirs == null) return clean(ours);
    const members = alignMembers({ base: membersOf(base), ours: membersOf(ours), theirs: membersOf(theirs) }, shape);
    return merged(members, { versions, shape, context });
  };
}

const isListOrAbsent = (value: JsonValue | undefined): boolean =>
  value == null || (Array.isArray(value) && value.every((entry: JsonValue) => isObject(entry)));

const membersOf = (value: JsonValue | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((entry): entry is JsonObject => isObject(entry)) : [];

interface MergeInput {
  readonly versions: Versions;
  readonly shape: ListShape;
  readonly context: MergeContext;
}

function merged(members: readonly Member[], { versions, shape, context }: MergeInput): Merged {
  const ourPlaces = indexes(versions.ours);
  const results = new Map(members.map((member) => [member, mergeMember(member, { shape, context, ourPlaces })]));
  const kept = members.filter((member) => results.get(member)?.value !== undefined);
  const { order, crosses } = orderOf(kept, { versions, shape });
  const values = order.flatMap((member) => results.get(member)?.value ?? []);
  const conflicts = [...results.values()].flatMap((member) => member.conflicts);
  const value = values.length === 0 && versions.ours == null ? versions.ours : values;
  return { value, conflicts: crosses ? [...conflicts, orderConflict({ versions, shape, context })] : conflicts };
}

function orderConflict({ versions, shape, context }: MergeInput): Conflict {
  const names = (version: JsonValue | undefined): readonly string[] => membersOf(version).map(shape.label);
  const { base, ours, theirs } = versions;
  return {
    base: names(base),
    ours: names(ours),
    theirs: names(theirs),
    at: [...context.at, 'order'],
    path: context.path,
  };
}

/** The index of each member in a list. */
const indexes = (version: JsonValue | undefined): ReadonlyMap<JsonObject, number> =>
  new Map(membersOf(version).map((member, index) => [member, index]));

function mergeMember(
  versions: Member,
  { shape, context, ourPlaces }: Omit<MergeInput, 'versions'> & { readonly ourPlaces: ReadonlyMap<JsonObject, number> },
): Merged {
  const some = versions.ours ?? versions.theirs ?? versions.base;
  const index = versions.ours && ourPlaces.get(versions.ours);
  const label = some && shape.label(some);
  if (index !== undefined) return shape.member(versions, inside(context, { at: label, path: index }));
  return shape.member(versions, { ...context, at: label ? [...context.at, label] : context.at });
}

function orderOf(
  members: readonly Member[],
  { versions, shape }: Pick<MergeInput, 'versions' | 'shape'>,
): MergedOrder<Member> {
  const orderIn = (side: keyof Versions): readonly Member[] => {
    const places = indexes(versions[side]);
    const placeOf = ({ [side]: member }: Member): number => (member ? (places.get(member) ?? 0) : 0);
    return members.filter((member) => member[side]).sort((a, b) => placeOf(a) - placeOf(b));
  };
  const orders = { base: orderIn('base'), ours: orderIn('ours'), theirs: orderIn('theirs') };
  const merged = mergeOrder(orders);
  if (shape.isOrdered) return merged;
  return { order: mergeOrder({ ...orders, base: orders.theirs }).order, crosses: false };
}

/** Matches members of the three versions. */
function alignMembers({ base, ours, theirs }: Versions<readonly JsonObject[]>, shape: ListShape): readonly Member[] {
  const matchesIn = (others: readonly JsonObject[]) => matchMembers(base, others, { shape, rule: 'same key' });
  const [inOurs, inTheirs] = [matchesIn(ours), matchesIn(theirs)];
  const [takenOurs, takenTheirs] = [new Set(inOurs.values()), new Set(inTheirs.values())];
  const newOurs = ours.filter((member) => !takenOurs.has(member));
  const newTheirs = theirs.filter((member) => !takenTheirs.has(member));
  const inBoth = matchMembers(newOurs, newTheirs, { shape, rule: shape.keepsBoth ? 'equal' : 'same key' });
  const takenNew = new Set(inBoth.values());
  return [
    ...base.map((member) => ({ base: member, ours: inOurs.get(member), theirs: inTheirs.get(member) })),
    ...newOurs.map((member) => ({ base: undefined, ours: member, theirs: inBoth.get(member) })),
    ...newTheirs
      .filter((member) => !takenNew.has(member))
      .map((member) => ({ base: undefined, ours: undefined, theirs: member })),
  ];
}

/** Matches members by id, then equal members by key, then, unless only equal members count, members by key in order. */
function matchMembers(
  some: readonly JsonObject[],
  others: readonly JsonObject[],
  { shape, rule }: { readonly shape: ListShape; readonly rule: 'equal' | 'same key' },
): ReadonlyMap<JsonObject, JsonObject> {
  const pairs = new Map<JsonObject, JsonObject>();
  const free = new Set(others);
  const isEqual = (a: JsonObject, b: JsonObject): boolean => same(shape.canonical(a), shape.canonical(b));
  const steps: readonly Step[] = [
    { keyOf: (member) => shape.idOf?.(member), fits: () => true },
    { keyOf: shape.keyOf, fits: isEqual },
    ...(rule === 'equal' ? [] : [{ keyOf: shape.keyOf, fits: () => true }]),
  ];
  for (const { keyOf, fits } of steps) {
    const candidates = groupBy(free, keyOf);
    for (const member of some.filter((each) => !pairs.has(each))) {
      const key = keyOf(member);
      const sameKey = key === undefined ? [] : (candidates.get(key) ?? []);
      const found = sameKey.find((other) => free.has(other) && fits(member, other));
      if (!found) continue;
      pairs.set(member, found);
      free.delete(found);
    }
  }
  return pairs;
}

interface Step {
  readonly keyOf: (member: JsonObject) => string | undefined;
  readonly fits: (member: JsonObject, other: JsonObject) => boolean;
}

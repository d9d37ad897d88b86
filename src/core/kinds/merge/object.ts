import { isObject, type JsonObject, type JsonValue, objectOf, omit, same } from '../../lib/json.ts';
import {
  type Canonical,
  clean,
  inside,
  type MergeContext,
  type Merged,
  type Merger,
  type Versions,
  whole,
} from './versions.ts';

/** Rules for merging an object. */
export interface ObjectShape {
  /** Rules for known fields; other fields are merged as plain JSON. */
  readonly fields?: Readonly<Record<string, Merger>>;
  /** Keys that are not merged: ours are kept, theirs are dropped. */
  readonly ignored?: ReadonlySet<string>;
  /** The field's name in a conflict; undefined where the field's own rule names it. */
  readonly label?: (key: string) => string | undefined;
  /** The canonical form of the whole object, for comparison. */
  readonly canonical?: Canonical;
  /** The key that decides which other keys an object has. Objects with different values are merged as a whole. */
  readonly variant?: string;
  readonly isSecret?: boolean;
}

/** Merges an object field by field. Merges it as a whole where a side lacks it, or the variants differ. */
export function object(shape: ObjectShape = {}): Merger {
  const asWhole = whole((value) => comparable(value, shape), shape.isSecret);
  return (versions, context) => {
    const { base, ours, theirs } = versions;
    if (!isObject(ours) || !isObject(theirs) || isOtherVariant(ours, theirs, shape)) return asWhole(versions, context);
    if (shape.canonical && same(comparable(base, shape), comparable(theirs, shape))) return clean(ours);
    const former = isObject(base) && !isOtherVariant(base, ours, shape) ? base : {};
    return fieldByField({ base: former, ours, theirs }, { shape, context });
  };
}

function comparable(value: JsonValue | undefined, { ignored, canonical }: ObjectShape): JsonValue | undefined {
  const counted = ignored && isObject(value) ? omit(value, ignored) : value;
  return canonical ? canonical(counted) : counted;
}

const isOtherVariant = (a: JsonObject, b: JsonObject, { variant }: ObjectShape): boolean =>
  variant !== undefined && !same(a[variant], b[variant]);

function fieldByField(
  { base, ours, theirs }: Versions<JsonObject>,
  { shape, context }: { readonly shape: ObjectShape; readonly context: MergeContext },
): Merged<JsonObject> {
  const merged = keysInOrder(ours, theirs).map((key) => {
    if (shape.ignored?.has(key)) return [key, clean(ours[key])] as const;
    const known = shape.fields && Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    // Postman may drop unknown fields; that is not a deletion by a user.
    const isDropped = known === undefined && shape.fields !== undefined && theirs[key] === undefined;
    const versions = { base: base[key], ours: ours[key], theirs: isDropped ? base[key] : theirs[key] };
    const label = shape.label ? shape.label(key) : key;
    return [key, (known ?? json(shape.isSecret))(versions, inside(context, { at: label, path: key }))] as const;
  });
  const entries = merged.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value] as const]));
  return { value: Object.fromEntries(entries), conflicts: merged.flatMap(([, { conflicts }]) => conflicts) };
}

/** Merges JSON of unknown meaning: objects by key, other values as a whole. */
export const json =
  (isSecret = false): Merger =>
  (versions, context) => {
    const { base, ours, theirs } = versions;
    if (!isObject(ours) || !isObject(theirs)) return whole((value) => value, isSecret)(versions, context);
    return fieldByField({ base: objectOf(base), ours, theirs }, { shape: { isSecret }, context });
  };

/** Our keys in our order. A key that only theirs has follows its predecessor in theirs. */
function keysInOrder(ours: JsonObject, theirs: JsonObject): readonly string[] {
  const keys = Object.keys(ours);
  let at = 0;
  for (const key of Object.keys(theirs)) {
    if (Object.hasOwn(ours, key)) at = keys.indexOf(key) + 1;
    else keys.splice(at++, 0, key);
  }
  return keys;
}

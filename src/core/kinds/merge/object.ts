import { isObject, type JsonObject, type JsonValue, omit, same } from '../../lib/json.ts';
import { type Canonical, clean, inside, type MergeContext, type Merged, type Merger, whole } from './versions.ts';

/** Rules for merging an object. */
export interface ObjectShape {
  /** Rules for known fields; other fields are merged as plain JSON. */
  readonly fields?: Readonly<Record<string, Merger>>;
  /** Keys without meaning: ours are kept, theirs are dropped. */
  readonly ignored?: ReadonlySet<string>;
  /** The field's name in a conflict; undefined where the field's own rule names it. */
  readonly label?: (key: string) => string | undefined;
  /** The canonical form of the whole object, for comparison. */
  readonly canonical?: Canonical;
  /** The key that decides about the meaning of the others. Objects that differ in it are not merged field by field. */
  readonly variant?: string;
  readonly isSecret?: boolean;
}

/** Merges an object field by field. Merges it as a whole where a side lacks it, or the variants differ. */
export function object(shape: ObjectShape = {}): Merger {
  const asWhole = whole((value) => comparable(value, shape), shape.isSecret);
  return (versions, context) => {
    const { base, ours, theirs } = versions;
    if (!isObject(ours) || !isObject(theirs) || isOther(ours, theirs, shape)) return asWhole(versions, context);
    if (shape.canonical && same(comparable(base, shape), comparable(theirs, shape))) return clean(ours);
    const former = isObject(base) && !isOther(base, ours, shape) ? base : {};
    return fieldByField({ base: former, ours, theirs }, { shape, context });
  };
}

function comparable(value: JsonValue | undefined, { ignored, canonical }: ObjectShape): JsonValue | undefined {
  const counted = ignored && isObject(value) ? omit(value, ignored) : value;
  return canonical ? canonical(counted) : counted;
}

const isOther = (a: JsonObject, b: JsonObject, { variant }: ObjectShape): boolean =>
  variant !== undefined && !same(a[variant], b[variant]);

interface Objects {
  readonly base: JsonObject;
  readonly ours: JsonObject;
  readonly theirs: JsonObject;
}

function fieldByField(
  { base, ours, theirs }: Objects,
  { shape, context }: { readonly shape: ObjectShape; readonly context: MergeContext },
): Merged<JsonObject> {
  const merged = keysInOrder(ours, theirs).map((key) => {
    if (shape.ignored?.has(key)) return [key, clean(ours[key])] as const;
    const known = shape.fields && Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    // Postman may drop unknown fields; that is no deletion by a user.
    const dropped = known === undefined && shape.fields !== undefined && theirs[key] === undefined;
    const versions = { base: base[key], ours: ours[key], theirs: dropped ? base[key] : theirs[key] };
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
    const former = isObject(base) ? base : {};
    return fieldByField({ base: former, ours, theirs }, { shape: { isSecret }, context });
  };

/** Our keys in our order. Keys that only theirs has follow their predecessor there. */
export function keysInOrder(ours: JsonObject, theirs: JsonObject): readonly string[] {
  const keys = Object.keys(ours);
  let at = 0;
  for (const key of Object.keys(theirs)) {
    if (Object.hasOwn(ours, key)) at = keys.indexOf(key) + 1;
    else keys.splice(at++, 0, key);
  }
  return keys;
}

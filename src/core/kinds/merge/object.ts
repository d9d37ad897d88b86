import { isObject, type JsonObject, type JsonValue, omit, same } from '../../lib/json.ts';
import { type Canonical, clean, inside, type MergeContext, type Merged, type Merger, whole } from './versions.ts';

/** How an object is merged. */
export interface ObjectShape {
  /** Fields that Postman knows; any other is merged as plain JSON. */
  readonly fields?: Readonly<Record<string, Merger>>;
  /** Keys that mean nothing: ours are kept, theirs are left out. */
  readonly ignored?: ReadonlySet<string>;
  /** The word for a field in the place of a conflict; undefined where the field's own words suffice. */
  readonly label?: (key: string) => string | undefined;
  /** The form in which two whole objects are compared. */
  readonly canonical?: Canonical;
  /** The key that says what the others mean: two objects that differ in it are no two versions of one thing. */
  readonly variant?: string;
  readonly isSecret?: boolean;
}

/** Merges an object field by field; one that a side has not, or that is of another variant, as a whole. */
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
    // Postman may drop a field that it does not know; nobody can have deleted it there.
    const dropped = known === undefined && shape.fields !== undefined && theirs[key] === undefined;
    const versions = { base: base[key], ours: ours[key], theirs: dropped ? base[key] : theirs[key] };
    const label = shape.label ? shape.label(key) : key;
    return [key, (known ?? json(shape.isSecret))(versions, inside(context, { at: label, path: key }))] as const;
  });
  const entries = merged.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value] as const]));
  return { value: Object.fromEntries(entries), conflicts: merged.flatMap(([, { conflicts }]) => conflicts) };
}

/** Merges JSON of which nobody knows what it means: objects by their keys, everything else as a whole. */
export const json =
  (isSecret = false): Merger =>
  (versions, context) => {
    const { base, ours, theirs } = versions;
    if (!isObject(ours) || !isObject(theirs)) return whole((value) => value, isSecret)(versions, context);
    const former = isObject(base) ? base : {};
    return fieldByField({ base: former, ours, theirs }, { shape: { isSecret }, context });
  };

/** Our keys in our order; keys that only they have behind the key that theirs stand behind. */
export function keysInOrder(ours: JsonObject, theirs: JsonObject): readonly string[] {
  const keys = Object.keys(ours);
  let at = 0;
  for (const key of Object.keys(theirs)) {
    if (Object.hasOwn(ours, key)) at = keys.indexOf(key) + 1;
    else keys.splice(at++, 0, key);
  }
  return keys;
}

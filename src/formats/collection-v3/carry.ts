import { isObject, type JsonObject, type JsonValue, keysOf, objectOf, same } from '../../core/lib/json.ts';
import { UnwritableError } from './write-values.ts';

/** The values before and after a change, in the form of v2.1. */
export interface ValueChange {
  readonly was: JsonValue | undefined;
  readonly is: JsonValue | undefined;
}

/** Applies a change to a file's value. Fields that did not change, or that v2.1 does not have, stay as they are. */
export function applyChange(own: JsonValue | undefined, { was, is }: ValueChange): JsonValue | undefined {
  if (same(was, is)) return own;
  if (isObject(own) && isObject(was) && isObject(is)) {
    const keys = keysOf(own, is);
    return Object.fromEntries(keys.map((key) => [key, applyChange(own[key], { was: was[key], is: is[key] })]));
  }
  if (Array.isArray(own) && Array.isArray(was) && Array.isArray(is)) {
    if (own.length !== was.length) throw new UnwritableError('a list with entries that v2.1 does not have');
    return formerIndexes(was, is).map((index, at) =>
      index === undefined ? is[at] : applyChange(own[index], { was: was[index], is: is[at] }),
    ) as readonly JsonValue[];
  }
  return is;
}

/**
 * For each new entry, the index of its former version: an entry with equal content, or else with the same key or type.
 */
export function formerIndexes(was: readonly JsonValue[], is: readonly JsonValue[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = is.map(() => undefined);
  const free = new Set(was.keys());
  for (const fits of [same, hasSameName])
    for (const [at, entry] of is.entries()) {
      if (found[at] !== undefined) continue;
      const index = [...free].find((each) => fits(was[each], entry));
      if (index === undefined) continue;
      found[at] = index;
      free.delete(index);
    }
  return found;
}

const hasSameName = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  isObject(a) && isObject(b) && nameOf(a) !== undefined && nameOf(a) === nameOf(b);

const nameOf = ({ key, type }: JsonObject): JsonValue | undefined => key ?? type;

/** Keys whose value in a file is a map or a list of entries. */
const ENTRIES: ReadonlySet<string> = new Set(['headers', 'queryParams', 'pathVariables', 'variables', 'credentials']);

/** Keys of objects that contain such maps or lists. */
const INNER: ReadonlySet<string> = new Set(['auth', 'body', 'request', 'response']);

const holdsEntries = (key: string, { type }: JsonObject): boolean =>
  ENTRIES.has(key) || (key === 'content' && type === 'urlencoded');

/** A file's value in which maps of entries are lists. */
export function withLists(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      if (!isObject(own)) return [key, own];
      if (holdsEntries(key, value))
        return [key, Object.entries(own).map(([name, each]) => ({ key: name, value: each }))];
      return [key, INNER.has(key) ? withLists(own) : own];
    }),
  );
}

/** A value in which lists of entries are maps, unless the file has a list or a map cannot hold the entries. */
export function withMaps(value: JsonObject, file: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      const inFile = file[key];
      if (Array.isArray(own) && holdsEntries(key, value) && !Array.isArray(inFile)) return [key, mapOf(own) ?? own];
      return [key, isObject(own) && INNER.has(key) ? withMaps(own, objectOf(inFile)) : own];
    }),
  );
}

function mapOf(entries: readonly JsonValue[]): JsonObject | undefined {
  const pairs = entries.map(objectOf);
  const names = new Set(pairs.map(({ key }) => key));
  const isPlain = pairs.every((entry) => isName(entry.key) && keysOf(entry, {}).every(isPairKey));
  if (!isPlain || names.size < entries.length) return undefined;
  return Object.fromEntries(pairs.map(({ key, value }) => [String(key), value ?? null]));
}

/** Numbers cannot be names: JavaScript objects put such keys first. */
const isName = (key: JsonValue | undefined): boolean => typeof key === 'string' && !/^\d+$/.test(key);

const isPairKey = (key: string): boolean => key === 'key' || key === 'value';

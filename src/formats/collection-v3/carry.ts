import { isObject, type JsonObject, type JsonValue, keysOf, same } from '../../core/lib/json.ts';
import { UnwritableError } from './write-values.ts';

/** A value as v2.1 says it, before and after. */
export interface Change {
  readonly was: JsonValue | undefined;
  readonly is: JsonValue | undefined;
}

/** A file's value with a change made to it; what v2.1 does not say of it stays, and so does what did not change. */
export function carried(own: JsonValue | undefined, { was, is }: Change): JsonValue | undefined {
  if (same(was, is)) return own;
  if (isObject(own) && isObject(was) && isObject(is)) {
    const keys = keysOf(own, is);
    return Object.fromEntries(keys.map((key) => [key, carried(own[key], { was: was[key], is: is[key] })]));
  }
  if (Array.isArray(own) && Array.isArray(was) && Array.isArray(is)) {
    if (own.length !== was.length) throw new UnwritableError('a list with entries that v2.1 does not have');
    return counterparts(was, is).map((index, at) =>
      index === undefined ? is[at] : carried(own[index], { was: was[index], is: is[at] }),
    ) as readonly JsonValue[];
  }
  return is;
}

/** For each entry the index of the one that it was: of equal content, or else of the same key or type. */
export function counterparts(was: readonly JsonValue[], is: readonly JsonValue[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = is.map(() => undefined);
  const free = new Set(was.keys());
  for (const fits of [same, isNamesake])
    for (const [at, entry] of is.entries()) {
      if (found[at] !== undefined) continue;
      const index = [...free].find((each) => fits(was[each], entry));
      if (index === undefined) continue;
      found[at] = index;
      free.delete(index);
    }
  return found;
}

const isNamesake = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  isObject(a) && isObject(b) && nameOf(a) !== undefined && nameOf(a) === nameOf(b);

const nameOf = ({ key, type }: JsonObject): JsonValue | undefined => key ?? type;

/** Keys under which a file has a map or a list of entries. */
const ENTRIES: ReadonlySet<string> = new Set(['headers', 'queryParams', 'pathVariables', 'variables', 'credentials']);

/** Keys below which there are such entries. */
const INNER: ReadonlySet<string> = new Set(['auth', 'body', 'request', 'response']);

const holdsEntries = (key: string, { type }: JsonObject): boolean =>
  ENTRIES.has(key) || (key === 'content' && type === 'urlencoded');

/** A file's value with lists in the place of maps. */
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

/** A value with maps in the place of lists, where the file has no list and a map can say it. */
export function withMaps(value: JsonObject, file: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      const there = file[key];
      if (Array.isArray(own) && holdsEntries(key, value) && !Array.isArray(there)) return [key, mapOf(own) ?? own];
      return [key, isObject(own) && INNER.has(key) ? withMaps(own, isObject(there) ? there : {}) : own];
    }),
  );
}

function mapOf(entries: readonly JsonValue[]): JsonObject | undefined {
  const pairs = entries.map((entry) => (isObject(entry) ? entry : {}));
  const names = new Set(pairs.map(({ key }) => key));
  const isPlain = pairs.every((entry) => isName(entry.key) && keysOf(entry, {}).every(isPairKey));
  if (!isPlain || names.size < entries.length) return undefined;
  return Object.fromEntries(pairs.map(({ key, value }) => [String(key), value ?? null]));
}

/** Objects put keys that are numbers first. */
const isName = (key: JsonValue | undefined): boolean => typeof key === 'string' && !/^\d+$/.test(key);

const isPairKey = (key: string): boolean => key === 'key' || key === 'value';

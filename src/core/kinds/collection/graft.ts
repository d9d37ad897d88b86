import { isObject, type JsonObject, type JsonValue, objectsOf } from '../../lib/json.ts';
import { exampleNodes, idOf, itemNodes } from './items.ts';
import { BY_NAME, BY_NAME_OR_POSITION, matchExamples, matchItems } from './match-items.ts';

/** Ids of items and examples. */
export type Ids = ReadonlyMap<JsonObject, string>;

/** Items and examples of one version → the same items and examples in another version. */
type Matches = ReadonlyMap<JsonObject, JsonObject>;

/** Matches the local items and examples with the remote ones, and returns the remote ids of the local ones. */
export const counterparts = (local: JsonObject, remote: JsonObject): Ids =>
  idsFrom(matchesOf(local, remote, BY_NAME_OR_POSITION));

/** The former version of each folder, request and example. An item with a new name and new content has none. */
export const formerItems = (is: JsonObject, was: JsonObject): Matches => matchesOf(is, was, BY_NAME);

function matchesOf(local: JsonObject, remote: JsonObject, inFolder: typeof BY_NAME): Matches {
  const pairs = matchItems(itemNodes(local), itemNodes(remote), inFolder);
  return new Map(
    [...pairs].flatMap(([our, their]) => {
      const examples = matchExamples(exampleNodes(our.item), exampleNodes(their.item));
      return [[our, their] as const, ...examples].map(([a, b]) => [a.item, b.item] as const);
    }),
  );
}

const idsFrom = (matches: Iterable<readonly [JsonObject, JsonObject]>): Ids =>
  new Map(
    [...matches].flatMap(([our, their]) => {
      const id = idOf(their);
      return id === undefined ? [] : [[our, id] as const];
    }),
  );

/** The ids of a collection's own items and examples. */
export const ownIds = (collection: JsonObject): Ids =>
  idsFrom(
    itemNodes(collection).flatMap(({ item }) =>
      [item, ...objectsOf(item.response)].map((each) => [each, each] as const),
    ),
  );

/** Adds ids to the items and examples of `stripped`; `original` is the same content, to which `ids` refers. */
export function withIds(
  stripped: JsonObject,
  { original, ids }: { readonly original: JsonObject; readonly ids: Ids },
): JsonObject {
  const below: Record<string, JsonValue> = {};
  for (const key of ['item', 'response'] as const) {
    const [plain, full] = [stripped[key], original[key]];
    if (Array.isArray(plain) && Array.isArray(full))
      below[key] = plain.map((entry: JsonValue, index) => withId(entry, { original: full[index], ids }));
  }
  return { ...stripped, ...below };
}

function withId(
  entry: JsonValue,
  { original, ids }: { readonly original: JsonValue | undefined; readonly ids: Ids },
): JsonValue {
  if (!isObject(entry) || !isObject(original)) return entry;
  const id = ids.get(original);
  return { ...(id === undefined ? {} : { id }), ...withIds(entry, { original, ids }) };
}

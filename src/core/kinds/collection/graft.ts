import { isObject, type JsonObject, type JsonValue, objectsOf } from '../../lib/json.ts';
import { exampleNodes, type ItemNode, idOf, itemNodes } from './items.ts';
import { ItemMatcher } from './match-items.ts';

/** The id of each local item and example that has a counterpart in Postman. */
export type Ids = ReadonlyMap<JsonObject, string>;

/** Matches every local item and example with a remote one, and returns the remote ids. */
export function counterparts(local: JsonObject, remote: JsonObject): Ids {
  const pairs = itemPairs(itemNodes(local), itemNodes(remote));
  return new Map(
    [...pairs].flatMap(([our, their]) => [
      ...idEntries(our.item, their.item),
      ...[...examplePairs(our.item, their.item)].flatMap(([a, b]) => idEntries(a.item, b.item)),
    ]),
  );
}

type Pairs = ItemMatcher['pairs'];

/** For each folder, request and example of a version the one that it was before; of another name and content it is a new one. */
export function formerItems(is: JsonObject, was: JsonObject): ReadonlyMap<JsonObject, JsonObject> {
  const pairs = itemPairs(itemNodes(is), itemNodes(was), BY_NAME);
  return new Map(
    [...pairs].flatMap(([now, former]) => [
      [now.item, former.item] as const,
      ...[...examplePairs(now.item, former.item)].map(([a, b]) => [a.item, b.item] as const),
    ]),
  );
}

/** The most certain signs come first: id; path, method and name; unique content or name (moved or renamed); position in a folder. */
function itemPairs(ours: readonly ItemNode[], theirs: readonly ItemNode[], inFolder = IN_FOLDER): Pairs {
  const pairing = new ItemMatcher(ours, theirs)
    .by((node) => node.id && `${node.id} ${node.title}`)
    .by((node) => node.id)
    .by((node) => node.path)
    .byUnique((node) => `${node.label} ${node.content()}`)
    .byUnique((node) => node.label)
    .byUnique((node) => node.title)
    .byUnique((node) => `${node.type} ${node.content()}`)
    .above();
  for (let found = -1; found < pairing.pairs.size; ) {
    found = pairing.pairs.size;
    for (const keyOf of inFolder) pairing.below(keyOf);
  }
  return pairing.pairs;
}

const BY_NAME: readonly ((node: ItemNode) => string)[] = [(node) => node.label, (node) => node.title];

/** What the children of two matched folders are matched by. */
const IN_FOLDER: typeof BY_NAME = [...BY_NAME, (node) => node.type];

/** Examples of a pair of requests: by id, by name and status, by content, by position. */
const examplePairs = (our: JsonObject, their: JsonObject): Pairs =>
  new ItemMatcher(exampleNodes(our), exampleNodes(their))
    .by((node) => node.id && `${node.id} ${node.title}`)
    .by((node) => node.id)
    .by((node) => node.label)
    .by((node) => node.type).pairs;

function idEntries(our: JsonObject, their: JsonObject): readonly (readonly [JsonObject, string])[] {
  const id = idOf(their);
  return id === undefined ? [] : [[our, id]];
}

/** The ids that items and examples have themselves. */
export const ownIds = (collection: JsonObject): Ids =>
  new Map(
    itemNodes(collection).flatMap(({ item }) =>
      [item, ...objectsOf(item.response)].flatMap((each) => idEntries(each, each)),
    ),
  );

/** The items of an owner with the ids of their matches; `stripped` has no ids of its own. */
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

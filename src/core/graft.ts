import { bareId } from './ids.ts';
import { isObject, type JsonObject, type JsonValue, objectsOf, textOf } from './json.ts';

/** An item (folder or request) of a collection's tree, as far as finding its counterpart needs it. */
interface Node {
  readonly item: JsonObject;
  readonly id: string | undefined;
  readonly type: string;
  /** Type, method and name. */
  readonly label: string;
  /** Labels from the root down. */
  readonly path: string;
  readonly parent: Node | undefined;
}

/** Local items and the remote ones that they continue. */
type Pairs = Map<Node, Node>;

/** The id of each local item and example that has a counterpart in Postman. */
export type Ids = ReadonlyMap<JsonObject, string>;

/**
 * Finds for every local item and example the remote one that it continues: by id; then by path, method and name; then by
 * method and name where that is unique (moved); then by name alone where that is (moved and given another method); then by
 * position among what is left of the same parent (renamed).
 */
export function counterparts(local: JsonObject, remote: JsonObject): Ids {
  const [ours, theirs] = [nodesOf(local), nodesOf(remote)];
  const pairs: Pairs = new Map();
  pairBy({ ours, theirs, pairs }, (node) => node.id);
  pairBy({ ours, theirs, pairs }, (node) => node.path);
  pairBy({ ours, theirs, pairs, unique: true }, (node) => node.label);
  pairBy({ ours, theirs, pairs, unique: true }, (node) => `${node.type} ${String(node.item.name ?? '')}`);
  for (const type of ['folder', 'request']) {
    pairBy({ ours: ours.filter((node) => node.type === type), theirs, pairs }, placeOf(type, pairs));
  }
  return new Map(
    [...pairs]
      .flatMap(([our, their]) => [idEntry(our.item, their.item), ...exampleIds(our.item, their.item)])
      .filter((entry) => entry !== undefined),
  );
}

interface Pairing {
  readonly ours: readonly Node[];
  readonly theirs: readonly Node[];
  readonly pairs: Pairs;
  /** Only where the key stands once on either side. */
  readonly unique?: boolean;
}

/** Pairs what is still alone and has the same key, in document order. */
function pairBy({ ours, theirs, pairs, unique = false }: Pairing, keyOf: (node: Node) => string | undefined): void {
  const taken = new Set(pairs.values());
  const candidates = groupBy(
    theirs.filter((node) => !taken.has(node)),
    keyOf,
  );
  const seekers = groupBy(
    ours.filter((node) => !pairs.has(node)),
    keyOf,
  );
  for (const [key, nodes] of seekers) {
    const found = candidates.get(key) ?? [];
    if (unique && (nodes.length > 1 || found.length > 1)) continue;
    for (const [index, node] of nodes.entries()) {
      const counterpart = found[index];
      if (counterpart) pairs.set(node, counterpart);
    }
  }
}

function groupBy(
  nodes: readonly Node[],
  keyOf: (node: Node) => string | undefined,
): ReadonlyMap<string, readonly Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return groups;
}

/** A key that is the same for the children of one pair of parents. */
function placeOf(type: string, pairs: Pairs): (node: Node) => string | undefined {
  const numbers = new Map<Node, number>(
    [...pairs].flatMap(([our, their], index) => [
      [our, index],
      [their, index],
    ]),
  );
  return (node) => {
    if (node.type !== type) return undefined;
    if (!node.parent) return `${type} of the root`;
    const parent = numbers.get(node.parent);
    return parent === undefined ? undefined : `${type} of ${parent}`;
  };
}

function nodesOf(owner: JsonObject, parent?: Node): readonly Node[] {
  return objectsOf(owner.item).flatMap((item) => {
    const node = nodeOf(item, parent);
    return [node, ...nodesOf(item, node)];
  });
}

function nodeOf(item: JsonObject, parent: Node | undefined): Node {
  const type = Array.isArray(item.item) ? 'folder' : 'request';
  const method = isObject(item.request) ? (textOf(item.request.method) ?? 'GET') : '';
  const label = JSON.stringify([type, method, textOf(item.name) ?? '']);
  return { item, id: idOf(item), type, label, path: `${parent?.path ?? ''}${label}`, parent };
}

/** The bare id of an item or example. */
export function idOf(item: JsonObject): string | undefined {
  const id = textOf(item.id) ?? textOf(item.uid) ?? textOf(item._postman_id);
  return id === undefined ? undefined : bareId(id);
}

const idEntry = (our: JsonObject, their: JsonObject): readonly [JsonObject, string] | undefined => {
  const id = idOf(their);
  return id === undefined ? undefined : [our, id];
};

/** Examples of a pair of requests: by id, by name and status, by position. */
function exampleIds(our: JsonObject, their: JsonObject): readonly (readonly [JsonObject, string] | undefined)[] {
  const [ours, theirs] = [objectsOf(our.response).map(exampleNode), objectsOf(their.response).map(exampleNode)];
  const pairs: Pairs = new Map();
  pairBy({ ours, theirs, pairs }, (node) => node.id);
  pairBy({ ours, theirs, pairs }, (node) => node.label);
  pairBy({ ours, theirs, pairs }, () => 'example');
  return [...pairs].map(([a, b]) => idEntry(a.item, b.item));
}

const exampleNode = (item: JsonObject): Node => {
  const label = JSON.stringify([item.name ?? '', item.code ?? 0]);
  return { item, id: idOf(item), type: 'example', label, path: label, parent: undefined };
};

/** The ids that items and examples have themselves. */
export const ownIds = (collection: JsonObject): Ids =>
  new Map(
    nodesOf(collection).flatMap(({ item }) =>
      [item, ...objectsOf(item.response)].map((each) => idEntry(each, each)).filter((entry) => entry !== undefined),
    ),
  );

/** The items below an owner with their counterparts' ids put on; `strip` has been at work on `stripped` already. */
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

import { isObject, type JsonObject, type JsonPath, type JsonValue, objectsOf, textOf } from '../../lib/json.ts';
import { mergeOrder } from '../merge/order.ts';
import type { Conflict, IdPolicy, MergeContext, Merged, MergeOptions, Versions } from '../merge/versions.ts';
import { asExported } from './as-exported.ts';
import { type ItemNode, idOf, itemNodes } from './items.ts';
import { ownerFields, withItsId } from './merge-fields.ts';
import { type Member, mergeTree } from './merge-tree.ts';

/**
 * Merges a collection: what was changed on one side alone is taken over, places that both sides changed are conflicts.
 * What nobody changed in meaning is as in our document, unknown fields and the order of keys included.
 */
export function mergeCollections(
  { base, ours, theirs }: Versions<JsonObject>,
  { prefer, purpose }: MergeOptions,
): Merged<JsonObject> {
  const versions = { base, ours, theirs: asExported(theirs) };
  const ids: IdPolicy = purpose === 'remote' ? 'remote' : hasItemIds(ours) ? 'keep' : 'none';
  const nodes = { base: itemNodes(base), ours: itemNodes(ours), theirs: itemNodes(versions.theirs) };
  const members = mergeTree(nodes, prefer);
  const tree = treeOf(members, { nodes, paths: pathsOf(ours), prefer, ids });
  const own = ownerFields(versions, { prefer, ids, at: [], path: [] });
  const below = childrenOf(undefined, tree);
  const content = isObject(own.value) ? own.value : ours;
  const disputes = members.flatMap((member) => disputeOf(member, tree));
  return { value: { ...content, item: below.value }, conflicts: [...own.conflicts, ...disputes, ...below.conflicts] };
}

/** Whether the items of a file have ids; new ones get theirs only then. */
const hasItemIds = (owner: JsonObject): boolean =>
  objectsOf(owner.item).some((item) => idOf(item) !== undefined || hasItemIds(item));

/** The places of items in a document. */
function pathsOf(owner: JsonObject, at: JsonPath = []): ReadonlyMap<JsonObject, JsonPath> {
  const entries = objectsOf(owner.item).flatMap((item, index) => {
    const here = [...at, 'item', index];
    return [[item, here] as const, ...pathsOf(item, here)];
  });
  return new Map(entries);
}

interface Tree extends Pick<MergeContext, 'prefer' | 'ids'> {
  readonly childrenOf: ReadonlyMap<Member | undefined, readonly Member[]>;
  readonly paths: ReadonlyMap<JsonObject, JsonPath>;
  /** The place of each node in its document. */
  readonly places: ReadonlyMap<ItemNode, number>;
}

function treeOf(
  members: readonly Member[],
  { nodes, ...rest }: Omit<Tree, 'childrenOf' | 'places'> & { readonly nodes: Versions<readonly ItemNode[]> },
): Tree {
  const childrenOf = new Map<Member | undefined, Member[]>();
  for (const member of members) {
    const siblings = childrenOf.get(member.parent);
    if (siblings) siblings.push(member);
    else childrenOf.set(member.parent, [member]);
  }
  const places = [nodes.base, nodes.ours, nodes.theirs].flatMap((each) => [...each.entries()]);
  return { ...rest, childrenOf, places: new Map(places.map(([index, node]) => [node, index])) };
}

/** The merged children of a folder, or of the collection. */
function childrenOf(parent: Member | undefined, tree: Tree): Merged<readonly JsonValue[]> {
  const members = tree.childrenOf.get(parent) ?? [];
  const kept = members.filter((member) => member.isKept);
  const { order, crosses } = mergeOrder({
    base: inOrder(kept, { side: 'base', parent, tree }),
    ours: inOrder(kept, { side: 'ours', parent, tree }),
    theirs: inOrder(kept, { side: 'theirs', parent, tree }),
  });
  const merged = order.map((member) => mergeMember(member, tree));
  const crossed = crosses ? [orderConflict(kept, { parent, tree })] : [];
  return {
    value: merged.map(({ value }) => value),
    conflicts: [...crossed, ...merged.flatMap(({ conflicts }) => conflicts)],
  };
}

interface Siblings {
  readonly side: keyof Versions;
  readonly parent: Member | undefined;
  readonly tree: Tree;
}

/** Members that a side has, in its order: first those that it has in this folder. */
function inOrder(members: readonly Member[], { side, parent, tree }: Siblings): readonly Member[] {
  const isHere = (member: Member): boolean => isIn(member, { side, parent });
  const placeOf = ({ [side]: node }: Member): number => (node ? (tree.places.get(node) ?? 0) : 0);
  const here = members.filter(isHere).sort((a, b) => placeOf(a) - placeOf(b));
  if (side === 'base') return here;
  // What neither side has here was in a folder that is gone on one side.
  const other = side === 'ours' ? 'theirs' : 'ours';
  const lost = members.filter(
    (member) => member[side] !== undefined && !isHere(member) && !isIn(member, { side: other, parent }),
  );
  return [...here, ...lost];
}

/** Whether a side has a member in this folder. */
function isIn(member: Member, { side, parent }: Omit<Siblings, 'tree'>): boolean {
  const node = member[side];
  if (node === undefined) return false;
  if (parent === undefined) return node.parent === undefined;
  return parent[side] !== undefined && node.parent === parent[side];
}

function mergeMember(member: Member, tree: Tree): Merged<JsonObject> {
  const { base, ours, theirs } = member;
  const context = { prefer: tree.prefer, ids: tree.ids, at: placeOf(member), path: pathOf(member, tree) };
  const items = { base: base?.item, ours: ours?.item, theirs: theirs?.item };
  // What one side deleted and stays all the same is as the other side has it: the dispute is told already.
  const isWhole = base !== undefined && (ours === undefined || theirs === undefined);
  const own: Merged = isWhole ? { value: items.ours ?? items.theirs, conflicts: [] } : ownerFields(items, context);
  const { value, conflicts } = withItsId(own, { ours: items.ours, theirs: items.theirs, context });
  const content = isObject(value) ? value : {};
  if (!Array.isArray(content.item)) return { value: content, conflicts };
  const below = childrenOf(member, tree);
  return { value: { ...content, item: below.value }, conflicts: [...conflicts, ...below.conflicts] };
}

const nodeOf = ({ base, ours, theirs }: Member): ItemNode | undefined => ours ?? theirs ?? base;

const memberName = (member: Member): string => textOf(nodeOf(member)?.item.name) ?? 'unnamed';

const placeOf = (member: Member): readonly string[] => [
  ...(member.parent ? placeOf(member.parent) : []),
  memberName(member),
];

/** The member's place in our document, or that of the nearest folder that we have. */
const pathOf = (member: Member | undefined, tree: Tree): JsonPath =>
  member === undefined ? [] : ((member.ours && tree.paths.get(member.ours.item)) ?? pathOf(member.parent, tree));

function disputeOf(member: Member, tree: Tree): readonly Conflict[] {
  if (member.dispute === undefined) return [];
  const at = placeOf(member);
  const path = pathOf(member, tree);
  if (member.dispute === 'moved') {
    const homeOf = (side: keyof Versions): string => folderOf(member[side]);
    const homes = { base: homeOf('base'), ours: homeOf('ours'), theirs: homeOf('theirs') };
    return [{ ...homes, at: [...at, 'folder'], path }];
  }
  const fateIn = (side: 'ours' | 'theirs'): string => (member[side] === undefined ? 'deleted' : 'changed');
  return [{ base: 'present', ours: fateIn('ours'), theirs: fateIn('theirs'), at, path }];
}

const folderOf = (node: ItemNode | undefined): string => {
  const names: string[] = [];
  for (let parent = node?.parent; parent; parent = parent.parent) names.unshift(textOf(parent.item.name) ?? 'unnamed');
  return names.join(' / ') || 'the root';
};

function orderConflict(
  members: readonly Member[],
  { parent, tree }: { readonly parent: Member | undefined; readonly tree: Tree },
): Conflict {
  const namesIn = (side: keyof Versions): JsonValue => inOrder(members, { side, parent, tree }).map(memberName);
  return {
    base: namesIn('base'),
    ours: namesIn('ours'),
    theirs: namesIn('theirs'),
    at: [...(parent ? placeOf(parent) : []), 'order of items'],
    path: pathOf(parent, tree),
  };
}

import { groupBy } from '../../lib/group-by.ts';
import { isObject, type JsonObject, type JsonPath, type JsonValue, objectsOf } from '../../lib/json.ts';
import { mergeOrder } from '../merge/order.ts';
import {
  type Conflict,
  clean,
  type IdPolicy,
  type MergeContext,
  type Merged,
  type MergeOptions,
  type Versions,
} from '../merge/versions.ts';
import { asExported } from './as-exported.ts';
import { type ItemNode, idOf, itemName, itemNodes } from './items.ts';
import { ownerFields, withPolicyId } from './merge-fields.ts';
import { type Member, mergeTree } from './merge-tree.ts';

/**
 * Merges a collection. A change of one side is taken over; a place that both sides changed differently is a conflict.
 * Places without a change in meaning stay as in our document, with its unknown fields and its order of keys.
 */
export function mergeCollections(
  { base, ours, theirs }: Versions<JsonObject>,
  { prefer, purpose }: MergeOptions,
): Merged<JsonObject> {
  const versions = { base, ours, theirs: asExported(theirs) };
  const idsInFile: IdPolicy = hasItemIds(ours) ? 'keep' : 'none';
  const ids = purpose === 'remote' ? 'remote' : idsInFile;
  const nodes = { base: itemNodes(base), ours: itemNodes(ours), theirs: itemNodes(versions.theirs) };
  const members = mergeTree(nodes, prefer);
  const tree = treeOf(members, { nodes, paths: pathsOf(ours), prefer, ids });
  const own = ownerFields(versions, { prefer, ids, at: [], path: [] });
  const below = childrenOf(undefined, tree);
  const content = isObject(own.value) ? own.value : ours;
  const disputes = members.flatMap((member) => disputeOf(member, tree));
  return { value: { ...content, item: below.value }, conflicts: [...own.conflicts, ...disputes, ...below.conflicts] };
}

/** Whether the items of a file have ids. Only then do new items get ids. */
const hasItemIds = (owner: JsonObject): boolean =>
  objectsOf(owner.item).some((item) => idOf(item) !== undefined || hasItemIds(item));

/** The path of each item in a document. */
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
  /** The index of each node in its document. */
  readonly places: ReadonlyMap<ItemNode, number>;
}

function treeOf(
  members: readonly Member[],
  { nodes, ...rest }: Omit<Tree, 'childrenOf' | 'places'> & { readonly nodes: Versions<readonly ItemNode[]> },
): Tree {
  const childrenOf = new Map<Member | undefined, readonly Member[]>([
    [undefined, members.filter(({ parent }) => parent === undefined)],
    ...groupBy(members, ({ parent }) => parent),
  ]);
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

/** A folder on one side; the root without `parent`. */
interface FolderOnSide {
  readonly side: keyof Versions;
  readonly parent: Member | undefined;
}

/**
 * The members in the order of a side: first those that it has in this folder, then those that neither side has here.
 */
function inOrder(
  members: readonly Member[],
  { side, parent, tree }: FolderOnSide & { readonly tree: Tree },
): readonly Member[] {
  const isHere = (member: Member): boolean => isIn(member, { side, parent });
  const placeOf = ({ [side]: node }: Member): number => (node ? (tree.places.get(node) ?? 0) : 0);
  const here = members.filter(isHere).sort((a, b) => placeOf(a) - placeOf(b));
  if (side === 'base') return here;
  // Neither side has them here if one side deleted their folder.
  const other = side === 'ours' ? 'theirs' : 'ours';
  const lost = members.filter(
    (member) => member[side] !== undefined && !isHere(member) && !isIn(member, { side: other, parent }),
  );
  return [...here, ...lost];
}

/** Whether a side has a member in this folder. */
function isIn(member: Member, { side, parent }: FolderOnSide): boolean {
  const node = member[side];
  if (node === undefined) return false;
  if (parent === undefined) return node.parent === undefined;
  return parent[side] !== undefined && node.parent === parent[side];
}

function mergeMember(member: Member, tree: Tree): Merged<JsonObject> {
  const { base, ours, theirs } = member;
  const context = { prefer: tree.prefer, ids: tree.ids, at: placeOf(member), path: pathOf(member, tree) };
  const items = { base: base?.item, ours: ours?.item, theirs: theirs?.item };
  // An item that one side deleted is taken as a whole from the other side; its dispute is reported elsewhere.
  const isOneSided = base !== undefined && (ours === undefined || theirs === undefined);
  const own: Merged = isOneSided ? clean(items.ours ?? items.theirs) : ownerFields(items, context);
  const { value, conflicts } = withPolicyId(own, { ours: items.ours, theirs: items.theirs, policy: tree.ids });
  const content = isObject(value) ? value : {};
  if (!Array.isArray(content.item)) return { value: content, conflicts };
  const below = childrenOf(member, tree);
  return { value: { ...content, item: below.value }, conflicts: [...conflicts, ...below.conflicts] };
}

const nodeOf = ({ base, ours, theirs }: Member): ItemNode | undefined => ours ?? theirs ?? base;

const memberName = (member: Member): string => itemName(nodeOf(member)?.item ?? {});

const placeOf = (member: Member): readonly string[] => [
  ...(member.parent ? placeOf(member.parent) : []),
  memberName(member),
];

/** The member's path in our document, or the path of its nearest folder there. */
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
  for (let parent = node?.parent; parent; parent = parent.parent) names.unshift(itemName(parent.item));
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

import { type JsonObject, same } from '../../lib/json.ts';
import type { Side, Versions } from '../merge/versions.ts';
import { canonicalCollection } from './canonical.ts';
import type { ItemNode } from './items.ts';
import { BY_NAME, matchItems, type NodePairs } from './match-items.ts';

/** A folder or request in up to three versions. */
export interface Member extends Versions<ItemNode | undefined> {
  /** Its folder in the merged tree; undefined at the root. */
  readonly parent: Member | undefined;
  /** Whether it is in the merged tree. */
  readonly isKept: boolean;
  /** A conflict about the item as a whole, besides conflicts about its fields. */
  readonly dispute?: 'deleted' | 'moved';
}

/** The nodes of one folder or request in each version. */
type NodeVersions = Versions<ItemNode | undefined>;

/** The entry that each node belongs to. */
type Entries = ReadonlyMap<ItemNode, NodeVersions>;

interface TreeOptions {
  readonly entryOf: Entries;
  readonly prefer: Side;
}

/** Decides for three versions of a collection which items correspond, which of them stay, and in which folder. */
export function mergeTree(nodes: Versions<readonly ItemNode[]>, prefer: Side): readonly Member[] {
  const entries = alignNodes(nodes);
  return placeEntries(entries, { entryOf: entriesByNode(entries), prefer });
}

const entriesByNode = (entries: readonly NodeVersions[]): Map<ItemNode, NodeVersions> =>
  new Map(entries.flatMap((entry) => nodesIn(entry).map((node) => [node, entry] as const)));

const nodesIn = ({ base, ours, theirs }: NodeVersions): readonly ItemNode[] =>
  [base, ours, theirs].filter((node) => node !== undefined);

/** Groups corresponding nodes of the three versions. Nodes that both sides added are one entry if they are twins. */
function alignNodes({ base, ours, theirs }: Versions<readonly ItemNode[]>): readonly NodeVersions[] {
  const [inOurs, inTheirs] = [new Map(matches(base, ours)), new Map(matches(base, theirs))];
  matchThroughOther(inOurs, { other: inTheirs, unmatched: unmatched(ours, inOurs), base });
  matchThroughOther(inTheirs, { other: inOurs, unmatched: unmatched(theirs, inTheirs), base });
  const entries: NodeVersions[] = base.map((node) => ({
    base: node,
    ours: inOurs.get(node),
    theirs: inTheirs.get(node),
  }));
  const entryOf = entriesByNode(entries);
  const add = (entry: NodeVersions): void => {
    entries.push(entry);
    for (const node of nodesIn(entry)) entryOf.set(node, entry);
  };
  const addedTheirs = new Set(unmatched(theirs, inTheirs));
  for (const node of unmatched(ours, inOurs)) {
    const twin = [...addedTheirs].find((other) => isTwin(node, other, entryOf));
    if (twin) addedTheirs.delete(twin);
    add({ base: undefined, ours: node, theirs: twin });
  }
  for (const node of addedTheirs) add({ base: undefined, ours: undefined, theirs: node });
  return entries;
}

/** Position does not match items here: an item that was deleted and an item that was added are two items. */
const matches = (some: readonly ItemNode[], others: readonly ItemNode[]): NodePairs =>
  matchItems(some, others, BY_NAME);

const unmatched = (nodes: readonly ItemNode[], pairs: NodePairs): readonly ItemNode[] => {
  const taken = new Set(pairs.values());
  return nodes.filter((node) => !taken.has(node));
};

interface OtherSide {
  /** Matches of base nodes on the other side. */
  readonly other: NodePairs;
  readonly unmatched: readonly ItemNode[];
  readonly base: readonly ItemNode[];
}

/**
 * Adds matches that the base alone does not show: an item that the other side renamed and this side changed may
 * resemble the other side's version.
 */
function matchThroughOther(pairs: Map<ItemNode, ItemNode>, { other, unmatched: free, base }: OtherSide): void {
  const baseOf = new Map<ItemNode, ItemNode>();
  for (const node of base) {
    const match = pairs.has(node) ? undefined : other.get(node);
    if (match) baseOf.set(match, node);
  }
  for (const [match, node] of matches([...baseOf.keys()], free)) {
    const origin = baseOf.get(match);
    if (origin) pairs.set(origin, node);
  }
}

/**
 * Whether both sides added the same item: same id; or same name in the same folder and, for requests, the same content.
 */
function isTwin(our: ItemNode, their: ItemNode, entryOf: Entries): boolean {
  if (our.type !== their.type) return false;
  if (our.id !== undefined && our.id === their.id) return true;
  if (our.label !== their.label || folderOf(our, entryOf) !== folderOf(their, entryOf)) return false;
  return our.type === 'folder' ? !isOwnChanged(our, their) : our.content() === their.content();
}

const folderOf = (node: ItemNode | undefined, entryOf: Entries): NodeVersions | undefined =>
  node?.parent && entryOf.get(node.parent);

/** Whether two versions of a folder or request differ, apart from children. */
const isOwnChanged = (node: ItemNode, other: ItemNode): boolean =>
  !same(ownCanonical(node.item), ownCanonical(other.item));

const ownCanonical = (item: JsonObject): JsonObject => canonicalCollection({ item: [childless(item)] });

const childless = ({ item: _, ...rest }: JsonObject): JsonObject => rest;

/** Decides which entries stay, and in which folder. A deleted folder stays as long as an item in it stays. */
function placeEntries(entries: readonly NodeVersions[], options: TreeOptions): readonly Member[] {
  const presence = new Map(entries.map((entry) => [entry, presenceOf(entry, options)]));
  const folders = withoutCycles(new Map(entries.map((entry) => [entry, folderChoice(entry, options)])), options);
  const kept = new Set(entries.filter((entry) => presence.get(entry)?.isKept));
  const restored = new Set<NodeVersions>();
  for (const entry of kept)
    for (let folder = folders.get(entry)?.folder; folder && !kept.has(folder); folder = folders.get(folder)?.folder) {
      restored.add(folder);
      kept.add(folder);
    }
  return membersOf(entries, { presence, folders, kept, restored });
}

interface Presence {
  readonly isKept: boolean;
  /** One side deleted the item, and the other side changed or moved it. */
  readonly isDisputed: boolean;
}

function presenceOf({ base, ours, theirs }: NodeVersions, { entryOf, prefer }: TreeOptions): Presence {
  if (!base || (ours && theirs)) return { isKept: true, isDisputed: false };
  const remaining = ours ?? theirs;
  if (!remaining) return { isKept: false, isDisputed: false };
  const isMoved = folderOf(base, entryOf) !== folderOf(remaining, entryOf);
  const isDisputed = isMoved || isOwnChanged(base, remaining);
  const preferred = prefer === 'ours' ? ours : theirs;
  return { isKept: isDisputed && preferred !== undefined, isDisputed };
}

interface FolderChoice {
  /** Undefined at the root. */
  readonly folder: NodeVersions | undefined;
  /** Both sides moved the item, to different folders. */
  readonly isDisputed: boolean;
}

function folderChoice({ base, ours, theirs }: NodeVersions, { entryOf, prefer }: TreeOptions): FolderChoice {
  const [was, our, their] = [folderOf(base, entryOf), folderOf(ours, entryOf), folderOf(theirs, entryOf)];
  if (!ours || !theirs) return { folder: ours ? our : their, isDisputed: false };
  if (our === their || (base && was === their)) return { folder: our, isDisputed: false };
  if (base && was === our) return { folder: their, isDisputed: false };
  return { folder: prefer === 'ours' ? our : their, isDisputed: true };
}

/**
 * Two moves may put two folders into each other. Each of them then goes to its folder on the preferred side; if that is
 * still a cycle, to the root.
 */
function withoutCycles(
  folders: Map<NodeVersions, FolderChoice>,
  { entryOf, prefer }: TreeOptions,
): ReadonlyMap<NodeVersions, FolderChoice> {
  for (const fallback of ['preferred side', 'root'] as const)
    for (const entry of folders.keys()) {
      if (!isInItself(entry, folders)) continue;
      const folder = fallback === 'root' ? undefined : folderOf(entry[prefer], entryOf);
      folders.set(entry, { folder, isDisputed: true });
    }
  return folders;
}

function isInItself(entry: NodeVersions, folders: ReadonlyMap<NodeVersions, FolderChoice>): boolean {
  const seen = new Set<NodeVersions>();
  for (let at = folders.get(entry)?.folder; at && !seen.has(at); at = folders.get(at)?.folder) {
    if (at === entry) return true;
    seen.add(at);
  }
  return false;
}

interface MemberInput {
  readonly presence: ReadonlyMap<NodeVersions, Presence>;
  readonly folders: ReadonlyMap<NodeVersions, FolderChoice>;
  readonly kept: ReadonlySet<NodeVersions>;
  /** Deleted folders that stay because an item in them stays. */
  readonly restored: ReadonlySet<NodeVersions>;
}

/** The entries as members, each with its folder as a member. */
function membersOf(
  entries: readonly NodeVersions[],
  { presence, folders, kept, restored }: MemberInput,
): readonly Member[] {
  const members = new Map<NodeVersions, Member>();
  const disputeOf = (entry: NodeVersions): Member['dispute'] => {
    if (presence.get(entry)?.isDisputed || restored.has(entry)) return 'deleted';
    return folders.get(entry)?.isDisputed ? 'moved' : undefined;
  };
  const memberOf = (entry: NodeVersions): Member => {
    const known = members.get(entry);
    if (known) return known;
    const folder = folders.get(entry)?.folder;
    const dispute = disputeOf(entry);
    const member: Member = {
      ...entry,
      parent: folder && memberOf(folder),
      isKept: kept.has(entry),
      ...(dispute ? { dispute } : {}),
    };
    members.set(entry, member);
    return member;
  };
  return entries.map(memberOf);
}

import { type JsonObject, same } from '../../lib/json.ts';
import type { Side, Versions } from '../merge/versions.ts';
import { canonicalCollection } from './canonical.ts';
import type { ItemNode } from './items.ts';
import { ItemMatcher } from './match-items.ts';

/** A folder or request in up to three versions. */
export interface Member extends Versions<ItemNode | undefined> {
  /** Where it is in the merged tree; undefined at the root. */
  readonly parent: Member | undefined;
  readonly isKept: boolean;
  /** What file and Postman disagree about, besides its fields. */
  readonly dispute?: 'deleted' | 'moved';
}

/** Members of the merged tree by the node of each version. */
type MemberOf = ReadonlyMap<ItemNode, Draft>;

type Draft = Versions<ItemNode | undefined>;

/** Which folders and requests of three collections belong together, which of them stay, and in which folder. */
export function mergeTree(nodes: Versions<readonly ItemNode[]>, prefer: Side): readonly Member[] {
  const drafts = align(nodes);
  const memberOf = new Map(drafts.flatMap((draft) => nodesIn(draft).map((node) => [node, draft] as const)));
  return place(drafts, { memberOf, prefer });
}

const nodesIn = ({ base, ours, theirs }: Draft): readonly ItemNode[] =>
  [base, ours, theirs].filter((node) => node !== undefined);

/** Nodes of the three versions that belong together. */
function align({ base, ours, theirs }: Versions<readonly ItemNode[]>): readonly Draft[] {
  const [inOurs, inTheirs] = [new Map(pairs(base, ours)), new Map(pairs(base, theirs))];
  completeBy(inOurs, { other: inTheirs, left: without(ours, inOurs), base });
  completeBy(inTheirs, { other: inOurs, left: without(theirs, inTheirs), base });
  const drafts: Draft[] = base.map((node) => ({ base: node, ours: inOurs.get(node), theirs: inTheirs.get(node) }));
  const memberOf = new Map(drafts.flatMap((draft) => nodesIn(draft).map((node) => [node, draft] as const)));
  const add = (draft: Draft): void => {
    drafts.push(draft);
    for (const node of nodesIn(draft)) memberOf.set(node, draft);
  };
  const added = new Set(without(theirs, inTheirs));
  for (const node of without(ours, inOurs)) {
    const twin = [...added].find((other) => isTwin(node, other, memberOf));
    if (twin) added.delete(twin);
    add({ base: undefined, ours: node, theirs: twin });
  }
  for (const node of added) add({ base: undefined, ours: undefined, theirs: node });
  return drafts;
}

const without = (nodes: readonly ItemNode[], pairing: ReadonlyMap<ItemNode, ItemNode>): readonly ItemNode[] => {
  const taken = new Set(pairing.values());
  return nodes.filter((node) => !taken.has(node));
};

interface Completing {
  readonly other: ReadonlyMap<ItemNode, ItemNode>;
  readonly left: readonly ItemNode[];
  readonly base: readonly ItemNode[];
}

/** One that nothing tells from the base any more (renamed there, and changed here) is found by what the other side made of it. */
function completeBy(pairing: Map<ItemNode, ItemNode>, { other, left, base }: Completing): void {
  const lone = base.filter((node) => !pairing.has(node) && other.has(node));
  const origins = new Map(lone.flatMap((node) => (other.has(node) ? [[other.get(node), node] as const] : [])));
  const found = pairs(
    [...origins.keys()].filter((node) => node !== undefined),
    left,
  );
  for (const [node, counterpart] of found) {
    const origin = origins.get(node);
    if (origin) pairing.set(origin, counterpart);
  }
}

/** Whether both sides added the same: one id, or one name in one folder, requests with the same content. */
function isTwin(our: ItemNode, their: ItemNode, memberOf: MemberOf): boolean {
  if (our.type !== their.type) return false;
  if (our.id !== undefined && our.id === their.id) return true;
  const [home, there] = [our.parent && memberOf.get(our.parent), their.parent && memberOf.get(their.parent)];
  if (our.label !== their.label || home !== there) return false;
  return our.type === 'folder' ? !isOwnChanged(our, their) : our.content() === their.content();
}

/** The surest signs first, as in the graft; position alone is none: what was deleted and what was added are two things. */
function pairs(some: readonly ItemNode[], others: readonly ItemNode[]): ReadonlyMap<ItemNode, ItemNode> {
  const pairing = new ItemMatcher(some, others)
    .by((node) => node.id && `${node.id} ${node.title}`)
    .by((node) => node.id && `${node.id} ${node.type}`)
    .by((node) => node.path)
    .byUnique((node) => `${node.label} ${node.content()}`)
    .byUnique((node) => node.label)
    .byUnique((node) => node.title)
    .byUnique((node) => `${node.type} ${node.content()}`)
    .above();
  for (let found = -1; found < pairing.pairs.size; ) {
    found = pairing.pairs.size;
    pairing.below((node) => node.label).below((node) => node.title);
  }
  return pairing.pairs;
}

/** Whether two versions of a folder or request differ, children aside. */
export const isOwnChanged = (node: ItemNode, other: ItemNode): boolean =>
  !same(ownCanonical(node.item), ownCanonical(other.item));

const ownCanonical = (item: JsonObject): JsonObject => canonicalCollection({ item: [childless(item)] });

const childless = ({ item: _, ...rest }: JsonObject): JsonObject => rest;

interface Placing {
  readonly memberOf: MemberOf;
  readonly prefer: Side;
}

/** Decides what stays and where. A folder that one side deleted stays as long as something is in it. */
function place(drafts: readonly Draft[], placing: Placing): readonly Member[] {
  const fates = new Map(drafts.map((draft) => [draft, fateOf(draft, placing)]));
  const homes = withoutCycles(new Map(drafts.map((draft) => [draft, homeOf(draft, placing)])), placing);
  const kept = new Set(drafts.filter((draft) => fates.get(draft)?.isKept));
  const rescued = new Set<Draft>();
  for (const draft of kept)
    for (let home = homes.get(draft)?.home; home && !kept.has(home); home = homes.get(home)?.home) {
      rescued.add(home);
      kept.add(home);
    }
  return linked(drafts, { fates, homes, kept, rescued });
}

interface Fate {
  readonly isKept: boolean;
  readonly isDisputed: boolean;
}

/** A deletion stands against what the other side changed. */
function fateOf({ base, ours, theirs }: Draft, { memberOf, prefer }: Placing): Fate {
  if (!base || (ours && theirs)) return { isKept: true, isDisputed: false };
  const left = ours ?? theirs;
  if (!left) return { isKept: false, isDisputed: false };
  const isMoved = (base.parent && memberOf.get(base.parent)) !== (left.parent && memberOf.get(left.parent));
  const isDisputed = isMoved || isOwnChanged(base, left);
  const stays = prefer === 'ours' ? ours !== undefined : theirs !== undefined;
  return { isKept: isDisputed && stays, isDisputed };
}

interface Home {
  readonly home: Draft | undefined;
  readonly isDisputed: boolean;
}

function homeOf({ base, ours, theirs }: Draft, { memberOf, prefer }: Placing): Home {
  const homeIn = (node: ItemNode | undefined): Draft | undefined => node?.parent && memberOf.get(node.parent);
  const [was, our, their] = [homeIn(base), homeIn(ours), homeIn(theirs)];
  if (!ours || !theirs) return { home: ours ? our : their, isDisputed: false };
  if (our === their || (base && was === their)) return { home: our, isDisputed: false };
  if (base && was === our) return { home: their, isDisputed: false };
  return { home: prefer === 'ours' ? our : their, isDisputed: true };
}

/** Two moves may put each of two folders into the other: then each stays where the preferred side has it, and the root is the last resort. */
function withoutCycles(homes: Map<Draft, Home>, { memberOf, prefer }: Placing): ReadonlyMap<Draft, Home> {
  for (const fallback of ['preferred', 'root'] as const)
    for (const draft of homes.keys()) {
      if (!isInItself(draft, homes)) continue;
      const node = fallback === 'root' ? undefined : draft[prefer];
      homes.set(draft, { home: node?.parent && memberOf.get(node.parent), isDisputed: true });
    }
  return homes;
}

function isInItself(draft: Draft, homes: ReadonlyMap<Draft, Home>): boolean {
  const seen = new Set<Draft>();
  for (let home = homes.get(draft)?.home; home && !seen.has(home); home = homes.get(home)?.home) {
    if (home === draft) return true;
    seen.add(home);
  }
  return false;
}

interface Linking {
  readonly fates: ReadonlyMap<Draft, Fate>;
  readonly homes: ReadonlyMap<Draft, Home>;
  readonly kept: ReadonlySet<Draft>;
  readonly rescued: ReadonlySet<Draft>;
}

/** Members with their parents as members. */
function linked(drafts: readonly Draft[], { fates, homes, kept, rescued }: Linking): readonly Member[] {
  const members = new Map<Draft, Member>();
  const link = (draft: Draft): Member => {
    const known = members.get(draft);
    if (known) return known;
    const home = homes.get(draft);
    const isDeleted = fates.get(draft)?.isDisputed || rescued.has(draft);
    const dispute = isDeleted ? 'deleted' : home?.isDisputed ? 'moved' : undefined;
    const member: Member = {
      ...draft,
      parent: home?.home && link(home.home),
      isKept: kept.has(draft),
      ...(dispute ? { dispute } : {}),
    };
    members.set(draft, member);
    return member;
  };
  return drafts.map(link);
}

import { groupBy } from '../../lib/group-by.ts';
import type { ItemNode } from './items.ts';

type KeyOf = (node: ItemNode) => string | undefined;

/** Nodes of the first list → their matches in the second list. */
export type NodePairs = ReadonlyMap<ItemNode, ItemNode>;

/** Keys for children of matched folders whose names are equal. */
export const BY_NAME: readonly KeyOf[] = [(node) => node.label, (node) => node.title];

/** Keys for children of matched folders: by name, then by position. */
export const BY_NAME_OR_POSITION: readonly KeyOf[] = [...BY_NAME, (node) => node.type];

/**
 * Matches the folders and requests of two versions of a collection. The most reliable criteria come first: id; path,
 * method and name; unique content or name (the item was moved or renamed); then `inFolder` for children of matched
 * folders.
 */
export function matchItems(
  some: readonly ItemNode[],
  others: readonly ItemNode[],
  inFolder: readonly KeyOf[],
): NodePairs {
  const matcher = new ItemMatcher(some, others)
    .byKey((node) => node.id && `${node.id} ${node.title}`)
    .byKey((node) => node.id && `${node.id} ${node.type}`)
    .byKey((node) => node.path)
    .byUniqueKey((node) => `${node.label} ${node.content()}`)
    .byUniqueKey((node) => node.label)
    .byUniqueKey((node) => node.title)
    .byUniqueKey((node) => `${node.type} ${node.content()}`)
    .parentsOfMatches();
  for (let found = -1; found < matcher.pairs.size; ) {
    found = matcher.pairs.size;
    for (const keyOf of inFolder) matcher.childrenOfMatches(keyOf);
  }
  return matcher.pairs;
}

/** Matches the examples of two versions of a request: by id, by name and status, then by content or position. */
export const matchExamples = (some: readonly ItemNode[], others: readonly ItemNode[]): NodePairs =>
  new ItemMatcher(some, others)
    .byKey((node) => node.id && `${node.id} ${node.title}`)
    .byKey((node) => node.id)
    .byKey((node) => node.label)
    .byKey((node) => node.type).pairs;

/** Matches nodes in several steps. A later step changes no match of an earlier step. */
export class ItemMatcher {
  readonly pairs = new Map<ItemNode, ItemNode>();
  readonly #taken = new Set<ItemNode>();
  readonly #some: readonly ItemNode[];
  readonly #others: readonly ItemNode[];

  constructor(some: readonly ItemNode[], others: readonly ItemNode[]) {
    this.#some = some;
    this.#others = others;
  }

  /**
   * Matches nodes with equal keys. Of several nodes with a key, those with equal content come first, then their order
   * decides.
   */
  byKey(keyOf: KeyOf): this {
    for (const [some, others] of this.#unmatchedGroups(keyOf)) {
      if (some.length + others.length > 2)
        for (const [equal, equals] of commonGroups(some, others, contentOf)) this.#pairInOrder(equal, equals);
      this.#pairInOrder(some, others);
    }
    return this;
  }

  /** Matches nodes whose key is unique in both lists. */
  byUniqueKey(keyOf: KeyOf): this {
    for (const [some, others] of this.#unmatchedGroups(keyOf))
      if (some.length === 1 && others.length === 1) this.#pairInOrder(some, others);
    return this;
  }

  /** Matches the parents of matched nodes; the first matched child decides. */
  parentsOfMatches(): this {
    for (const [node, match] of this.pairs) {
      const [parent, other] = [node.parent, match.parent];
      if (parent && other && !this.pairs.has(parent) && !this.#taken.has(other)) this.#pair(parent, other);
    }
    return this;
  }

  /** Matches the children of matched parents, and nodes at the root, by key. */
  childrenOfMatches(keyOf: KeyOf): this {
    const pairNumbers = new Map<ItemNode | undefined, number>([[undefined, -1]]);
    for (const [index, pair] of [...this.pairs].entries()) for (const node of pair) pairNumbers.set(node, index);
    return this.byKey((node) => {
      const parent = pairNumbers.get(node.parent);
      return parent === undefined ? undefined : `${parent} ${keyOf(node)}`;
    });
  }

  #unmatchedGroups(keyOf: KeyOf): readonly GroupPair[] {
    const others = this.#others.filter((node) => !this.#taken.has(node));
    const some = this.#some.filter((node) => !this.pairs.has(node));
    return some.length === 0 || others.length === 0 ? [] : commonGroups(some, others, keyOf);
  }

  #pairInOrder(some: readonly ItemNode[], others: readonly ItemNode[]): void {
    const free = others.filter((node) => !this.#taken.has(node));
    for (const [index, node] of some.filter((each) => !this.pairs.has(each)).entries()) {
      const match = free[index];
      if (!match) return;
      this.#pair(node, match);
    }
  }

  #pair(node: ItemNode, match: ItemNode): void {
    this.pairs.set(node, match);
    this.#taken.add(match);
  }
}

const contentOf: KeyOf = (node) => node.content();

/** Nodes of both lists with the same key. */
type GroupPair = readonly [readonly ItemNode[], readonly ItemNode[]];

function commonGroups(some: readonly ItemNode[], others: readonly ItemNode[], keyOf: KeyOf): readonly GroupPair[] {
  const otherGroups = groupBy(others, keyOf);
  return [...groupBy(some, keyOf)].flatMap(([key, nodes]) => {
    const found = otherGroups.get(key);
    return found ? [[nodes, found] as const] : [];
  });
}

import type { ItemNode } from './items.ts';

type KeyOf = (node: ItemNode) => string | undefined;

/** Matches local with remote nodes, in several steps. A later step changes no match of an earlier one. */
export class ItemMatcher {
  readonly pairs = new Map<ItemNode, ItemNode>();
  readonly #taken = new Set<ItemNode>();
  readonly #ours: readonly ItemNode[];
  readonly #theirs: readonly ItemNode[];

  constructor(ours: readonly ItemNode[], theirs: readonly ItemNode[]) {
    this.#ours = ours;
    this.#theirs = theirs;
  }

  /** Matches nodes with equal keys; among several, those of equal content first, then in their order. */
  by(keyOf: KeyOf): this {
    for (const [ours, theirs] of this.#groups(keyOf)) {
      if (ours.length + theirs.length > 2)
        for (const [some, others] of together(ours, theirs, contentOf)) this.#inOrder(some, others);
      this.#inOrder(ours, theirs);
    }
    return this;
  }

  /** Matches nodes whose key is unique on both sides. */
  byUnique(keyOf: KeyOf): this {
    for (const [ours, theirs] of this.#groups(keyOf))
      if (ours.length === 1 && theirs.length === 1) this.#inOrder(ours, theirs);
    return this;
  }

  /** Matches folders by their children: by the first child that has a match. */
  above(): this {
    for (const [our, their] of this.pairs) {
      const [home, there] = [our.parent, their.parent];
      if (home && there && !this.pairs.has(home) && !this.#taken.has(there)) this.#pair(home, there);
    }
    return this;
  }

  /** Matches the children of matched parents. */
  below(keyOf: KeyOf): this {
    const numbers = new Map<ItemNode | undefined, number>([[undefined, -1]]);
    for (const [index, pair] of [...this.pairs].entries()) for (const node of pair) numbers.set(node, index);
    return this.by((node) => {
      const parent = numbers.get(node.parent);
      return parent === undefined ? undefined : `${parent} ${keyOf(node)}`;
    });
  }

  #groups(keyOf: KeyOf): readonly Together[] {
    const theirs = this.#theirs.filter((node) => !this.#taken.has(node));
    const ours = this.#ours.filter((node) => !this.pairs.has(node));
    return ours.length === 0 || theirs.length === 0 ? [] : together(ours, theirs, keyOf);
  }

  #inOrder(ours: readonly ItemNode[], theirs: readonly ItemNode[]): void {
    const free = theirs.filter((node) => !this.#taken.has(node));
    for (const [index, node] of ours.filter((each) => !this.pairs.has(each)).entries()) {
      const counterpart = free[index];
      if (!counterpart) return;
      this.#pair(node, counterpart);
    }
  }

  #pair(our: ItemNode, their: ItemNode): void {
    this.pairs.set(our, their);
    this.#taken.add(their);
  }
}

const contentOf: KeyOf = (node) => node.content();

/** Nodes of both sides with the same key. */
type Together = readonly [readonly ItemNode[], readonly ItemNode[]];

function together(ours: readonly ItemNode[], theirs: readonly ItemNode[], keyOf: KeyOf): readonly Together[] {
  const candidates = grouped(theirs, keyOf);
  return [...grouped(ours, keyOf)].flatMap(([key, nodes]) => {
    const found = candidates.get(key);
    return found ? [[nodes, found] as const] : [];
  });
}

function grouped(nodes: readonly ItemNode[], keyOf: KeyOf): ReadonlyMap<string, readonly ItemNode[]> {
  const groups = new Map<string, ItemNode[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(node);
    else if (key !== undefined) groups.set(key, [node]);
  }
  return groups;
}

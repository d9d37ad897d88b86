import { createHash } from 'node:crypto';
import { isObject, type JsonObject, objectsOf, omit, sortKeys, textOf } from '../../lib/json.ts';
import { bareId } from '../../model/ids.ts';
import { canonicalCollection } from './canonical.ts';

/** A folder, request or example, with the keys that it is matched by. */
export interface ItemNode {
  readonly item: JsonObject;
  readonly id: string | undefined;
  /** `folder`, `request` or `example`. */
  readonly type: string;
  /** Type and name. */
  readonly title: string;
  /** Type, method or status, and name. */
  readonly label: string;
  /** Labels from the root down. */
  readonly path: string;
  readonly parent: ItemNode | undefined;
  /** Hash of everything except names and ids. Expensive: call it only if names are ambiguous. */
  content(): string;
}

/** Every folder and request of a collection, parents first. */
export const itemNodes = (collection: JsonObject): readonly ItemNode[] =>
  childrenOf(collection, undefined).flatMap(({ all }) => all);

/** The examples of a request. */
export const exampleNodes = (request: JsonObject): readonly ItemNode[] =>
  objectsOf(request.response).map((item) => {
    const content = once(() => hashOf(canonicalCollection({ item: [{ response: [nameless(item)] }] })));
    return nodeOf(item, { type: 'example', detail: Number(item.code ?? 0), parent: undefined, content });
  });

/** The bare id of an item or example. */
export function idOf(item: JsonObject): string | undefined {
  const id = textOf(item.id) ?? textOf(item.uid) ?? textOf(item._postman_id);
  return id === undefined ? undefined : bareId(id);
}

/** The name of an item or example; `unnamed` if it has none. */
export const itemName = (item: JsonObject): string => textOf(item.name) ?? 'unnamed';

/** A node and all nodes below it. */
interface Branch {
  readonly node: ItemNode;
  readonly all: readonly ItemNode[];
}

function childrenOf(owner: JsonObject, parent: ItemNode | undefined): readonly Branch[] {
  return objectsOf(owner.item).map((item) => {
    const { request } = item;
    const method = isObject(request) ? (textOf(request.method) ?? 'GET') : 'GET';
    let below: readonly Branch[] = [];
    const content = once(() => {
      const children = below.map(({ node }) => [node.title, node.content()]);
      return hashOf([canonicalCollection({ item: [omit(nameless(item), CHILDREN)] }), children]);
    });
    const isFolder = Array.isArray(item.item);
    const [type, detail] = isFolder ? ['folder', ''] : ['request', method];
    const node = nodeOf(item, { type, detail, parent, content });
    below = childrenOf(item, node);
    return { node, all: [node, ...below.flatMap(({ all }) => all)] };
  });
}

const NAMES = new Set(['name', 'id', 'uid', '_postman_id']);
const CHILDREN = new Set(['item', 'response']);

const nameless = (item: JsonObject): JsonObject => omit(item, NAMES);

function nodeOf(
  item: JsonObject,
  { type, detail, ...rest }: Pick<ItemNode, 'type' | 'parent' | 'content'> & { readonly detail: string | number },
): ItemNode {
  const name = textOf(item.name) ?? '';
  const label = JSON.stringify([type, detail, name]);
  return {
    item,
    id: idOf(item),
    type,
    title: `${type} ${name}`,
    label,
    path: `${rest.parent?.path ?? ''}${label}`,
    ...rest,
  };
}

const hashOf = (value: JsonObject | readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(sortKeys(value as JsonObject)))
    .digest('base64url');

/** Returns a function that computes the value on its first call only. */
function once(compute: () => string): () => string {
  let known: string | undefined;
  return () => {
    known ??= compute();
    return known;
  };
}

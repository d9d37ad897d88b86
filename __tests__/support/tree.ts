import type { JsonObject } from '../../src/core/lib/json.ts';
import { type CollectionTree, readTree } from '../../src/formats/collection-v3/read-tree.ts';

/** The directory that trees of tests are in. */
export const ROOT = 'postman/collections/Orders';

/** Reads a tree whose files are given by their path below its directory. */
export const treeOf = (files: Readonly<Record<string, string>>, allowUnsupported = false): CollectionTree =>
  readTree(
    ROOT,
    Object.entries(files).map(([path, text]) => ({ path: `${ROOT}/${path}`, text })),
    { allowUnsupported },
  );

/** A request file with these lines after its kind and URL. */
export const request = (...lines: readonly string[]): string =>
  ['$kind: http-request', 'url: https://example.com/orders', ...lines, ''].join('\n');

/** The only request of a tree that has this file only; throws for a problem. */
export function itemOf(text: string, definition?: string): JsonObject {
  const files = { 'One.request.yaml': text, ...(definition && { '.resources/definition.yaml': definition }) };
  const { content, problems } = treeOf(files);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const [item] = content.item as readonly JsonObject[];
  if (!item) throw new Error('there is no request');
  return item;
}

/** Problems as `file:line:column message`. */
export const problemsOf = ({ problems }: CollectionTree): readonly string[] =>
  problems.map(({ path = '', position, message }) => {
    const place = position ? `:${position.line}:${position.column}` : '';
    return `${path.slice(ROOT.length + 1)}${place} ${message}`;
  });

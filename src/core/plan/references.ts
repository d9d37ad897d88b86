import type { JsonObject } from '../lib/json.ts';
import type { Uid } from '../model/ids.ts';
import type { DesiredResource } from '../model/resource.ts';

/** Source path → uid of each resource that exists. */
export type Uids = ReadonlyMap<string, Uid>;

/**
 * The content with the uids of the resources that it refers to. For resources that do not exist yet, it has their
 * source paths.
 */
export function bind(
  { content, refers }: Pick<DesiredResource, 'content' | 'refers'>,
  uids: Uids = new Map(),
): JsonObject {
  const bound = Object.entries(refers ?? {}).map(([key, path]) => [key, uids.get(path) ?? path]);
  return { ...content, ...Object.fromEntries(bound) };
}

/** Source paths that a resource refers to and whose resources do not exist yet. */
export const unbound = ({ refers }: Pick<DesiredResource, 'refers'>, uids: Uids): readonly string[] =>
  Object.values(refers ?? {}).filter((path) => !uids.has(path));

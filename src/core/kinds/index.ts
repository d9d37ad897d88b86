import type { JsonObject } from '../lib/json.ts';
import type { FileDigest, ResourceKind } from '../model/resource.ts';
import { collection } from './collection/index.ts';
import { environment } from './environment.ts';
import { fingerprint } from './fingerprint.ts';
import { globals } from './globals.ts';
import type { Kind } from './kind.ts';
import { monitor } from './monitor/index.ts';

/** Every kind that is synced, in the order of writing: resources that others refer to come first. */
export const KINDS: Readonly<Record<ResourceKind, Kind>> = { environment, globals, collection, monitor };

/** The digest of a file's content; undefined if Postman would refuse the content. */
export function digestOf(kind: ResourceKind, content: JsonObject): FileDigest | undefined {
  const { name, idOf, check } = KINDS[kind];
  const resourceName = name(content);
  if (resourceName === undefined || check(content).length > 0) return undefined;
  const id = idOf(content);
  return { name: resourceName, ...(id === undefined ? {} : { id }), fingerprint: fingerprint(KINDS[kind], content) };
}

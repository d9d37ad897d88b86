import type { JsonObject } from '../lib/json.ts';
import type { FileDigest, ResourceKind } from '../model/resource.ts';
import { fingerprint } from './fingerprint.ts';
import { KINDS } from './index.ts';

/** What has to be known of a file's content to see that nothing changed; undefined where Postman would refuse the content. */
export function digestOf(kind: ResourceKind, content: JsonObject): FileDigest | undefined {
  const { name, idOf, check } = KINDS[kind];
  const called = name(content);
  if (called === undefined || check(content).length > 0) return undefined;
  const id = idOf(content);
  return { name: called, ...(id === undefined ? {} : { id }), fingerprint: fingerprint(KINDS[kind], content) };
}

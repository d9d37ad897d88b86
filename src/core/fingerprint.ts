import { createHash } from 'node:crypto';
import type { Fingerprint } from './ids.ts';
import { type JsonObject, sorted } from './json.ts';
import type { Kind } from './kind.ts';

/**
 * The hash of a resource's canonical form. Ids, owners, timestamps, nulls and the order of keys do not count; everything
 * else does, unknown fields included. Equal content has equal fingerprints on every machine.
 */
export function fingerprint(kind: Kind, content: JsonObject): Fingerprint {
  const canonical = JSON.stringify(sorted(kind.canonical(content)));
  return createHash('sha256').update(canonical).digest('base64url') as Fingerprint;
}

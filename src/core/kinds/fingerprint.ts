import { createHash } from 'node:crypto';
import { type JsonObject, type JsonValue, sorted } from '../lib/json.ts';
import type { Fingerprint } from '../model/ids.ts';
import type { Kind } from './kind.ts';

/**
 * The hash of a resource's canonical form. Ids, owners, timestamps, nulls and the order of keys do not count; everything
 * else does, unknown fields included. Equal content has equal fingerprints on every machine.
 */
export const fingerprint = (kind: Kind, content: JsonObject): Fingerprint =>
  hash(kind.canonical(content)) as Fingerprint;

/**
 * What is recorded of what was sent: its fingerprint. Of a kind whose files leave some of it to Postman, one for each
 * setting that `by` owns: what Postman makes of the others is no drift.
 */
export function fingerprintOfSent(kind: Kind, content: JsonObject, by: JsonObject = content): Fingerprint {
  if (!kind.ownedKeys) return fingerprint(kind, content);
  const canonical = kind.canonical(content);
  return kind
    .ownedKeys(by)
    .map((key) => `${key}=${partHash(canonical[key])}`)
    .join(';') as Fingerprint;
}

/** Whether what is in Postman still is what was recorded of it. */
export function isAsSent(kind: Kind, sent: Fingerprint, content: JsonObject): boolean {
  if (!kind.ownedKeys || !sent.includes('=')) return sent === fingerprint(kind, content);
  const canonical = kind.canonical(content);
  return sent.split(';').every((part) => {
    const [key = '', hashed] = part.split('=');
    return hashed === partHash(canonical[key]);
  });
}

const PART_LENGTH = 11;

/** The hash of one setting. */
export const partHash = (value: JsonValue | undefined): string => hash(value ?? null).slice(0, PART_LENGTH);

const hash = (value: JsonValue): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('base64url');

/** The hash of each setting that was recorded, where there is one for each. */
export function recordedSettings(sent: Fingerprint): ReadonlyMap<string, string> {
  if (!sent.includes('=')) return new Map();
  return new Map(sent.split(';').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
}

import { createHash } from 'node:crypto';
import { type JsonObject, type JsonValue, sortKeys } from '../lib/json.ts';
import type { Fingerprint } from '../model/ids.ts';
import type { Kind } from './kind.ts';

/**
 * The hash of a resource's canonical form. It ignores ids, owners, timestamps, nulls and the order of keys, and
 * includes everything else, such as unknown fields. Equal content has equal fingerprints on every machine.
 */
export function fingerprint(kind: Kind, content: JsonObject): Fingerprint {
  const known = FINGERPRINTS.get(content)?.get(kind);
  if (known !== undefined) return known;
  const made = hash(kind.canonical(content)) as Fingerprint;
  FINGERPRINTS.set(content, new Map(FINGERPRINTS.get(content)).set(kind, made));
  return made;
}

/** A cache: contents are never changed, and large contents are compared several times. */
const FINGERPRINTS = new WeakMap<JsonObject, ReadonlyMap<Kind, Fingerprint>>();

/**
 * The fingerprint of sent content, for the state. For a kind with `ownedKeys` it has a hash for each setting that `by`
 * owns, as `name=hash;name=hash`: changes of other settings are not drift.
 */
export function fingerprintOfSent(kind: Kind, content: JsonObject, by: JsonObject = content): Fingerprint {
  if (!kind.ownedKeys) return fingerprint(kind, content);
  const canonical = kind.canonical(content);
  return kind
    .ownedKeys(by)
    .map((key) => `${key}=${partHash(canonical[key])}`)
    .join(';') as Fingerprint;
}

/** Whether the content in Postman still equals the recorded fingerprint. */
export function isAsSent(kind: Kind, sent: Fingerprint, content: JsonObject): boolean {
  if (!kind.ownedKeys || !sent.includes('=')) return sent === fingerprint(kind, content);
  const canonical = kind.canonical(content);
  return [...recordedSettings(sent)].every(([key, recorded]) => recorded === partHash(canonical[key]));
}

const PART_LENGTH = 11;

/** The shortened hash of a setting. */
export const partHash = (value: JsonValue | undefined): string => hash(value ?? null).slice(0, PART_LENGTH);

const hash = (value: JsonValue): string =>
  createHash('sha256')
    .update(JSON.stringify(sortKeys(value)))
    .digest('base64url');

/** The recorded hash of each setting; empty for a fingerprint of the whole content. */
export function recordedSettings(sent: Fingerprint): ReadonlyMap<string, string> {
  if (!sent.includes('=')) return new Map();
  return new Map(sent.split(';').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
}

/** The SHA-256 of a text in base64, as used in a Content-Security-Policy. */
export const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');

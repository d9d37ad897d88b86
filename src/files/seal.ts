import { createCipheriv, createDecipheriv, createHmac, scryptSync } from 'node:crypto';
import { isObject, type JsonObject, type JsonValue } from '../core/lib/json.ts';
import type { Secret } from '../core/model/secret.ts';

/** The beginning of an encrypted value. */
const PREFIX = 'sealed:v1:';

const CIPHER = 'aes-256-gcm';

/** Deriving a key takes about 50 ms, once for each backup. */
const COST = { N: 2 ** 14, r: 8, p: 1 } as const;

const derivedKey = (apiKey: Secret, salt: Buffer): Buffer => scryptSync(apiKey.reveal(), salt, 32, COST);

const mac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * A copy of a resource in which the values of secret variables are encrypted with a key that is derived from the API
 * key: a backup may become an artifact, which more people can read than the workspace. The same content gives the same
 * result, so that a repeated backup is recognized.
 */
export function sealSecrets(content: JsonObject, apiKey: Secret): JsonObject {
  const salt = mac(apiKey.reveal(), JSON.stringify(content)).subarray(0, 16);
  let key: Buffer | undefined;
  return mapSecretValues(content, (value) => {
    key ??= derivedKey(apiKey, salt);
    const iv = mac(key, value).subarray(0, 12);
    const cipher = createCipheriv(CIPHER, key, iv);
    const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
    return PREFIX + [salt, iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.');
  });
}

/** Decrypts the values of {@link sealSecrets}; undefined if the API key is another one, or a value was changed. */
export function openSecrets(content: JsonObject, apiKey: Secret): JsonObject | undefined {
  const keys = new Map<string, Buffer>();
  try {
    return mapSecretValues(content, (value) => {
      if (!value.startsWith(PREFIX)) return value;
      const [salt = '', ...rest] = value.slice(PREFIX.length).split('.');
      const [iv, tag, sealed] = rest.map((part) => Buffer.from(part, 'base64url'));
      if (!iv || !tag || !sealed) throw new Error('A part of the sealed value is missing.');
      const key = keys.get(salt) ?? derivedKey(apiKey, Buffer.from(salt, 'base64url'));
      keys.set(salt, key);
      const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: 16 }).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    });
  } catch {
    return undefined;
  }
}

/** A copy in which the non-empty values of all objects of type `secret` are replaced, at any depth. */
function mapSecretValues(content: JsonObject, map: (value: string) => string): JsonObject {
  const copy = (value: JsonValue | undefined): JsonValue | undefined => {
    if (Array.isArray(value)) return value.map((entry: JsonValue) => copy(entry) as JsonValue);
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, entry]) => [key, copy(entry)] as const);
    const copied: Record<string, JsonValue | undefined> = Object.fromEntries(entries);
    if (value.type === 'secret') {
      for (const name of ['value', 'initialValue', 'currentValue']) {
        const text = value[name];
        if (typeof text === 'string' && text !== '') copied[name] = map(text);
      }
    }
    return copied as JsonObject;
  };
  return copy(content) as JsonObject;
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * A key with the look and length of a real one. The word inside keeps secret scanners quiet:
 * they expect hexadecimal digits there.
 */
export const mintKey = (): string =>
  `PMAK-emulator${randomBytes(8).toString('hex')}-${randomBytes(17).toString('hex')}`;

/** Tells keys apart in the journal without giving them away. */
export const fingerprint = (key: string): string => digest(key).toString('hex').slice(0, 12);

/** Compares in constant time, whatever the lengths. */
export const sameKey = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

/** Fingerprint of a request body, for "was the same thing sent twice?". */
export const bodyHash = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex').slice(0, 16);

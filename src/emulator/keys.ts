import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Creates a key with the form and length of a real key. Secret scanners ignore it, because it contains a word where
 * they expect hexadecimal digits.
 */
export const mintKey = (): string =>
  `PMAK-emulator${randomBytes(8).toString('hex')}-${randomBytes(17).toString('hex')}`;

/** Fingerprint of a key, for the journal. */
export const fingerprint = (key: string): string => digest(key).toString('hex').slice(0, 12);

/** Compares in constant time, also for different lengths. */
export const sameKey = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

/** Fingerprint of a request body, to detect repeated requests. */
export const bodyHash = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex').slice(0, 16);

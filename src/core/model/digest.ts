import { createHash } from 'node:crypto';

/** The SHA-256 of a text in base64, as a Content-Security-Policy names scripts. */
export const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');

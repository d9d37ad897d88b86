import { decodeBase64 } from './base64.ts';

/** The state of a JSON Web Token: only a live token is a credential. `none`: not a token. */
export type TokenState = 'live' | 'expired' | 'sample' | 'public' | 'none';

/** Three base64url parts; the first two begin like JSON objects. */
export const JWT = /(?<![\w.-])eyJ[\w-]{6,}\.eyJ[\w-]{6,}\.[\w-]{10,}(?![\w-])/g;

/** Claims of jwt.io's default token and of specifications. */
const SAMPLE_CLAIMS =
  /"(?:sub|user_?id)":\s*"?1234567890\b|"John Doe"|"iss":\s*"joe"|server\.example\.com|example\.(?:com|org)/;

/** The state of a token by its own claims. The signature is not verified. */
export function tokenState(token: string, nowMs: number): TokenState {
  const [head = '', body = ''] = token.split('.');
  const [header, claims] = [parse(head), parse(body)];
  if (!header || !claims) return 'none';
  if (SAMPLE_CLAIMS.test(decodeBase64(body) ?? '')) return 'sample';
  if (claims.role === 'anon') return 'public';
  if (typeof claims.exp === 'number' && claims.exp * 1_000 < nowMs) return 'expired';
  return 'live';
}

function parse(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(decodeBase64(part) ?? '');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

import { JWT, type TokenState, tokenState } from './json-web-token.ts';
import { vendorTokens } from './rules/index.ts';
import type { Match } from './text-chunks.ts';

/** Matches of token formats: vendors' tokens and JSON Web Tokens. */
export const tokensIn = (text: string, nowMs: number): readonly Match[] => [
  ...vendorTokens(text),
  ...(text.includes('eyJ') ? jsonWebTokens(text, nowMs) : []),
];

function jsonWebTokens(text: string, nowMs: number): readonly Match[] {
  return [...text.matchAll(JWT)].flatMap(({ 0: value, index }) => {
    const kind = JWT_KINDS[tokenState(value, nowMs)];
    return kind ? [{ ...kind, start: index, value }] : [];
  });
}

const JWT_KINDS: Readonly<Record<TokenState, Pick<Match, 'rule' | 'severity'> | undefined>> = {
  live: { rule: 'jwt/TOKEN', severity: 'high' },
  expired: { rule: 'jwt/EXPIRED', severity: 'harmless' },
  sample: { rule: 'jwt/SAMPLE', severity: 'harmless' },
  public: { rule: 'jwt/PUBLIC', severity: 'harmless' },
  none: undefined,
};

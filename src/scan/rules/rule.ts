import type { Severity } from '../../core/plan/secrets-policy.ts';

/** A token format, as its issuer documents it. */
export interface Rule {
  /** The rule's name: `stripe/SECRET_KEY`. */
  readonly rule: string;
  /** A part of every match. Texts without it are not searched. */
  readonly keyword: string;
  readonly pattern: RegExp;
  /** `high` by default. */
  readonly severity?: Severity;
}

/** A rule for a separate token: no letter or digit is before or after it. */
export const token = (rule: string, keyword: string, shape: string, severity?: Severity): Rule => ({
  rule,
  keyword,
  pattern: new RegExp(`(?<![A-Za-z0-9])(?:${shape})(?![A-Za-z0-9])`, 'g'),
  ...(severity ? { severity } : {}),
});

/** A rule for a part of a longer text. If the pattern has a group `secret`, that is the match. */
export const embedded = (rule: string, keyword: string, shape: string): Rule => ({
  rule,
  keyword,
  pattern: new RegExp(shape, 'g'),
});

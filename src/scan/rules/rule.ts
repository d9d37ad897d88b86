import type { Severity } from '../../core/plan/secrets-policy.ts';

/** A token format with a recognizable shape, as its issuer documents it. */
export interface Rule {
  readonly rule: string;
  /** Part of every match, as it is written: texts without it are not searched. */
  readonly keyword: string;
  readonly pattern: RegExp;
  /** `high` where nothing else is said. */
  readonly severity?: Severity;
}

/** A rule whose match is a token of its own: no letter or digit stands before or after it. */
export const token = (rule: string, keyword: string, shape: string, severity?: Severity): Rule => ({
  rule,
  keyword,
  pattern: new RegExp(`(?<![A-Za-z0-9])(?:${shape})(?![A-Za-z0-9])`, 'g'),
  ...(severity ? { severity } : {}),
});

/** A rule whose match may stand anywhere; a group named `secret` narrows the match. */
export const passage = (rule: string, keyword: string, shape: string): Rule => ({
  rule,
  keyword,
  pattern: new RegExp(shape, 'g'),
});

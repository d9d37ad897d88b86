import type { Match } from '../text-chunks.ts';
import { BUSINESS } from './business.ts';
import { CLOUD } from './cloud.ts';
import { DEVELOPMENT } from './development.ts';
import { MESSAGING } from './messaging.ts';
import type { Rule } from './rule.ts';

const RULES: readonly Rule[] = [...DEVELOPMENT, ...CLOUD, ...BUSINESS, ...MESSAGING];

/** Matches of vendors' token formats, in the order of the rules. */
export const vendorTokens = (text: string): readonly Match[] =>
  RULES.flatMap((rule) => (text.includes(rule.keyword) ? matchesOf(rule, text) : []));

function matchesOf({ rule, pattern, severity = 'high' }: Rule, text: string): readonly Match[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, index, groups }) => {
    const value = groups?.secret ?? whole;
    return { rule, start: index + whole.indexOf(value), value, severity };
  });
}

import { redactStrings } from '../lib/json.ts';
import { CODES } from '../model/problem-codes.ts';
import { RESOURCE_KINDS } from '../model/resource.ts';
import { FAILURE_KINDS } from '../model/verdict.ts';
import type { Report } from './report.ts';

/** The words that the schema of the report allows as values of a key. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  action: ['create', 'update', 'delete', 'none'],
  change: ['added', 'removed', 'changed', 'moved', 'renamed'],
  code: CODES,
  failureKinds: FAILURE_KINDS,
  kind: [...FAILURE_KINDS, ...RESOURCE_KINDS],
  level: ['notice', 'warning'],
  mode: ['fail', 'warn', 'off'],
  part: ['status', 'content-type', 'header', 'body', 'parameter', 'request-body'],
  reason: ['both-changed', 'no-base', 'adopted', 'deleted'],
  status: ['passed', 'failed', 'skipped', 'planned', 'applied'],
  verdict: ['passed', 'failed', 'error'],
};

const isWord = (key: string, text: string): boolean => Object.hasOwn(WORDS, key) && WORDS[key]?.includes(text) === true;

/**
 * A copy of a part of a report, in which `redact` was applied to every string but the words of the schema: with the
 * secret `pass`, the status `passed` would become `***ed`, which means nothing.
 */
export const redactPart = <T>(part: T, redact: (text: string) => string): T =>
  redactStrings(part, (text, key) => (isWord(key, text) ? text : redact(text)));

/** A copy of a report without secrets. The names of the tool and of its command stay, too. */
export const redactReport = (report: Report, redact: (text: string) => string): Report => ({
  ...redactPart(report, redact),
  tool: report.tool,
  command: report.command,
});

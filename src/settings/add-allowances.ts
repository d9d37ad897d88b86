import { isSeq, parseDocument, Scalar, YAMLSeq } from 'yaml';
import type { Allowance } from '../core/plan/secrets-policy.ts';

const KEY = 'allowed-secrets';

const ABOVE = ` Credentials that stood in the files when this list was made. Revoke each of them, put a variable in its place,
 and remove its entry.`;

/** The configuration's text with further entries of `allowed-secrets`; everything else stays, comments included. */
export function addAllowances(text: string, allowances: readonly Allowance[]): string {
  if (allowances.length === 0) return text;
  const document = parseDocument(text, { version: '1.2' });
  const entries = allowances.map(({ print, comment }) => {
    const entry = new Scalar(print);
    entry.comment = ` ${comment.replace(/\p{Cc}/gu, ' ')}`;
    return entry;
  });
  const known = document.get(KEY, true);
  if (!isSeq(known)) return `${text.replace(/\n*$/, '\n')}\n${block(entries)}`;
  known.flow = false;
  for (const entry of entries) known.add(entry);
  return document.toString({ lineWidth: 0 });
}

/** The list as it is appended to a file that has none: nothing else in the file changes its form. */
function block(entries: readonly Scalar[]): string {
  const list = new YAMLSeq();
  list.items = [...entries];
  const document = parseDocument('');
  document.contents = document.createNode({ [KEY]: list }) as typeof document.contents;
  document.commentBefore = ABOVE;
  return document.toString({ lineWidth: 0 }).replace(/^((?:#.*\n)+)\n+/, '$1');
}

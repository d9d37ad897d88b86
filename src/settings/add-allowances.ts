import { isSeq, parseDocument, Scalar, YAMLSeq } from 'yaml';
import type { Allowance } from '../core/plan/secrets-policy.ts';

const KEY = 'allowed-secrets';

const COMMENT_ABOVE = ` Credentials found in the files when this list was written. Revoke each of them, replace it with a variable,
 and remove its entry.`;

/** Adds entries to `allowed-secrets` in the text of a configuration. The rest of the text stays, comments included. */
export function addAllowances(text: string, allowances: readonly Allowance[]): string {
  if (allowances.length === 0) return text;
  const document = parseDocument(text, { version: '1.2' });
  const entries = allowances.map(({ fingerprint, comment }) => {
    const entry = new Scalar(fingerprint);
    entry.comment = ` ${comment.replace(/\p{Cc}/gu, ' ')}`;
    return entry;
  });
  const known = document.get(KEY, true);
  if (!isSeq(known)) return `${text.replace(/\n*$/, '\n')}\n${renderList(entries)}`;
  known.flow = false;
  for (const entry of entries) known.add(entry);
  return document.toString({ lineWidth: 0 });
}

/** The text of a new list. It is appended as text, so that the rest of the file keeps its formatting. */
function renderList(entries: readonly Scalar[]): string {
  const list = new YAMLSeq();
  list.items = [...entries];
  const document = parseDocument('');
  document.contents = document.createNode({ [KEY]: list }) as typeof document.contents;
  document.commentBefore = COMMENT_ABOVE;
  return document.toString({ lineWidth: 0 }).replace(/^((?:#.*\n)+)\n+/, '$1');
}

import { fingerprint, fingerprintOfSent } from '../core/kinds/fingerprint.ts';
import { KINDS } from '../core/kinds/index.ts';
import { isStoredForm } from '../core/kinds/stored-form.ts';
import type { JsonObject } from '../core/lib/json.ts';
import type { Diff } from '../core/model/diff.ts';
import type { Fingerprint, Uid } from '../core/model/ids.ts';
import { type Change, nameOf } from '../core/plan/change.ts';
import { bind } from '../core/plan/references.ts';
import type { Postman } from './ports.ts';

/** A change after which the resource exists. */
export type Writing = Extract<Change, { action: 'create' | 'update' }>;

/** What Postman made of the sent content; empty where it is not known. */
export interface StoredForm {
  readonly sent?: Fingerprint;
  readonly rewritten?: Diff;
}

/** A write that has succeeded. */
interface Write {
  readonly postman: Pick<Postman, 'fetch'>;
  readonly uid: Uid;
  /** The content that was sent. */
  readonly content: JsonObject;
  /** Source path → uid of each resource that exists. */
  readonly uids: ReadonlyMap<string, Uid>;
}

/**
 * Reads what Postman stored. Later differences from that form are somebody's edits. A read that fails, or that returns
 * the former content, has no result.
 */
export async function readStoredForm(change: Writing, { postman, uid, content, uids }: Write): Promise<StoredForm> {
  const kind = KINDS[change.after.kind];
  const found = await postman.fetch({ kind: kind.kind, uid, name: nameOf(change) }).catch(() => undefined);
  const former = change.action === 'update' ? fingerprint(kind, change.before.content) : undefined;
  if (!found || fingerprint(kind, found) === former || fingerprint(kind, found) === fingerprint(kind, content))
    return {};
  const left = kind.ignoreKeptValues?.(found, change.after.content) ?? found;
  const sent = fingerprintOfSent(kind, left, bind(change.after, uids));
  return isStoredForm(kind, content, found)
    ? { sent }
    : { sent, rewritten: kind.diff(found, kind.graft(content, found)) };
}

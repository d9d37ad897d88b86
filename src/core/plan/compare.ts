import { fingerprint, fingerprintOfSent, isAsSent } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Diff, Difference } from '../model/diff.ts';
import { bareId } from '../model/ids.ts';
import type { DesiredResource } from '../model/resource.ts';
import type { Change, FetchedResource } from './change.ts';
import type { DesiredState } from './desired.ts';
import type { ObservedState } from './observed.ts';
import { bind, type Uids } from './references.ts';
import type { StateEntry } from './state.ts';

/** What a resource is compared under. */
export interface CompareOptions {
  readonly observed: ObservedState;
  readonly onDrift: 'overwrite' | 'keep' | 'fail';
  readonly uids: Uids;
  readonly nameOfUid: (text: string) => string;
}

/** What is to be done about one resource of the repository: one change, or two where it is replaced. */
export function changesFor(one: DesiredResource, comparing: CompareOptions): readonly Change[] {
  const { observed, uids } = comparing;
  const match = observed.matches.get(one.file.path);
  if (!match) return [creation(one)];
  const unread = observed.unread.get(match.uid);
  if (unread) return [{ action: 'none', before: match, after: one, drifted: false, unread }];
  const remote = observed.contents.get(match.uid);
  if (!remote) return [{ action: 'none', before: match, after: one, drifted: false }];
  const content = KINDS[one.kind].graft(bind(one, uids), remote);
  return comparedWith({ ...match, content: remote }, { one, content, ...comparing });
}

const creation = (one: DesiredResource, diff: Diff = []): Change => ({
  action: 'create',
  after: one,
  content: KINDS[one.kind].strip(one.content),
  diff,
});

/** What to do about a resource whose content is known; `content` is what it is to become. */
function comparedWith(
  before: FetchedResource,
  {
    one,
    content,
    observed,
    onDrift,
    uids,
    nameOfUid,
  }: CompareOptions & { readonly one: DesiredResource; readonly content: JsonObject },
): readonly Change[] {
  const kind = KINDS[one.kind];
  const wanted = bind(one, uids);
  const sent = fingerprintOfSent(kind, content, wanted);
  if (fingerprint(kind, before.content) === fingerprint(kind, content))
    return [{ action: 'none', before, after: one, drifted: false, sent }];
  const entry = entryOf(one, { observed, uid: before.uid });
  const drifted = entry !== undefined && hasDrifted(entry, { one, remote: before.content });
  const elsewhere = kind.fixed !== undefined && kind.fixed(before.content, content).length > 0;
  const asRecorded = entry?.fingerprint === one.fingerprint && !elsewhere;
  // The file is as it was applied, and Postman has what it made of it (it may drop fields): nothing is left to do.
  if (asRecorded && !drifted) {
    const made = fingerprintOfSent(kind, before.content, wanted);
    return [{ action: 'none', before, after: one, drifted: false, sent: made }];
  }
  if (drifted && onDrift === 'keep') return [{ action: 'none', before, after: one, drifted }];
  const plain = kind.diff(before.content, content);
  const diff = one.refers ? plain.map((difference) => named(difference, nameOfUid)) : plain;
  if (elsewhere) return [creation(one, diff), ...(entry ? [replaced(before, { one, drifted })] : [])];
  const told = diff.length > 0 ? diff : [{ change: 'changed' as const, what: 'content', path: [] }];
  const patched = kind.patch?.(content, before.content) ?? content;
  return [
    { action: 'update', before, after: one, content: patched, sent, drifted, unchangedFile: asRecorded, diff: told },
  ];
}

/** Only what this tool manages is deleted for its replacement: what merely has the same name is somebody else's. */
const replaced = (
  before: FetchedResource,
  { one, drifted }: { readonly one: DesiredResource; readonly drifted: boolean },
): Change => ({ action: 'delete', before, path: one.file.path, drifted, replacedBy: one });

/** What a uid or a source path is called. */
export function namesOf(desired: DesiredState, observed: ObservedState): (text: string) => string {
  const names = new Map([
    ...observed.listed.map((one) => [bareId(one.uid), one.name] as const),
    ...desired.resources.map((one) => [one.file.path, one.name] as const),
  ]);
  return (text) => names.get(text) ?? text;
}

const named = (difference: Difference, nameOfUid: (text: string) => string): Difference => ({
  ...difference,
  ...(difference.before === undefined ? {} : { before: nameOfUid(difference.before) }),
  ...(difference.after === undefined ? {} : { after: nameOfUid(difference.after) }),
});

/** What the last apply left in Postman is no longer what is there, values that the file leaves to Postman aside. */
function hasDrifted(
  entry: StateEntry,
  { one, remote }: { readonly one: DesiredResource; readonly remote: JsonObject },
): boolean {
  const kind = KINDS[one.kind];
  const left = kind.leaving?.(remote, one.content) ?? remote;
  return !isAsSent(kind, entry.sent ?? entry.fingerprint, remote) && entry.fingerprint !== fingerprint(kind, left);
}

/** The entry of a file, under its path or, when the file was moved, under the resource's uid. */
export function entryOf(
  one: DesiredResource,
  { observed, uid }: { readonly observed: ObservedState; readonly uid: string },
): StateEntry | undefined {
  const entry = observed.state.entries.get(one.file.path);
  if (entry?.uid === uid) return entry;
  return [...observed.state.entries.values()].find((each) => each.uid === uid);
}

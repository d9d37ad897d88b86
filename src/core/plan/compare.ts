import { fingerprint, fingerprintOfSent } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Diff, Difference } from '../model/diff.ts';
import { bareId } from '../model/ids.ts';
import type { DesiredResource } from '../model/resource.ts';
import type { Change, FetchedResource } from './change.ts';
import type { DesiredState } from './desired.ts';
import { hasDrifted, mergedChange } from './merge.ts';
import type { ObservedState } from './observed.ts';
import type { PlanPolicy } from './policy.ts';
import { bind, type Uids } from './references.ts';
import type { StateEntry } from './state.ts';

/** What a resource is compared under. */
export interface CompareOptions {
  readonly observed: ObservedState;
  readonly onDrift: PlanPolicy['onDrift'];
  readonly uids: Uids;
  readonly nameOfUid: (text: string) => string;
}

/** What is to be done about one resource of the repository: one change, or two where it is replaced. */
export function changesFor(one: DesiredResource, comparing: CompareOptions): readonly Change[] {
  const { observed, uids } = comparing;
  const match = observed.matches.get(one.file.path);
  if (!match) return [comparing.onDrift === 'overwrite' ? creation(one) : (deleted(one, observed) ?? creation(one))];
  const unread = observed.unread.get(match.uid);
  if (unread) return [{ action: 'none', before: match, after: one, drifted: false, unread }];
  const remote = observed.contents.get(match.uid);
  if (!remote) return [{ action: 'none', before: match, after: one, drifted: false }];
  const content = KINDS[one.kind].graft(bind(one, uids), remote);
  return comparedWith({ ...match, content: remote }, { one, content, ...comparing });
}

/** What was applied once and is no longer in Postman: somebody deleted it there, and nobody is surprised by another one. */
function deleted(one: DesiredResource, { state }: ObservedState): Change | undefined {
  const entry = state.entries.get(one.file.path);
  if (entry?.kind !== one.kind) return undefined;
  const before = { kind: one.kind, uid: entry.uid, name: one.name };
  const none = { action: 'none', before, after: one, drifted: true, isGone: true } as const;
  if (entry.fingerprint === one.fingerprint) return none;
  const place = { at: one.name, base: 'present', ours: 'changed', theirs: 'deleted', position: one.file.locate([]) };
  return { ...none, conflict: { reason: 'deleted', places: [place] } };
}

const namedChange = (change: Change, nameOfUid: (text: string) => string): Change =>
  'diff' in change ? { ...change, diff: change.diff.map((one) => named(one, nameOfUid)) } : change;

const creation = (one: DesiredResource, diff: Diff = []): Change => ({
  action: 'create',
  after: one,
  content: KINDS[one.kind].strip(one.content),
  diff,
});

interface Comparing extends CompareOptions {
  readonly one: DesiredResource;
  /** What the remote content is to become. */
  readonly content: JsonObject;
}

/** What to do about a resource whose content is known. */
function comparedWith(before: FetchedResource, comparing: Comparing): readonly Change[] {
  const { one, content, observed, onDrift, uids, nameOfUid } = comparing;
  const kind = KINDS[one.kind];
  const wanted = bind(one, uids);
  const none = { action: 'none', before, after: one, drifted: false } as const;
  if (fingerprint(kind, before.content) === fingerprint(kind, content))
    return [{ ...none, sent: fingerprintOfSent(kind, content, wanted) }];
  const entry = entryOf(one, { observed, uid: before.uid });
  const drifted = entry !== undefined && hasDrifted(entry, { one, remote: before.content });
  const elsewhere = kind.immutableDiff !== undefined && kind.immutableDiff(before.content, content).length > 0;
  const unchangedFile = entry?.fingerprint === one.fingerprint && !elsewhere;
  // The file is as it was applied, and Postman has what it made of it (it may drop fields): nothing is left to do.
  if (unchangedFile && !drifted && !entry?.behind)
    return [{ ...none, sent: fingerprintOfSent(kind, before.content, wanted) }];
  const base = observed.bases?.get(one.file.path);
  const merged = elsewhere ? undefined : mergedChange(before, { one, wanted, entry, drifted, base, onDrift });
  if (merged) return [one.refers ? namedChange(merged, nameOfUid) : merged];
  if (drifted && onDrift === 'keep') return [{ ...none, drifted }];
  return overwriting(before, { ...comparing, entry, drifted, elsewhere, unchangedFile });
}

interface Overwriting extends Comparing {
  readonly entry: StateEntry | undefined;
  readonly drifted: boolean;
  readonly elsewhere: boolean;
  readonly unchangedFile: boolean;
}

/** The file's content in the place of what is in Postman: an update, or another resource where no update can do it. */
function overwriting(
  before: FetchedResource,
  { one, content, uids, nameOfUid, entry, drifted, elsewhere, unchangedFile }: Overwriting,
): readonly Change[] {
  const kind = KINDS[one.kind];
  const plain = kind.diff(before.content, content);
  const diff = one.refers ? plain.map((difference) => named(difference, nameOfUid)) : plain;
  if (elsewhere) return [creation(one, diff), ...(entry ? [replaced(before, { one, drifted })] : [])];
  const told = diff.length > 0 ? diff : [{ change: 'changed' as const, what: 'content', path: [] }];
  const patched = kind.patch?.(content, before.content) ?? content;
  const sent = fingerprintOfSent(kind, content, bind(one, uids));
  return [{ action: 'update', before, after: one, content: patched, sent, drifted, unchangedFile, diff: told }];
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

/** The entry of a file, under its path or, when the file was moved, under the resource's uid. */
export function entryOf(
  one: DesiredResource,
  { observed, uid }: { readonly observed: ObservedState; readonly uid: string },
): StateEntry | undefined {
  const entry = observed.state.entries.get(one.file.path);
  if (entry?.uid === uid) return entry;
  return [...observed.state.entries.values()].find((each) => each.uid === uid);
}

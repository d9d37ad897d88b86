import { fingerprint, fingerprintOfSent } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import { isStoredForm } from '../kinds/stored-form.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Diff, Difference } from '../model/diff.ts';
import { bareId } from '../model/ids.ts';
import type { DesiredResource } from '../model/resource.ts';
import { type Change, type FetchedResource, isDrifted, type PlanPolicy } from './change.ts';
import type { DesiredState } from './desired.ts';
import { lastEdit } from './last-edit.ts';
import { hasDrifted, isRewrittenBy, mergedChange, told, withoutUploads } from './merge.ts';
import type { ObservedState } from './observed.ts';
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
export function changesFor(resource: DesiredResource, comparing: CompareOptions): readonly Change[] {
  const { observed, uids } = comparing;
  const match = observed.matches.get(resource.file.path);
  if (!match)
    return [
      comparing.onDrift === 'overwrite' ? creation(resource) : (deleted(resource, observed) ?? creation(resource)),
    ];
  const unread = observed.unread.get(match.uid);
  if (unread) return [{ action: 'none', before: match, after: resource, drifted: false, unread }];
  const remote = observed.contents.get(match.uid);
  if (!remote) return [{ action: 'none', before: match, after: resource, drifted: false }];
  const content = KINDS[resource.kind].graft(bind(resource, uids), remote);
  const before = { ...match, content: remote };
  const edited = lastEdit(before, entryOf(resource, { observed, uid: match.uid })?.time);
  const changes = comparedWith(before, { resource, content, ...comparing });
  return edited ? changes.map((change) => (isDrifted(change) ? { ...change, edited } : change)) : changes;
}

/** What was applied once and is no longer in Postman: somebody deleted it there, and nobody is surprised by another one. */
function deleted(resource: DesiredResource, { state }: ObservedState): Change | undefined {
  const entry = state.entries.get(resource.file.path);
  if (entry?.kind !== resource.kind) return undefined;
  const before = { kind: resource.kind, uid: entry.uid, name: resource.name };
  const none = { action: 'none', before, after: resource, drifted: true, isGone: true } as const;
  if (entry.fingerprint === resource.fingerprint) return none;
  const place = {
    at: resource.name,
    base: 'present',
    ours: 'changed',
    theirs: 'deleted',
    position: resource.file.locate([]),
  };
  return { ...none, conflict: { reason: 'deleted', places: [place] } };
}

const namedChange = (change: Change, nameOfUid: (text: string) => string): Change =>
  'diff' in change ? { ...change, diff: change.diff.map((difference) => named(difference, nameOfUid)) } : change;

const creation = (resource: DesiredResource, diff: Diff = []): Change => ({
  action: 'create',
  after: resource,
  content: KINDS[resource.kind].strip(resource.content),
  diff,
});

interface CompareFileOptions extends CompareOptions {
  readonly resource: DesiredResource;
  /** What the remote content is to become. */
  readonly content: JsonObject;
}

/** What to do about a resource whose content is known. */
function comparedWith(before: FetchedResource, comparing: CompareFileOptions): readonly Change[] {
  const { resource, content, observed, onDrift, uids, nameOfUid } = comparing;
  const kind = KINDS[resource.kind];
  const wanted = bind(resource, uids);
  const none = { action: 'none', before, after: resource, drifted: false } as const;
  if (fingerprint(kind, before.content) === fingerprint(kind, content))
    return [{ ...none, sent: fingerprintOfSent(kind, content, wanted) }];
  const entry = entryOf(resource, { observed, uid: before.uid });
  const base = observed.bases?.get(resource.file.path);
  const drifted = entry !== undefined && hasDrifted(entry, { resource, remote: before.content, base });
  const elsewhere = kind.immutableDiff !== undefined && kind.immutableDiff(before.content, content).length > 0;
  const unchangedFile = entry?.fingerprint === resource.fingerprint && !elsewhere;
  // Postman has what it made of the file: nothing is left to do.
  const isStored = (!entry || drifted) && !elsewhere && isStoredForm(kind, content, before.content);
  if (isStored || (unchangedFile && !drifted && !entry?.behind))
    return [{ ...none, sent: fingerprintOfSent(kind, before.content, wanted) }];
  const merged = elsewhere ? undefined : mergedChange(before, { resource, wanted, entry, drifted, base, onDrift });
  if (merged) return [resource.refers ? namedChange(merged, nameOfUid) : merged];
  if (drifted && onDrift === 'keep') return [{ ...none, drifted }];
  return overwriting(before, { ...comparing, entry, drifted, elsewhere, unchangedFile });
}

interface OverwriteOptions extends CompareFileOptions {
  readonly entry: StateEntry | undefined;
  readonly drifted: boolean;
  readonly elsewhere: boolean;
  readonly unchangedFile: boolean;
}

/** The file's content in the place of what is in Postman: an update, or another resource where no update can do it. */
function overwriting(
  before: FetchedResource,
  { resource, content, uids, nameOfUid, entry, drifted, elsewhere, unchangedFile }: OverwriteOptions,
): readonly Change[] {
  const kind = KINDS[resource.kind];
  const plain = withoutUploads(kind.diff(before.content, content), resource);
  const diff = resource.refers ? plain.map((difference) => named(difference, nameOfUid)) : plain;
  const overwrites = drifted || (!entry && diff.some(({ change }) => change !== 'added'));
  if (elsewhere) return [creation(resource, diff), ...(entry ? [replaced(before, { resource, drifted })] : [])];
  const patched = kind.patch?.(content, before.content) ?? content;
  const sent = fingerprintOfSent(kind, content, bind(resource, uids));
  const isRewritten = drifted ? unchangedFile : isRewrittenBy(entry, { resource, remote: before.content });
  const update = { before, after: resource, content: patched, sent, drifted, isRewritten, diff: told(diff) };
  return [{ action: 'update', ...update, ...(overwrites ? { overwrites } : {}) }];
}

/** Only what this tool manages is deleted for its replacement: what merely has the same name is somebody else's. */
const replaced = (
  before: FetchedResource,
  { resource, drifted }: { readonly resource: DesiredResource; readonly drifted: boolean },
): Change => ({ action: 'delete', before, path: resource.file.path, drifted, replacedBy: resource });

/** What a uid or a source path is called. */
export function namesOf(desired: DesiredState, observed: ObservedState): (text: string) => string {
  const names = new Map([
    ...observed.listed.map((resource) => [bareId(resource.uid), resource.name] as const),
    ...desired.resources.map((resource) => [resource.file.path, resource.name] as const),
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
  resource: DesiredResource,
  { observed, uid }: { readonly observed: ObservedState; readonly uid: string },
): StateEntry | undefined {
  const entry = observed.state.entries.get(resource.file.path);
  if (entry?.uid === uid) return entry;
  return [...observed.state.entries.values()].find((each) => each.uid === uid);
}

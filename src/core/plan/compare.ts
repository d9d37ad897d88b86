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
import { deletionConflict, hasDrifted, isRewrittenBy, mergedChange, orGeneric, withoutUploads } from './merge.ts';
import type { ObservedState } from './observed.ts';
import { bind, type Uids } from './references.ts';
import type { StateEntry } from './state.ts';

/** The other facts that a comparison needs. */
export interface CompareOptions {
  readonly observed: ObservedState;
  readonly onDrift: PlanPolicy['onDrift'];
  readonly uids: Uids;
  /** The name of the resource with a uid or source path. */
  readonly nameOfUid: (text: string) => string;
}

/** The changes for a resource of the repository: one change, or two if another resource replaces it. */
export function changesFor(resource: DesiredResource, options: CompareOptions): readonly Change[] {
  const { observed, uids, onDrift } = options;
  const match = observed.matches.get(resource.file.path);
  if (!match) {
    const deletion = onDrift === 'overwrite' ? undefined : deletedInPostman(resource, observed);
    return [deletion ?? creation(resource)];
  }
  const unread = observed.unread.get(match.uid);
  if (unread) return [{ action: 'none', before: match, after: resource, drifted: false, unread }];
  const remote = observed.contents.get(match.uid);
  if (!remote) return [{ action: 'none', before: match, after: resource, drifted: false }];
  const before = { ...match, content: remote };
  const wanted = bind(resource, uids);
  const content = KINDS[resource.kind].graft(wanted, remote);
  const changes = compareFile(before, { ...options, resource, wanted, content });
  const edited = lastEdit(before, entryOf(resource, { observed, uid: match.uid })?.time);
  return edited ? changes.map((change) => (isDrifted(change) ? { ...change, edited } : change)) : changes;
}

/** A resource that was applied before and no longer exists: a user deleted it, so it is not created again. */
function deletedInPostman(resource: DesiredResource, { state }: ObservedState): Change | undefined {
  const entry = state.entries.get(resource.file.path);
  if (entry?.kind !== resource.kind) return undefined;
  const before = { kind: resource.kind, uid: entry.uid, name: resource.name };
  const none = { action: 'none', before, after: resource, drifted: true, isGone: true } as const;
  if (entry.fingerprint === resource.fingerprint) return none;
  return { ...none, conflict: deletionConflict(resource) };
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
  /** The file's content with the uids that it refers to. */
  readonly wanted: JsonObject;
  /** `wanted` with the ids from Postman: the content that an update would send. */
  readonly content: JsonObject;
}

/** The changes for a resource whose content in Postman is known. */
function compareFile(before: FetchedResource, options: CompareFileOptions): readonly Change[] {
  const { resource, wanted, content, onDrift, nameOfUid } = options;
  const kind = KINDS[resource.kind];
  const none = { action: 'none', before, after: resource, drifted: false } as const;
  if (fingerprint(kind, before.content) === fingerprint(kind, content))
    return [{ ...none, sent: fingerprintOfSent(kind, content, wanted) }];
  const facts = factsOf(before, options);
  if (isInSync(before, { ...options, ...facts }))
    return [{ ...none, sent: fingerprintOfSent(kind, before.content, wanted) }];
  const merged = facts.isReplaced ? undefined : mergedChange(before, { resource, wanted, onDrift, ...facts });
  if (merged) return [resource.refers ? namedChange(merged, nameOfUid) : merged];
  if (facts.drifted && onDrift === 'keep') return [{ ...none, drifted: true }];
  return overwrite(before, { ...options, ...facts });
}

/** What the state and the last applied file show about a resource that differs from its file. */
interface Facts {
  readonly entry: StateEntry | undefined;
  /** The file as it was applied last; undefined if it is not needed or cannot be read. */
  readonly base: JsonObject | undefined;
  readonly drifted: boolean;
  /** No update can make the difference: another resource has to replace this one. */
  readonly isReplaced: boolean;
  readonly isFileUnchanged: boolean;
}

function factsOf(before: FetchedResource, { resource, content, observed }: CompareFileOptions): Facts {
  const entry = entryOf(resource, { observed, uid: before.uid });
  const base = observed.bases?.get(resource.file.path);
  const immutable = KINDS[resource.kind].immutableDiff?.(before.content, content) ?? [];
  const isReplaced = immutable.length > 0;
  return {
    entry,
    base,
    drifted: entry !== undefined && hasDrifted(entry, { resource, remote: before.content, base }),
    isReplaced,
    isFileUnchanged: entry?.fingerprint === resource.fingerprint && !isReplaced,
  };
}

/** Whether nothing is left to do: Postman has its normalized form of the file, or neither side changed. */
function isInSync(before: FetchedResource, options: CompareFileOptions & Facts): boolean {
  const { resource, content, entry, drifted, isReplaced, isFileUnchanged } = options;
  if (isFileUnchanged && !drifted && !entry?.behind) return true;
  return (!entry || drifted) && !isReplaced && isStoredForm(KINDS[resource.kind], content, before.content);
}

/** Replaces the content in Postman by the file: by an update, or by another resource if no update can do it. */
function overwrite(
  before: FetchedResource,
  { resource, wanted, content, nameOfUid, entry, drifted, isReplaced, isFileUnchanged }: CompareFileOptions & Facts,
): readonly Change[] {
  const kind = KINDS[resource.kind];
  const differences = withoutUploads(kind.diff(before.content, content), resource);
  const diff = resource.refers ? differences.map((difference) => named(difference, nameOfUid)) : differences;
  if (isReplaced)
    return [creation(resource, diff), ...(entry ? [replacedDeletion(before, { resource, drifted })] : [])];
  const update = {
    before,
    after: resource,
    content: kind.patch?.(content, before.content) ?? content,
    sent: fingerprintOfSent(kind, content, wanted),
    drifted,
    isRewritten: drifted ? isFileUnchanged : isRewrittenBy(entry, { resource, remote: before.content }),
    diff: orGeneric(diff),
  };
  const overwrites = drifted || (!entry && diff.some(({ change }) => change !== 'added'));
  return [{ action: 'update', ...update, ...(overwrites ? { overwrites } : {}) }];
}

/**
 * The deletion of a replaced resource. Used only for managed resources: another one with the same name is left alone.
 */
const replacedDeletion = (
  before: FetchedResource,
  { resource, drifted }: { readonly resource: DesiredResource; readonly drifted: boolean },
): Change => ({ action: 'delete', before, path: resource.file.path, drifted, replacedBy: resource });

/** Returns a function from a uid or source path to the name of its resource; other texts are returned unchanged. */
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

/** The state entry of a file: under its path or, if the file was moved, the entry with the resource's uid. */
export function entryOf(
  resource: DesiredResource,
  { observed, uid }: { readonly observed: ObservedState; readonly uid: string },
): StateEntry | undefined {
  const entry = observed.state.entries.get(resource.file.path);
  if (entry?.uid === uid) return entry;
  return [...observed.state.entries.values()].find((each) => each.uid === uid);
}

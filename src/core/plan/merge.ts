import { fingerprint, fingerprintOfSent, isAsSent } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import type { Conflict, Merged } from '../kinds/merge/versions.ts';
import { mergeMonitors } from '../kinds/monitor/merge.ts';
import { isStoredForm } from '../kinds/stored-form.ts';
import { isObject, type JsonObject, type JsonValue, objectsOf, omitUndefined } from '../lib/json.ts';
import type { ConflictPlace, ConflictReason, ResourceConflict } from '../model/conflict.ts';
import type { Diff, Difference } from '../model/diff.ts';
import type { DesiredResource } from '../model/resource.ts';
import type { Change, FetchedResource, PlanPolicy } from './change.ts';
import type { StateEntry } from './state.ts';

/** What a merge of one resource is about. */
export interface Merging {
  readonly resource: DesiredResource;
  /** The file's content, with the uids of what it refers to. */
  readonly wanted: JsonObject;
  readonly entry: StateEntry | undefined;
  readonly drifted: boolean;
  /** The file as it was applied, where it could be had. */
  readonly base: JsonObject | undefined;
  readonly onDrift: PlanPolicy['onDrift'];
}

/**
 * What `on-drift: merge` makes of a resource that differs from its file: nothing where only Postman changed, the merged
 * content where both changed, a conflict where both changed the same place. Undefined where only the file changed: that
 * is an update like any other. Only `overwrite` overwrites what this project never applied.
 */
export function mergedChange(before: FetchedResource, merging: Merging): Change | undefined {
  const { resource, wanted, entry, drifted } = merging;
  const kind = KINDS[resource.kind];
  if (merging.onDrift === 'overwrite' || (!entry && isBlank(before))) return undefined;
  if (!entry) return heldBack(before, { resource, conflict: twoWay('adopted', { before, resource, wanted }) });
  if (merging.onDrift !== 'merge' || (!drifted && !entry.behind)) return undefined;
  const merged = threeWay(before, { ...merging, entry });
  if (!merged) return heldBack(before, { resource, conflict: twoWay('no-base', { before, resource, wanted }) });
  if (merged.conflicts.length > 0) {
    const places = merged.conflicts.map((conflict) => placeOf(conflict, resource));
    return heldBack(before, { resource, conflict: { reason: 'both-changed', places } });
  }
  const [ours, content] = [kind.graft(wanted, before.content), kind.graft(merged.value, before.content)];
  const behind =
    fingerprint(kind, ours) === fingerprint(kind, content) ? [] : toldOf(resource, { was: ours, is: content });
  const isInPostman = fingerprint(kind, content) === fingerprint(kind, before.content);
  if (isInPostman || entry.fingerprint === resource.fingerprint)
    return onlyTheirs(before, { resource, behind, sent: fingerprintOfSent(kind, before.content, wanted) });
  return {
    action: 'update',
    before,
    after: resource,
    content: kind.patch?.(content, before.content) ?? content,
    // The base of a monitor is what is recorded of each setting: what Postman changed must stay told from it.
    sent: fingerprintOfSent(kind, kind.ownedKeys ? ours : content, wanted),
    drifted,
    isRewritten: isRewrittenBy(entry, { resource, remote: before.content }),
    diff: toldOf(resource, { was: before.content, is: content }),
    behind,
  };
}

/** Whether a merge needs the file as it was applied: both sides may have changed, and no other record tells them apart. */
export function needsBase(
  resource: DesiredResource,
  { entry, remote }: { readonly entry: StateEntry; readonly remote: JsonObject },
): boolean {
  const kind = KINDS[resource.kind];
  if (!kind.merge || entry.fingerprint === resource.fingerprint) return false;
  return entry.behind === true || hasDrifted(entry, { resource, remote });
}

interface Looking {
  readonly resource: DesiredResource;
  readonly remote: JsonObject;
  /** The file as it was applied, where the file was changed since and it could be had. */
  readonly base?: JsonObject | undefined;
}

/** What the last apply left in Postman is no longer what is there, values that the file leaves to Postman aside. */
export function hasDrifted(entry: StateEntry, { resource, remote, base }: Looking): boolean {
  const kind = KINDS[resource.kind];
  const left = kind.ignoreKeptValues?.(remote, resource.content) ?? remote;
  const recorded = entry.sent ?? entry.fingerprint;
  if ([remote, left].some((content) => isAsSent(kind, recorded, content))) return false;
  if (entry.fingerprint === fingerprint(kind, left)) return false;
  const applied = entry.fingerprint === resource.fingerprint ? resource.content : base;
  return entry.behind === true || !applied || !isStoredForm(kind, applied, left);
}

/** Whether Postman made something else of the file than was sent, as far as anybody looked. */
export function isRewrittenBy(entry: StateEntry | undefined, { resource, remote }: Looking): boolean {
  const kind = KINDS[resource.kind];
  if (!entry || entry.behind || kind.ownedKeys) return false;
  return entry.fingerprint !== fingerprint(kind, kind.ignoreKeptValues?.(remote, resource.content) ?? remote);
}

/** Every workspace has globals; those without variables are nobody's. */
const isBlank = ({ kind, content }: FetchedResource): boolean =>
  kind === 'globals' && objectsOf(content.values).length === 0;

const heldBack = (
  before: FetchedResource,
  { resource, conflict }: { readonly resource: DesiredResource; readonly conflict: ResourceConflict },
): Change => ({ action: 'none', before, after: resource, drifted: true, conflict });

/** Postman has all that the file changed; what it has beyond that is not written anywhere. */
const onlyTheirs = (
  before: FetchedResource,
  {
    resource,
    behind,
    sent,
  }: Pick<Extract<Change, { action: 'update' }>, 'sent'> & { resource: DesiredResource; behind: Diff },
): Change =>
  behind.length > 0
    ? { action: 'none', before, after: resource, drifted: true, behind }
    : { action: 'none', before, after: resource, drifted: false, sent };

/** The differences without values that the configuration uploads: they come from the environment of the run. */
export const withoutUploads = (diff: Diff, { uploads }: DesiredResource): Diff =>
  uploads === undefined
    ? diff
    : diff.map((difference) =>
        difference.what === 'variable' && uploads.has(difference.path.at(-1) ?? '')
          ? withoutValues(difference)
          : difference,
      );

const SWITCH = new Set(['enabled', 'disabled']);

const withoutValues = (difference: Difference): Difference =>
  SWITCH.has(difference.before ?? '') && SWITCH.has(difference.after ?? '')
    ? difference
    : omitUndefined<Difference>({
        ...difference,
        before: difference.before && '***',
        after: difference.after && '***',
      });

/** A diff that says something. */
export const told = (diff: Diff): Diff => (diff.length > 0 ? diff : [{ change: 'changed', what: 'content', path: [] }]);

/** The differences of two contents of a resource, without values that the configuration uploads. */
export const toldOf = (
  resource: DesiredResource,
  { was, is }: { readonly was: JsonObject; readonly is: JsonObject },
): Diff => told(withoutUploads(KINDS[resource.kind].diff(was, is), resource));

function threeWay(
  { content: theirs }: FetchedResource,
  { resource, wanted, entry, base }: Merging & { readonly entry: StateEntry },
): Merged<JsonObject> | undefined {
  const kind = KINDS[resource.kind];
  if (!kind.merge) return mergeMonitors({ sent: entry.sent ?? entry.fingerprint, ours: wanted, theirs }, 'ours');
  const former = entry.fingerprint === resource.fingerprint ? resource.content : base;
  const options = { prefer: 'ours', purpose: 'remote' } as const;
  return former && kind.merge({ base: former, ours: wanted, theirs }, options);
}

/** Where two versions differ of which nobody knows the base. */
export function twoWay(
  reason: ConflictReason,
  { before, resource, wanted }: Pick<Merging, 'resource' | 'wanted'> & { readonly before: FetchedResource },
): ResourceConflict {
  const kind = KINDS[resource.kind];
  const diff = toldOf(resource, { was: before.content, is: kind.graft(wanted, before.content) });
  const places = diff.map(({ what, path, before: theirs, after: ours }) =>
    omitUndefined<ConflictPlace>({ at: [...path, what].join(' / '), ours, theirs }),
  );
  return { reason, places };
}

/** A conflict in words, with its line in the file. */
export function placeOf(
  { at, path, base, ours, theirs, ...conflict }: Conflict,
  resource: DesiredResource,
): ConflictPlace {
  const isUploaded = [...(resource.uploads?.keys() ?? [])].some((key) => at.includes(`variable ${key}`));
  const isSecret = conflict.isSecret === true || isUploaded;
  return omitUndefined<ConflictPlace>({
    at: at.join(' / '),
    base: textOf(base, isSecret),
    ours: textOf(ours, isSecret),
    theirs: textOf(theirs, isSecret),
    file: resource.file.documentAt?.(path),
    position: resource.file.locate(path),
  });
}

/** Longer texts are cut: who has to settle it knows where to look. */
const LONGEST = 1_000;

function textOf(value: JsonValue | undefined, isSecret: boolean): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (isSecret) return '***';
  const text = plain(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function plain(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (isObject(value) && typeof value.value === 'string') return value.value;
  const isTexts = Array.isArray(value) && value.every((entry: JsonValue) => typeof entry === 'string');
  return isTexts ? (value as readonly string[]).join(', ') : JSON.stringify(value);
}

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

/** A resource to merge, and the facts about it. */
export interface MergeInput {
  readonly resource: DesiredResource;
  /** The file's content with the uids that it refers to. */
  readonly wanted: JsonObject;
  readonly entry: StateEntry | undefined;
  readonly drifted: boolean;
  /** The file as it was applied last; undefined if it is not needed or cannot be read. */
  readonly base: JsonObject | undefined;
  readonly onDrift: PlanPolicy['onDrift'];
}

/**
 * The change that `on-drift: merge` makes for a resource that differs from its file: none if only Postman changed, an
 * update with merged content if both changed, a conflict if both changed the same place. Undefined if only the file
 * changed, which is a usual update. Resources that this project never applied are overwritten with `on-drift:
 * overwrite` only.
 */
export function mergedChange(before: FetchedResource, input: MergeInput): Change | undefined {
  const { resource, wanted, entry, drifted, onDrift } = input;
  const inConflict = (conflict: ResourceConflict): Change => withConflict(before, { resource, conflict });
  if (onDrift === 'overwrite' || (!entry && isBlank(before))) return undefined;
  if (!entry) return inConflict(twoWay('adopted', { before, resource, wanted }));
  if (onDrift !== 'merge' || (!drifted && !entry.behind)) return undefined;
  const merged = threeWay(before, { ...input, entry });
  if (!merged) return inConflict(twoWay('no-base', { before, resource, wanted }));
  if (merged.conflicts.length === 0) return mergedUpdate(before, { ...input, entry, merged: merged.value });
  const places = merged.conflicts.map((conflict) => placeOf(conflict, resource));
  return inConflict({ reason: 'both-changed', places });
}

/** The update with merged content; no update if Postman already has it, or if only Postman changed. */
function mergedUpdate(
  before: FetchedResource,
  { resource, wanted, entry, drifted, merged }: MergeInput & { entry: StateEntry; merged: JsonObject },
): Change {
  const kind = KINDS[resource.kind];
  const [ours, content] = [kind.graft(wanted, before.content), kind.graft(merged, before.content)];
  const isOurs = fingerprint(kind, ours) === fingerprint(kind, content);
  const behind = isOurs ? [] : diffOf(resource, { was: ours, is: content });
  const isInPostman = fingerprint(kind, content) === fingerprint(kind, before.content);
  if (isInPostman || entry.fingerprint === resource.fingerprint)
    return onlyTheirs(before, { resource, behind, sent: fingerprintOfSent(kind, before.content, wanted) });
  return {
    action: 'update',
    before,
    after: resource,
    content: kind.patch?.(content, before.content) ?? content,
    // The recorded settings of a monitor are the base of its next merge: Postman's changes must still differ from them.
    sent: fingerprintOfSent(kind, kind.ownedKeys ? ours : content, wanted),
    drifted,
    isRewritten: isRewrittenBy(entry, { resource, remote: before.content }),
    diff: diffOf(resource, { was: before.content, is: content }),
    behind,
  };
}

/**
 * Whether a merge needs the file as it was applied last: both sides may have changed, and the state does not show
 * where.
 */
export function needsBase(
  resource: DesiredResource,
  { entry, remote }: { readonly entry: StateEntry; readonly remote: JsonObject },
): boolean {
  const kind = KINDS[resource.kind];
  if (!kind.merge || entry.fingerprint === resource.fingerprint) return false;
  return entry.behind === true || hasDrifted(entry, { resource, remote });
}

interface DriftInput {
  readonly resource: DesiredResource;
  readonly remote: JsonObject;
  /** The file as it was applied last; undefined if it is not needed or cannot be read. */
  readonly base?: JsonObject | undefined;
}

/**
 * Whether the content in Postman was changed since the last apply. Values that the file leaves to Postman do not count.
 */
export function hasDrifted(entry: StateEntry, { resource, remote, base }: DriftInput): boolean {
  const kind = KINDS[resource.kind];
  const compared = comparedContent(resource, remote);
  const recorded = entry.sent ?? entry.fingerprint;
  if ([remote, compared].some((content) => isAsSent(kind, recorded, content))) return false;
  if (entry.fingerprint === fingerprint(kind, compared)) return false;
  const applied = entry.fingerprint === resource.fingerprint ? resource.content : base;
  return entry.behind === true || !applied || !isStoredForm(kind, applied, compared);
}

/** Whether Postman normalized the content of the last apply, as far as the state shows. */
export function isRewrittenBy(entry: StateEntry | undefined, { resource, remote }: DriftInput): boolean {
  const kind = KINDS[resource.kind];
  if (!entry || entry.behind || kind.ownedKeys) return false;
  return entry.fingerprint !== fingerprint(kind, comparedContent(resource, remote));
}

const comparedContent = ({ kind, content }: DesiredResource, remote: JsonObject): JsonObject =>
  KINDS[kind].ignoreKeptValues?.(remote, content) ?? remote;

/** Every workspace has globals; without variables, there is nothing that could be overwritten. */
const isBlank = ({ kind, content }: FetchedResource): boolean =>
  kind === 'globals' && objectsOf(content.values).length === 0;

const withConflict = (
  before: FetchedResource,
  { resource, conflict }: { readonly resource: DesiredResource; readonly conflict: ResourceConflict },
): Change => ({ action: 'none', before, after: resource, drifted: true, conflict });

/** No update: Postman has all changes of the file. `behind` are changes that only Postman has. */
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

/** Hides values of variables that the configuration uploads: they come from the environment of the run. */
export function withoutUploads(diff: Diff, { uploads }: DesiredResource): Diff {
  if (uploads === undefined) return diff;
  const isUploaded = ({ what, path }: Difference): boolean => what === 'variable' && uploads.has(path.at(-1) ?? '');
  return diff.map((difference) => (isUploaded(difference) ? withoutValues(difference) : difference));
}

const ENABLED_WORDS = new Set(['enabled', 'disabled']);

function withoutValues(difference: Difference): Difference {
  const { before, after } = difference;
  if (ENABLED_WORDS.has(before ?? '') && ENABLED_WORDS.has(after ?? '')) return difference;
  return omitUndefined<Difference>({ ...difference, before: before && '***', after: after && '***' });
}

/** The diff, or a difference without details for an empty diff. */
export const orGeneric = (diff: Diff): Diff =>
  diff.length > 0 ? diff : [{ change: 'changed', what: 'content', path: [] }];

/** The differences of two contents of a resource, never empty, without values that the configuration uploads. */
export const diffOf = (
  resource: DesiredResource,
  { was, is }: { readonly was: JsonObject; readonly is: JsonObject },
): Diff => orGeneric(withoutUploads(KINDS[resource.kind].diff(was, is), resource));

/** The merged content with its conflicts; undefined if the base is unknown. */
function threeWay(
  { content: theirs }: FetchedResource,
  { resource, wanted, entry, base }: MergeInput & { readonly entry: StateEntry },
): Merged<JsonObject> | undefined {
  const kind = KINDS[resource.kind];
  if (!kind.merge) return mergeMonitors({ sent: entry.sent ?? entry.fingerprint, ours: wanted, theirs }, 'ours');
  const former = entry.fingerprint === resource.fingerprint ? resource.content : base;
  const options = { prefer: 'ours', purpose: 'remote' } as const;
  return former && kind.merge({ base: former, ours: wanted, theirs }, options);
}

/** The conflict of two versions without a base: every difference is a place. */
export function twoWay(
  reason: ConflictReason,
  { before, resource, wanted }: Pick<MergeInput, 'resource' | 'wanted'> & { readonly before: FetchedResource },
): ResourceConflict {
  const kind = KINDS[resource.kind];
  const diff = diffOf(resource, { was: before.content, is: kind.graft(wanted, before.content) });
  const places = diff.map(({ what, path, before: theirs, after: ours }) =>
    omitUndefined<ConflictPlace>({ at: [...path, what].join(' / '), ours, theirs }),
  );
  return { reason, places };
}

/** The conflict of a changed file whose resource was deleted in Postman. */
export const deletionConflict = ({ name, file }: DesiredResource): ResourceConflict => ({
  reason: 'deleted',
  places: [{ at: name, base: 'present', ours: 'changed', theirs: 'deleted', position: file.locate([]) }],
});

/** A conflict as text, with its position in the file. Secrets and uploaded values are `***`. */
export function placeOf(
  { at, path, base, ours, theirs, ...conflict }: Conflict,
  resource: DesiredResource,
): ConflictPlace {
  const isUploaded = [...(resource.uploads?.keys() ?? [])].some((key) => at.includes(`variable ${key}`));
  const isSecret = conflict.isSecret === true || isUploaded;
  return omitUndefined<ConflictPlace>({
    at: at.join(' / '),
    base: shownText(base, isSecret),
    ours: shownText(ours, isSecret),
    theirs: shownText(theirs, isSecret),
    file: resource.file.documentAt?.(path),
    position: resource.file.locate(path),
  });
}

/** Longer texts are truncated. */
const LONGEST = 1_000;

function shownText(value: JsonValue | undefined, isSecret: boolean): string | undefined {
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

import { fingerprint, fingerprintOfSent } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import type { Merged, Side, Versions } from '../kinds/merge/versions.ts';
import { mergeMonitors } from '../kinds/monitor/merge.ts';
import { type JsonObject, objectsOf } from '../lib/json.ts';
import type { ResourceConflict } from '../model/conflict.ts';
import type { Diff } from '../model/diff.ts';
import type { Fingerprint } from '../model/ids.ts';
import type { DesiredResource, ObservedResource } from '../model/resource.ts';
import type { FetchedResource } from './change.ts';
import { entryOf } from './compare.ts';
import type { DesiredState } from './desired.ts';
import { type LastEdit, lastEdit } from './last-edit.ts';
import { deletionConflict, diffOf, hasDrifted, placeOf, twoWay } from './merge.ts';
import type { ObservedState } from './observed.ts';
import { bind, type Uids } from './references.ts';
import type { StateEntry } from './state.ts';

/** The action of a pull for a resource. */
export type PullStep =
  | {
      readonly action: 'update';
      readonly resource: DesiredResource;
      readonly before: FetchedResource;
      /** The new content of the file. */
      readonly content: JsonObject;
      readonly diff: Diff;
      readonly edited?: LastEdit;
      /** The update discards changes of the file, because Postman's side was preferred. */
      readonly overwrites: boolean;
    }
  | {
      readonly action: 'create';
      readonly resource: FetchedResource;
      readonly path: string;
      readonly content: JsonObject;
    }
  | {
      readonly action: 'none';
      readonly resource: DesiredResource;
      readonly before?: ObservedResource;
      readonly conflict?: ResourceConflict;
      readonly edited?: LastEdit;
    }
  /** The resource was deleted in Postman; its file still exists. */
  | { readonly action: 'gone'; readonly resource: DesiredResource };

/** The side that wins a conflict. Without one, a file with a conflict is not changed. */
export interface PullPolicy {
  readonly prefer?: Side;
}

/** Plans how changes in Postman get into the files. Pure: the same values give the same steps. */
export function planPull(desired: DesiredState, observed: ObservedState, policy: PullPolicy): readonly PullStep[] {
  const uids: Uids = new Map([...observed.matches].map(([path, match]) => [path, match.uid]));
  return desired.resources.map((resource) => withLastEdit(stepFor(resource, { observed, uids, ...policy }), observed));
}

/** Adds the last edit in Postman to updates and conflicts. */
function withLastEdit(step: PullStep, observed: ObservedState): PullStep {
  const hasEdit = step.action === 'update' || (step.action === 'none' && step.conflict !== undefined);
  if (!hasEdit || !step.before) return step;
  const last = lastEdit(step.before, entryOf(step.resource, { observed, uid: step.before.uid })?.time);
  return last ? { ...step, edited: last } : step;
}

interface PullOptions extends PullPolicy {
  readonly observed: ObservedState;
  readonly uids: Uids;
}

function stepFor(resource: DesiredResource, options: PullOptions): PullStep {
  const { observed, uids } = options;
  const { path } = resource.file;
  const match = observed.matches.get(path);
  if (!match) return stepWithoutMatch(resource, options);
  const none = { action: 'none', resource, before: match } as const;
  const remote = observed.contents.get(match.uid);
  if (!remote) return none;
  const wanted = bind(resource, uids);
  const kind = KINDS[resource.kind];
  if (fingerprint(kind, kind.graft(wanted, remote)) === fingerprint(kind, remote)) return none;
  const entry = entryOf(resource, { observed, uid: match.uid });
  const drifted = entry !== undefined && hasDrifted(entry, { resource, remote });
  if (entry && !drifted && !entry.behind) return none;
  return mergeStep({ ...match, content: remote }, { ...options, resource, wanted, entry });
}

/**
 * The step for a resource that is not in Postman: new, or deleted there. A deletion against a changed file is a
 * conflict.
 */
function stepWithoutMatch(resource: DesiredResource, { observed, prefer }: PullOptions): PullStep {
  const entry = observed.state.entries.get(resource.file.path);
  if (entry?.kind !== resource.kind) return { action: 'none', resource };
  if (entry.fingerprint === resource.fingerprint || prefer === 'theirs') return { action: 'gone', resource };
  return { action: 'none', resource, ...(prefer === 'ours' ? {} : { conflict: deletionConflict(resource) }) };
}

interface StepInput extends PullOptions {
  readonly resource: DesiredResource;
  /** The file's content with the uids that it refers to. */
  readonly wanted: JsonObject;
  readonly entry: StateEntry | undefined;
}

/** The step for a resource that Postman may have changed. */
function mergeStep(before: FetchedResource, { resource, wanted, entry, observed, prefer }: StepInput): PullStep {
  // The merge of a monitor compares with the settings in the state instead of a base.
  const needsNoBase = entry?.fingerprint === resource.fingerprint || !KINDS[resource.kind].merge;
  const base = needsNoBase ? resource.content : observed.bases?.get(resource.file.path);
  const sides = sidesOf(resource, { base, ours: wanted, theirs: before.content });
  if (!entry || !sides.base) return withoutBase(before, { resource, sides, entry, prefer });
  const merged = mergeInto({ ...sides, base: sides.base }, { resource, sent: entry.sent ?? entry.fingerprint, prefer });
  if (merged.conflicts.length > 0 && !prefer) {
    const places = merged.conflicts.map((conflict) => placeOf(conflict, resource));
    return { action: 'none', resource, before, conflict: { reason: 'both-changed', places } };
  }
  return updateStep(before, { resource, sides, content: merged.value, overwrites: merged.conflicts.length > 0 });
}

/** The three versions; the base may be unknown. */
interface Sides extends Versions<JsonObject> {
  readonly base: JsonObject;
}

type SidesOrNoBase = Omit<Sides, 'base'> & { readonly base: JsonObject | undefined };

/** The three versions without values that only the configuration adds: those do not belong into a file. */
function sidesOf(resource: DesiredResource, { base, ours: wanted, theirs: remote }: SidesOrNoBase): SidesOrNoBase {
  const { uploads, file } = resource;
  if (!uploads)
    return { base, ours: KINDS[resource.kind].declaredIn === 'file' ? file.content : wanted, theirs: remote };
  const own = new Map(objectsOf(file.content.values).map((row) => [String(row.key), row]));
  const without = (content: JsonObject): JsonObject => ({
    ...content,
    values: objectsOf(content.values).flatMap((row) => {
      const key = String(row.key);
      if (!uploads.has(key)) return [row];
      const ours = own.get(key);
      return ours ? [{ ...row, value: ours.value }] : [];
    }),
  });
  return { base: base && without(base), ours: file.content, theirs: without(remote) };
}

interface MergeIntoOptions {
  readonly resource: DesiredResource;
  readonly sent: Fingerprint;
  readonly prefer: Side | undefined;
}

function mergeInto(
  { base, ours, theirs }: Sides,
  { resource, sent, prefer = 'ours' }: MergeIntoOptions,
): Merged<JsonObject> {
  const kind = KINDS[resource.kind];
  if (!kind.merge) return mergeMonitors({ sent, ours, theirs }, prefer);
  return kind.merge({ base, ours, theirs }, { prefer, purpose: 'file' });
}

interface WithoutBaseOptions {
  readonly resource: DesiredResource;
  readonly sides: SidesOrNoBase;
  readonly entry: StateEntry | undefined;
  readonly prefer: Side | undefined;
}

/**
 * The step for two versions without a known base: the preferred side wins as a whole; without one, it is a conflict.
 */
function withoutBase(before: FetchedResource, { resource, sides, entry, prefer }: WithoutBaseOptions): PullStep {
  if (prefer === 'ours') return { action: 'none', resource, before };
  if (prefer !== 'theirs') {
    const conflict = twoWay(entry ? 'no-base' : 'adopted', { before, resource, wanted: sides.ours });
    return { action: 'none', resource, before, conflict };
  }
  const sent = fingerprintOfSent(KINDS[resource.kind], sides.ours);
  const { value } = mergeInto({ ...sides, base: sides.ours }, { resource, sent, prefer });
  return updateStep(before, { resource, sides, content: value, overwrites: true });
}

interface UpdateOptions extends Pick<Extract<PullStep, { action: 'update' }>, 'resource' | 'content' | 'overwrites'> {
  readonly sides: SidesOrNoBase;
}

function updateStep(before: FetchedResource, { resource, sides, content, overwrites }: UpdateOptions): PullStep {
  const kind = KINDS[resource.kind];
  const [was, is] = [kind.graft(sides.ours, before.content), kind.graft(content, before.content)];
  if (fingerprint(kind, was) === fingerprint(kind, is)) return { action: 'none', resource, before };
  return { action: 'update', resource, before, content, overwrites, diff: diffOf(resource, { was, is }) };
}

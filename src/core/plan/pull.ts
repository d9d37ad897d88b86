import { fingerprint, fingerprintOfSent } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import type { Merged, Side } from '../kinds/merge/versions.ts';
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
import { hasDrifted, placeOf, toldOf, twoWay } from './merge.ts';
import type { ObservedState } from './observed.ts';
import { bind, type Uids } from './references.ts';
import type { StateEntry } from './state.ts';

/** What a pull does with one resource. */
export type PullStep =
  | {
      readonly action: 'update';
      readonly resource: DesiredResource;
      readonly before: FetchedResource;
      /** The file's content as it is to be. */
      readonly content: JsonObject;
      readonly diff: Diff;
      readonly edited?: LastEdit;
      /** Something that only the file has is lost by it: Postman's side was preferred. */
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
  /** It is in the repository and was deleted in Postman. */
  | { readonly action: 'gone'; readonly resource: DesiredResource };

/** Which side settles a conflict; a conflict that nobody settles leaves the file as it is. */
export interface PullPolicy {
  readonly prefer?: Side;
}

/** What Postman has beyond the files, brought into them. Pure: the same values give the same steps. */
export function planPull(desired: DesiredState, observed: ObservedState, policy: PullPolicy): readonly PullStep[] {
  const uids: Uids = new Map([...observed.matches].map(([path, match]) => [path, match.uid]));
  return desired.resources.map((resource) => edited(stepFor(resource, { observed, uids, ...policy }), observed));
}

/** The step with the last change in Postman, where it is about one. */
function edited(step: PullStep, observed: ObservedState): PullStep {
  const isAbout = step.action === 'update' || (step.action === 'none' && step.conflict !== undefined);
  if (!isAbout || !step.before) return step;
  const last = lastEdit(step.before, entryOf(step.resource, { observed, uid: step.before.uid })?.time);
  return last ? { ...step, edited: last } : step;
}

interface PullOptions extends PullPolicy {
  readonly observed: ObservedState;
  readonly uids: Uids;
}

function stepFor(resource: DesiredResource, { observed, uids, prefer }: PullOptions): PullStep {
  const match = observed.matches.get(resource.file.path);
  if (!match)
    return observed.state.entries.has(resource.file.path) ? { action: 'gone', resource } : { action: 'none', resource };
  const none = { action: 'none', resource, before: match } as const;
  const remote = observed.contents.get(match.uid);
  if (!remote) return none;
  const before = { ...match, content: remote };
  const wanted = bind(resource, uids);
  const entry = entryOf(resource, { observed, uid: match.uid });
  const kind = KINDS[resource.kind];
  if (fingerprint(kind, kind.graft(wanted, remote)) === fingerprint(kind, remote)) return none;
  const drifted = entry !== undefined && hasDrifted(entry, { resource, remote });
  if (entry && !drifted && !entry.behind) return none;
  const base = entry?.fingerprint === resource.fingerprint ? resource.content : observed.bases?.get(resource.file.path);
  const sides = sidesOf(resource, { wanted, remote, base });
  if (!entry || !sides.base) return unrelated(before, { resource, sides, entry, prefer, none });
  const merged = mergeInto({ ...sides, base: sides.base }, { resource, sent: entry.sent ?? entry.fingerprint, prefer });
  if (merged.conflicts.length > 0 && !prefer) {
    const places = merged.conflicts.map((conflict) => placeOf(conflict, resource));
    return { ...none, before, conflict: { reason: 'both-changed', places } };
  }
  return updating(before, { resource, sides, content: merged.value, overwrites: merged.conflicts.length > 0 });
}

interface Sides {
  readonly base: JsonObject | undefined;
  readonly ours: JsonObject;
  readonly theirs: JsonObject;
}

/** The three versions without what only the configuration adds: none of that belongs into a file. */
function sidesOf(
  resource: DesiredResource,
  {
    wanted,
    remote,
    base,
  }: { readonly wanted: JsonObject; readonly remote: JsonObject; readonly base: JsonObject | undefined },
): Sides {
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

interface Merging {
  readonly resource: DesiredResource;
  readonly sent: Fingerprint;
  readonly prefer: Side | undefined;
}

function mergeInto(
  { base, ours, theirs }: Sides & { readonly base: JsonObject },
  { resource, sent, prefer = 'ours' }: Merging,
): Merged<JsonObject> {
  const kind = KINDS[resource.kind];
  if (!kind.merge) return mergeMonitors({ sent, ours, theirs }, prefer);
  return kind.merge({ base, ours, theirs }, { prefer, purpose: 'file' });
}

interface Unrelated {
  readonly resource: DesiredResource;
  readonly sides: Sides;
  readonly entry: StateEntry | undefined;
  readonly prefer: Side | undefined;
  readonly none: Extract<PullStep, { action: 'none' }>;
}

/** Two versions of which nobody knows what they came from: one side wins as a whole, or nothing is done. */
function unrelated(before: FetchedResource, { resource, sides, entry, prefer, none }: Unrelated): PullStep {
  if (prefer === 'ours') return none;
  if (prefer !== 'theirs')
    return {
      ...none,
      before,
      conflict: twoWay(entry ? 'no-base' : 'adopted', { before, resource, wanted: sides.ours }),
    };
  const kind = KINDS[resource.kind];
  const sent = fingerprintOfSent(kind, sides.ours);
  const { value } = mergeInto({ ...sides, base: sides.ours }, { resource, sent, prefer });
  return updating(before, { resource, sides, content: value, overwrites: true });
}

interface UpdateOptions extends Pick<Extract<PullStep, { action: 'update' }>, 'resource' | 'content' | 'overwrites'> {
  readonly sides: Sides;
}

function updating(before: FetchedResource, { resource, sides, content, overwrites }: UpdateOptions): PullStep {
  const kind = KINDS[resource.kind];
  const [was, is] = [kind.graft(sides.ours, before.content), kind.graft(content, before.content)];
  if (fingerprint(kind, was) === fingerprint(kind, is)) return { action: 'none', resource, before };
  return { action: 'update', resource, before, content, overwrites, diff: toldOf(resource, { was, is }) };
}

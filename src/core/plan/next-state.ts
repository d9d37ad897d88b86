import { omitUndefined } from '../lib/json.ts';
import type { Uid } from '../model/ids.ts';
import { behindOf, type Change, type Outcome, uidOf } from './change.ts';
import { entryOf } from './compare.ts';
import type { ObservedState } from './observed.ts';
import { REPLACED, type StateEntry } from './state.ts';

/** The outcomes of an apply, the applied commit and the time. */
interface RecordOptions {
  readonly outcomes: readonly Outcome[];
  readonly commit: string | undefined;
  readonly now: Date;
}

/** The entries to record after an apply: of applied changes, of resources in sync, and of files outside the plan. */
export function nextEntries(
  observed: ObservedState,
  { outcomes, commit, now }: RecordOptions,
): ReadonlyMap<string, StateEntry> {
  const entries = new Map(untouched(observed, outcomes));
  for (const outcome of outcomes) {
    const { change } = outcome;
    if (change.action === 'delete') {
      const entry = observed.state.entries.get(change.path);
      const key = change.replacedBy && entries.has(change.path) ? `${change.path}${REPLACED}` : change.path;
      if (outcome.status !== 'applied' && entry) entries.set(key, entry);
    } else {
      const entry = entryFor(outcome, { change, observed, commit, now });
      if (entry) entries.set(change.after.file.path, entry);
    }
  }
  return entries;
}

/** Entries of files outside the plan whose resource still exists and does not belong to another file now. */
function untouched(
  { state, listed }: ObservedState,
  outcomes: readonly Outcome[],
): readonly (readonly [string, StateEntry])[] {
  const planned = new Set(
    outcomes.map(({ change }) => (change.action === 'delete' ? change.path : change.after.file.path)),
  );
  const taken = new Set(outcomes.flatMap(({ change }) => ('before' in change ? [change.before.uid] : [])));
  const existing = new Set(listed.map((resource) => resource.uid));
  return [...state.entries].filter(([path, { uid }]) => !planned.has(path) && !taken.has(uid) && existing.has(uid));
}

interface EntryInput extends Omit<RecordOptions, 'outcomes'> {
  readonly change: Exclude<Change, { action: 'delete' }>;
  readonly observed: ObservedState;
}

/** The entry of a resource: a new entry if the file is known to be in Postman, otherwise the entry before. */
function entryFor(outcome: Outcome, input: EntryInput): StateEntry | undefined {
  const { change, observed } = input;
  const uid = outcome.status === 'applied' ? outcome.uid : uidOf(change);
  if (uid === undefined) return undefined;
  const known = entryOf(change.after, { observed, uid });
  return isConfirmed(outcome) ? newEntry(outcome, { ...input, uid, known }) : known;
}

/** Whether the file is known to be in Postman: it was written, or it was compared and is in sync. */
const isConfirmed = ({ status, change }: Outcome): boolean =>
  change.action === 'none'
    ? change.sent !== undefined && (status === 'applied' || !change.drifted)
    : status === 'applied';

function newEntry(
  outcome: Outcome,
  { change, commit, now, uid, known }: EntryInput & { readonly uid: Uid; readonly known: StateEntry | undefined },
): StateEntry {
  const planned = 'sent' in change ? change.sent : undefined;
  const stored = outcome.status === 'applied' ? (outcome.sent ?? planned) : planned;
  const isCreated = change.action === 'create' && outcome.status === 'applied' && !outcome.adopted;
  const sent = stored === change.after.fingerprint ? undefined : stored;
  return omitUndefined<StateEntry>({
    kind: change.after.kind,
    uid,
    fingerprint: change.after.fingerprint,
    sent,
    behind: change.action === 'update' && behindOf(change).length > 0 ? true : undefined,
    created: known?.created ?? isCreated,
    createdAt: isCreated ? outcome.at : known?.createdAt,
    commit,
    time: outcome.status === 'applied' ? outcome.at : now,
  });
}

import type { Versions } from '../kinds/merge/versions.ts';
import { omitUndefined } from '../lib/json.ts';
import { EMPTY_STATE, type State, type StateEntry } from './state.ts';

/**
 * Merges several states of a project, which concurrent first applies may create. The later entry of each path counts.
 */
export function mergeStates(states: readonly State[]): State {
  const [first] = states;
  if (!first) return EMPTY_STATE;
  const entries = new Map<string, StateEntry>();
  for (const [path, entry] of states.flatMap((state) => [...state.entries])) {
    const known = entries.get(path);
    entries.set(path, known ? laterOf(known, entry) : entry);
  }
  return omitUndefined<State>({
    uid: first.uid,
    entries,
    announced: new Map(states.flatMap((state) => [...state.announced])),
    unreadable: states.reduce((total, state) => total + state.unreadable, 0),
    holders: states.flatMap((state) => state.holders),
  });
}

/**
 * The entries to write if another run may have written entries meanwhile. `base` are the entries that this run read,
 * `ours` those that it would write, `theirs` those that are in Postman now. For each path, the side that changed the
 * entry counts. If both changed it, the later entry counts; a changed entry outweighs a removal.
 */
export function mergeEntries({ base, ours, theirs }: Versions<State['entries']>): State['entries'] {
  const paths = new Set([...ours.keys(), ...theirs.keys()]);
  const merged = new Map<string, StateEntry>();
  for (const path of paths) {
    const entry = mergeEntry({ base: base.get(path), ours: ours.get(path), theirs: theirs.get(path) });
    if (entry) merged.set(path, entry);
  }
  return merged;
}

function mergeEntry({ base, ours, theirs }: Versions<StateEntry | undefined>): StateEntry | undefined {
  if (ours && theirs) {
    if (isSame(theirs, base)) return ours;
    return isSame(ours, base) ? theirs : laterOf(ours, theirs);
  }
  const only = ours ?? theirs;
  return only && !isSame(only, base) ? only : undefined;
}

const isSame = (a: StateEntry, b: StateEntry | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The later of two entries. For the same resource, `created` and `createdAt` of the earlier entry are kept. */
function laterOf(a: StateEntry, b: StateEntry): StateEntry {
  const [earlier, later] = a.time < b.time ? [a, b] : [b, a];
  if (earlier.uid !== later.uid) return later;
  return omitUndefined<StateEntry>({
    ...later,
    created: later.created || earlier.created,
    createdAt: later.createdAt ?? earlier.createdAt,
  });
}

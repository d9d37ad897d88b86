import { omitUndefined } from '../lib/json.ts';
import { EMPTY_STATE, type State, type StateEntry } from './state.ts';

/** Merges several states of one project, which racing first applies leave: the later entry of each path counts. */
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

/** The entries that one run has read, those that it would write, and those that are in Postman by now. */
export interface Versions {
  readonly base: State['entries'];
  readonly ours: State['entries'];
  readonly theirs: State['entries'];
}

/**
 * The entries to write where another run may have written its own meanwhile. For each path, the side that changed it
 * counts; where both did, the later entry, and a removal loses against an entry.
 */
export function mergeEntries({ base, ours, theirs }: Versions): State['entries'] {
  const paths = new Set([...ours.keys(), ...theirs.keys()]);
  const merged = [...paths].flatMap((path): readonly (readonly [string, StateEntry])[] => {
    const [was, our, their] = [base.get(path), ours.get(path), theirs.get(path)];
    if (our && their) return [[path, isSame(their, was) ? our : isSame(our, was) ? their : laterOf(our, their)]];
    const only = our ?? their;
    return only && !isSame(only, was) ? [[path, only]] : [];
  });
  return new Map(merged);
}

const isSame = (a: StateEntry, b: StateEntry | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Two runs that recorded the same resource: what either of them has created is created. */
function laterOf(a: StateEntry, b: StateEntry): StateEntry {
  const [earlier, later] = a.time < b.time ? [a, b] : [b, a];
  if (earlier.uid !== later.uid) return later;
  return omitUndefined<StateEntry>({
    ...later,
    created: later.created || earlier.created,
    createdAt: later.createdAt ?? earlier.createdAt,
  });
}

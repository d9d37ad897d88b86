import type { JsonObject } from '../../src/core/lib/json.ts';
import { type Uid, uid } from '../../src/core/model/ids.ts';
import { orThrow } from '../../src/core/model/problem.ts';
import type { ListedResource, ResourceKind } from '../../src/core/model/resource.ts';
import { buildDesiredState, type DesiredState } from '../../src/core/plan/desired.ts';
import type { ObservedState } from '../../src/core/plan/observed.ts';
import { EMPTY_STATE, type State, type StateEntry } from '../../src/core/plan/state.ts';
import { sourceFile } from './collections.ts';

/** The desired state of some files: path → content. Environments are told by their path. */
export const desiredOf = (files: Readonly<Record<string, JsonObject>>): DesiredState =>
  orThrow(
    buildDesiredState(
      Object.entries(files).map(([path, content]) => ({ kind: kindOf(path), file: sourceFile(path, content) })),
    ),
  );

const kindOf = (path: string): ResourceKind => (path.includes('env') ? 'environment' : 'collection');

/** A uid with the given number. */
export const uidOf = (number: number): Uid => uid(`123-00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** A collection as the workspace lists it. */
export const listed = (number: number, name: string, kind: ResourceKind = 'collection'): ListedResource => ({
  kind,
  uid: uidOf(number),
  name,
});

/** What the first file of a desired state recorded at its apply. */
export const recorded = (
  desired: DesiredState,
  number: number,
  more: Partial<StateEntry> = {},
): readonly [string, StateEntry] => {
  const one = desired.resources[0];
  if (!one) throw new Error('a file is needed');
  return [
    one.file.path,
    { kind: one.kind, uid: uidOf(number), fingerprint: one.fingerprint, created: true, time: new Date(0), ...more },
  ];
};

/** A state with these entries. */
export const stateOf = (...entries: readonly (readonly [string, StateEntry])[]): State => ({
  uid: uidOf(999),
  entries: new Map(entries),
  announced: new Map(),
  unreadable: 0,
  holders: [uidOf(999)],
});

/** What was found: by default an empty workspace and no state. */
export const observed = (found: Partial<ObservedState> = {}): ObservedState => ({
  workspace: { id: 'w', name: 'Team' },
  listed: [],
  state: EMPTY_STATE,
  matches: new Map(),
  undecided: new Set(),
  problems: [],
  contents: new Map(),
  unread: new Map(),
  ...found,
});

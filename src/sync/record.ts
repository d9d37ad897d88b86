import type { Outcome } from '../core/change.ts';
import { nextEntries } from '../core/next-state.ts';
import type { ObservedState } from '../core/observed.ts';
import { encodeState, sameEntries, stateName } from '../core/state.ts';
import { createOnce } from './create.ts';
import type { ObserveOptions } from './listing.ts';
import { readOwnState } from './observe.ts';

/** Whether another run has written the state since it was observed: then the plan may be out of date. */
export async function stateMoved(observed: ObservedState, options: ObserveOptions): Promise<boolean> {
  const { state } = observed;
  const workspace = state.uid
    ? { resources: [{ kind: 'environment' as const, uid: state.uid, name: stateName(options.project) }] }
    : await options.postman.workspace(options.workspace);
  const now = await readOwnState(workspace, options);
  return !sameEntries(now.entries, state.entries);
}

/** Writes the state after an apply, if it says something new. Throws a PostmanError when it cannot. */
export async function recordState(
  observed: ObservedState,
  {
    outcomes,
    commit,
    options,
  }: { readonly outcomes: readonly Outcome[]; readonly commit: string | undefined; readonly options: ObserveOptions },
): Promise<void> {
  const { postman, project } = options;
  const { state } = observed;
  const entries = nextEntries(observed, { outcomes, commit, now: postman.serverNow() });
  if (sameEntries(entries, state.entries) && state.unreadable === 0) return;
  if (entries.size === 0 && !state.uid) return;
  const upload = { kind: 'environment' as const, name: stateName(project), content: encodeState(project, entries) };
  if (state.uid) await postman.replace(upload, state.uid);
  else await createOnce(upload, { ...options, known: new Set(observed.listed.map((one) => one.uid)) });
}

import type { JsonObject } from '../lib/json.ts';
import type { PostmanError } from '../model/errors.ts';
import type { Uid } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { ListedResource } from '../model/resource.ts';
import type { State } from './state.ts';

/** What was found in the workspace. */
export interface ObservedState {
  readonly workspace: { readonly id: string; readonly name: string };
  /** Everything in it that is synced, states of projects left out. */
  readonly listed: readonly ListedResource[];
  /** What this project's last apply recorded. */
  readonly state: State;
  /** Which resource each source path belongs to; a path without one is to be created. */
  readonly matches: ReadonlyMap<string, ListedResource>;
  /** Files of which nobody can tell which resource they belong to: no change is planned for them. */
  readonly undecided: ReadonlySet<string>;
  /** Why, with what to do. */
  readonly problems: readonly Problem[];
  /** Content by uid, as far as it had to be fetched. */
  readonly contents: ReadonlyMap<Uid, JsonObject>;
  /** Files as they were applied last, by path, as far as a merge needs them and they could be had. */
  readonly bases?: ReadonlyMap<string, JsonObject>;
  /** Why the content that was needed could not be read, by uid. */
  readonly unread: ReadonlyMap<Uid, PostmanError>;
}

import type { JsonObject } from '../lib/json.ts';
import type { PostmanError } from '../model/errors.ts';
import type { Uid } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { ListedResource } from '../model/resource.ts';
import type { State } from './state.ts';

/** The observed state: what the workspace holds. */
export interface ObservedState {
  readonly workspace: { readonly id: string; readonly name: string };
  /** Its resources, without the environments that hold states. */
  readonly listed: readonly ListedResource[];
  /** The state that the last apply of this project recorded. */
  readonly state: State;
  /** The resource of each source path. A path without a resource is created. */
  readonly matches: ReadonlyMap<string, ListedResource>;
  /** Files of which nobody can tell which resource they belong to: no change is planned for them. */
  readonly undecided: ReadonlySet<string>;
  /** Why, with what to do. */
  readonly problems: readonly Problem[];
  /** Downloaded contents by uid. */
  readonly contents: ReadonlyMap<Uid, JsonObject>;
  /** Files as they were applied last, by path, as far as a merge needs them and they could be had. */
  readonly bases?: ReadonlyMap<string, JsonObject>;
  /** With `verify: all`: resources of the name and kind of a managed one that no project manages; path → them. */
  readonly twins?: ReadonlyMap<string, readonly ListedResource[]>;
  /** Errors of failed downloads by uid. */
  readonly unread: ReadonlyMap<Uid, PostmanError>;
}

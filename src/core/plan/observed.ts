import type { JsonObject } from '../lib/json.ts';
import type { PostmanError } from '../model/errors.ts';
import type { Uid } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { ListedResource } from '../model/resource.ts';
import type { State } from './state.ts';

/** The content of the workspace, and the recorded state. */
export interface ObservedState {
  readonly workspace: { readonly id: string; readonly name: string };
  /** The workspace's resources, without the environments that hold states. */
  readonly listed: readonly ListedResource[];
  /** The state that the last apply of this project recorded. */
  readonly state: State;
  /** The resource of each source path. A path without a resource is created. */
  readonly matches: ReadonlyMap<string, ListedResource>;
  /** Source paths whose resource is unclear: no change is planned for them. */
  readonly undecided: ReadonlySet<string>;
  /** Problems of the undecided paths. */
  readonly problems: readonly Problem[];
  /** Downloaded contents by uid. */
  readonly contents: ReadonlyMap<Uid, JsonObject>;
  /** Files as they were applied last, by path; only those that a merge needs and that could be read. */
  readonly bases?: ReadonlyMap<string, JsonObject>;
  /** With `verify: all`: source path → unmanaged resources with the same kind and name. */
  readonly twins?: ReadonlyMap<string, readonly ListedResource[]>;
  /** Errors of failed downloads by uid. */
  readonly unread: ReadonlyMap<Uid, PostmanError>;
}

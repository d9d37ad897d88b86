import type { JsonObject } from '../../core/lib/json.ts';
import type { Uid, WorkspaceId } from '../../core/model/ids.ts';
import type { Account, ApiUse } from '../../core/model/limits.ts';
import type { ListedResource, ResourceKind } from '../../core/model/resource.ts';
import type { StartedRun } from '../../core/suites/monitor-run.ts';

/** The Postman API. Every method throws a PostmanError when it fails. */
export interface Postman {
  me(): Promise<Account>;
  /** The workspace and its resources; `not-found` for an unknown id. */
  workspace(id: WorkspaceId): Promise<Workspace>;
  /** The workspaces that the key can see. */
  workspaces(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /**
   * The resources of one kind in a workspace, with the time of their last change; with a name, only those of that name.
   * An unknown workspace lists as empty.
   */
  list(kind: ResourceKind, workspace: WorkspaceId, name?: string): Promise<readonly ListedResource[]>;
  /** The whole content, as Postman stores it. */
  fetch(resource: Pick<ListedResource, 'kind' | 'uid' | 'name'>): Promise<JsonObject>;
  /** Sends at most one POST that may be applied; `outcome-unknown` where no answer tells whether it was. */
  create(upload: Upload, workspace: WorkspaceId): Promise<Uid>;
  /** Replaces the whole content. */
  replace(upload: Upload, uid: Uid): Promise<void>;
  /** Deletes a resource; succeeds where it is gone already. */
  remove(resource: Pick<ListedResource, 'kind' | 'uid' | 'name'>): Promise<void>;
  /**
   * Starts a run of a monitor and does not wait for its end. `outcome-unknown` where no answer tells whether it was
   * started; `quota-exhausted` when the month's monitored requests are used up.
   */
  startMonitor(monitor: Pick<ListedResource, 'uid' | 'name'>): Promise<StartedRun>;
  /** Calls and waits so far, and the limits that are left. */
  use(): Omit<ApiUse, 'usage'>;
  /** The server's time. */
  serverNow(): Date;
}

/** The answer of `GET /workspaces/{id}`. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly resources: readonly ListedResource[];
}

/** A resource to create or to replace. */
export interface Upload {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly content: JsonObject;
  /** Set for the recorded state: the last call of the quota is reserved for it, and it is written after a stop, too. */
  readonly isRecord?: boolean;
}

import type { JsonObject } from '../lib/json.ts';
import type { ResourceConflict } from '../model/conflict.ts';
import type { Diff } from '../model/diff.ts';
import type { PostmanError } from '../model/errors.ts';
import type { Fingerprint, Uid } from '../model/ids.ts';
import type { DesiredResource, ListedResource, ObservedResource } from '../model/resource.ts';
import type { LastEdit } from './last-edit.ts';

/** A resource in the workspace whose content has been fetched. */
export type FetchedResource = ObservedResource & { readonly content: JsonObject };

/** The action of `apply` for a resource. */
export type Change = Action & {
  /** The last edit in Postman; set if the resource was changed there since the last apply. */
  readonly edited?: LastEdit;
};

type Action =
  | {
      readonly action: 'create';
      readonly after: DesiredResource;
      /** The content to send. Uids of other resources are filled in once those exist. */
      readonly content: JsonObject;
      /** Differences that no update can make, if this resource replaces another one; otherwise empty. */
      readonly diff: Diff;
    }
  | {
      readonly action: 'update';
      readonly before: FetchedResource;
      readonly after: DesiredResource;
      /** The content to send: the file's content with the ids from Postman, or the part of it that changed. */
      readonly content: JsonObject;
      /** Fingerprint of the whole content, for the state. */
      readonly sent: Fingerprint;
      readonly diff: Diff;
      /** Changed in Postman since the last apply. */
      readonly drifted: boolean;
      /** Postman normalized the content of this file before, and will do so again. */
      readonly isRewritten: boolean;
      /** Changes that Postman keeps and the file lacks. */
      readonly behind?: Diff;
      /** The update discards changes made in Postman; only the backup keeps them. */
      readonly overwrites?: boolean;
    }
  | {
      readonly action: 'delete';
      readonly before: ListedResource;
      readonly path: string;
      readonly drifted: boolean;
      /** The resource that replaces it: the deletion happens only after that one was created. */
      readonly replacedBy?: DesiredResource;
    }
  | {
      readonly action: 'none';
      readonly before: ObservedResource;
      readonly after: DesiredResource;
      /** Changed in Postman since the last apply, and left as it is there. */
      readonly drifted: boolean;
      /** Fingerprint of the content in Postman, if it was fetched and is to be recorded. */
      readonly sent?: Fingerprint;
      /** Changes that Postman has and the file lacks. */
      readonly behind?: Diff;
      /** The conflict for which the resource is not written. */
      readonly conflict?: ResourceConflict;
      /** The resource was deleted in Postman; `before` comes from the state. */
      readonly isGone?: boolean;
      /** The error of the download. The resource is not written and counts as failed. */
      readonly unread?: PostmanError;
    };

/** The result of a change. */
export type Outcome =
  | {
      readonly status: 'applied';
      readonly change: Change;
      readonly uid: Uid;
      readonly at: Date;
      /**
       * Fingerprint to record instead of the planned one: of content completed later, or of the form that Postman
       * stored.
       */
      readonly sent?: Fingerprint;
      /**
       * Another run created the same resource at the same time. Its resource is kept; the one of this run was deleted.
       */
      readonly adopted?: true;
      /** Differences between the sent content and the form that Postman stored, if they are not the usual ones. */
      readonly rewritten?: Diff;
    }
  | { readonly status: 'failed'; readonly change: Change; readonly error: PostmanError }
  | { readonly status: 'skipped'; readonly change: Change; readonly reason: SkipReason };

/** Why a change was not applied. */
export type SkipReason = 'plan-only' | 'quota' | 'drift' | 'earlier-failure' | 'stopped' | 'declined';

/** The name of a change's resource. */
export const nameOf = (change: Change): string => ('after' in change ? change.after.name : change.before.name);

/** The source path of a change's resource. */
export const pathOf = (change: Change): string => ('after' in change ? change.after.file.path : change.path);

/** The kind of a change's resource. */
export const kindOf = (change: Change): DesiredResource['kind'] =>
  'after' in change ? change.after.kind : change.before.kind;

/** The uid; undefined for a resource that is to be created. */
export const uidOf = (change: Change): Uid | undefined => ('before' in change ? change.before.uid : undefined);

/** The error for which a resource could not be compared. */
export const unreadOf = (change: Change): PostmanError | undefined =>
  change.action === 'none' ? change.unread : undefined;

/** Whether the resource was changed in Postman since the last apply. */
export const isDrifted = (change: Change): boolean => change.action !== 'create' && change.drifted;

/** Changes that Postman has and the repository lacks. */
export const behindOf = (change: Change): Diff => ('behind' in change ? (change.behind ?? []) : []);

/** The conflict for which a resource is not written. */
export const conflictOf = (change: Change): ResourceConflict | undefined =>
  change.action === 'none' ? change.conflict : undefined;

/** Whether Postman has changes (or a deletion) that the repository lacks. */
export const isBehind = (change: Change): boolean =>
  behindOf(change).length > 0 ||
  conflictOf(change) !== undefined ||
  (change.action === 'none' && change.isGone === true);

/** The policy of a plan. */
export interface PlanPolicy {
  readonly prune: 'no' | 'yes' | 'force';
  readonly onDrift: 'merge' | 'overwrite' | 'keep' | 'fail';
}

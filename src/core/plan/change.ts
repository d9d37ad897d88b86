import type { JsonObject } from '../lib/json.ts';
import type { ResourceConflict } from '../model/conflict.ts';
import type { Diff } from '../model/diff.ts';
import type { PostmanError } from '../model/errors.ts';
import type { Fingerprint, Uid } from '../model/ids.ts';
import type { DesiredResource, ListedResource, ObservedResource } from '../model/resource.ts';
import type { LastEdit } from './last-edit.ts';

/** A resource in the workspace whose content has been fetched. */
export type FetchedResource = ObservedResource & { readonly content: JsonObject };

/** What `apply` does with one resource. */
export type Change = {
  /** The last change in Postman, of what was changed there since the last apply. */ readonly edited?: LastEdit;
} & Action;

type Action =
  | {
      readonly action: 'create';
      readonly after: DesiredResource;
      /** What is sent; what it refers to is bound when that has been applied. */
      readonly content: JsonObject;
      /** What makes another resource necessary in the place of one that is deleted then. */
      readonly diff: Diff;
    }
  | {
      readonly action: 'update';
      readonly before: FetchedResource;
      readonly after: DesiredResource;
      /** What is sent: the file's content with the remote's ids grafted on, or the part of it that changed. */
      readonly content: JsonObject;
      readonly sent: Fingerprint;
      readonly diff: Diff;
      /** Changed in Postman since the last apply. */
      readonly drifted: boolean;
      /** Postman itself has made something else of the file than was sent, and will do so again. */
      readonly isRewritten: boolean;
      /** What Postman keeps of its own and the file lacks. */
      readonly behind?: Diff;
      /** Something that somebody made in Postman is lost by it; the backup alone has it. */
      readonly overwrites?: boolean;
    }
  | {
      readonly action: 'delete';
      readonly before: ListedResource;
      readonly path: string;
      readonly drifted: boolean;
      /** The resource that takes its place: it is deleted only once that has been created. */
      readonly replacedBy?: DesiredResource;
    }
  | {
      readonly action: 'none';
      readonly before: ObservedResource;
      readonly after: DesiredResource;
      /** Differs, and is left as it is in Postman because `on-drift` says so. */
      readonly drifted: boolean;
      /** Fingerprint of what is in Postman, where it was fetched. */
      readonly sent?: Fingerprint;
      /** What Postman has and the file lacks. */
      readonly behind?: Diff;
      /** What holds the resource back. */
      readonly conflict?: ResourceConflict;
      /** It was deleted in Postman: `before` is what the state remembers. */
      readonly isGone?: boolean;
      /** Why nobody knows what is in Postman: nothing can be done about the resource, and that is a failure. */
      readonly unread?: PostmanError;
    };

/** What became of a change. */
export type Outcome =
  | {
      readonly status: 'applied';
      readonly change: Change;
      readonly uid: Uid;
      readonly at: Date;
      /** Of what was sent where the plan could not know it yet, or of what Postman made of it where that was looked at. */
      readonly sent?: Fingerprint;
      /** Another run created the same resource at the same time: its one is kept, and this run's was deleted again. */
      readonly adopted?: true;
      /** What Postman made of it, beside members that it does not know. */
      readonly rewritten?: Diff;
    }
  | { readonly status: 'failed'; readonly change: Change; readonly error: PostmanError }
  | { readonly status: 'skipped'; readonly change: Change; readonly reason: SkipReason };

/** Why a change was not carried out. */
export type SkipReason = 'plan-only' | 'quota' | 'drift' | 'earlier-failure' | 'stopped' | 'declined';

/** The name of the resource that a change is about. */
export const nameOf = (change: Change): string => ('after' in change ? change.after.name : change.before.name);

/** The source path of the resource that a change is about. */
export const pathOf = (change: Change): string => ('after' in change ? change.after.file.path : change.path);

/** The kind of the resource that a change is about. */
export const kindOf = (change: Change): DesiredResource['kind'] =>
  'after' in change ? change.after.kind : change.before.kind;

/** The uid, where the resource already has one. */
export const uidOf = (change: Change): Uid | undefined => ('before' in change ? change.before.uid : undefined);

/** Why a change cannot even be planned. */
export const unreadOf = (change: Change): PostmanError | undefined =>
  change.action === 'none' ? change.unread : undefined;

/** Whether the resource was changed in Postman since the last apply. */
export const isDrifted = (change: Change): boolean => change.action !== 'create' && change.drifted;

/** What Postman has and the repository lacks. */
export const behindOf = (change: Change): Diff => ('behind' in change ? (change.behind ?? []) : []);

/** What holds the resource back. */
export const conflictOf = (change: Change): ResourceConflict | undefined =>
  change.action === 'none' ? change.conflict : undefined;

/** Whether Postman has changes that the repository lacks, a deletion included. */
export const isBehind = (change: Change): boolean =>
  behindOf(change).length > 0 ||
  conflictOf(change) !== undefined ||
  (change.action === 'none' && change.isGone === true);

/** The policy of a plan. */
export interface PlanPolicy {
  readonly prune: 'no' | 'yes' | 'force';
  readonly onDrift: 'merge' | 'overwrite' | 'keep' | 'fail';
}

import type { JsonObject } from '../lib/json.ts';
import type { Diff } from '../model/diff.ts';
import type { Complaint } from '../model/problem.ts';
import type { ListedResource, ResourceKind } from '../model/resource.ts';
import type { Merged, MergeOptions, Versions } from './merge/versions.ts';

/** The rules for one kind of resource. All functions are pure. */
export interface Kind {
  readonly kind: ResourceKind;
  /** The plural, as in the paths of the API. */
  readonly plural: string;
  /** Where the repository declares these resources: each in its own file, or all in the configuration. */
  readonly declaredIn: 'file' | 'configuration';
  /**
   * Up to this number, resources are fetched one by one instead of listed. Absent if the list has the time of change.
   */
  readonly maxSingleFetches?: number;
  /** The resource's name in the workspace. */
  name(content: JsonObject): string | undefined;
  /** The id in the file, from its export. */
  idOf(content: JsonObject): string | undefined;
  /** The reasons for which Postman would refuse the content. */
  check(content: JsonObject): readonly Complaint[];
  /** Content for a create: without ids and without the fields that Postman adds. */
  strip(content: JsonObject): JsonObject;
  /** The form for comparisons: stripped, and equal for contents that mean the same to the API. */
  canonical(content: JsonObject): JsonObject;
  /** Content for an update: with the ids of the remote content, and with values that only Postman has. */
  graft(content: JsonObject, remote: JsonObject): JsonObject;
  /** Remote content in which values that the file leaves to Postman are as in the file: their changes are not drift. */
  ignoreKeptValues?(remote: JsonObject, content: JsonObject): JsonObject;
  /** Differences for people. `after` comes from `graft`. */
  diff(before: JsonObject, after: JsonObject): Diff;
  /** Three-way merge. Absent if the state has no base content (monitors). */
  merge?(versions: Versions<JsonObject>, options: MergeOptions): Merged<JsonObject>;
  /** The part of the grafted content that an update sends. Absent if an update sends all of it. */
  patch?(content: JsonObject, remote: JsonObject): JsonObject;
  /** Differences that no update can make: a new resource has to replace the remote one. */
  immutableDiff?(before: JsonObject, after: JsonObject): Diff;
  /**
   * Keys of the canonical form that the content sets. Only these can drift; Postman decides the rest. Absent if it sets
   * all.
   */
  ownedKeys?(content: JsonObject): readonly string[];
  /**
   * Whether a listed resource equals the content as far as the list shows it. For kinds whose list has no time of
   * change.
   */
  matchesListing?(content: JsonObject, listed: ListedResource): boolean;
}

import type { JsonObject } from '../lib/json.ts';
import type { Diff } from '../model/diff.ts';
import type { Complaint } from '../model/problem.ts';
import type { ListedResource, ResourceKind } from '../model/resource.ts';
import type { Merged, MergeOptions, Versions } from './merge/versions.ts';

/** Everything that the sync needs to know about one kind of resource. All of it is pure. */
export interface Kind {
  readonly kind: ResourceKind;
  /** The plural, as in the paths of the API. */
  readonly plural: string;
  /** Where the repository declares these resources: each in its own file, or all in the configuration. */
  readonly declaredIn: 'file' | 'configuration';
  /** Up to this number, resources are fetched singly instead of listed. Absent where the list shows when each changed. */
  readonly maxSingleFetches?: number;
  /** The name under which the workspace lists the resource. */
  name(content: JsonObject): string | undefined;
  /** The id in the file, from its export. */
  idOf(content: JsonObject): string | undefined;
  /** Every complaint that Postman would have about the content. */
  check(content: JsonObject): readonly Complaint[];
  /** Content for a create: without ids and without the fields that Postman adds. */
  strip(content: JsonObject): JsonObject;
  /** Content in the form that is compared: stripped, with the API's defaults added. */
  canonical(content: JsonObject): JsonObject;
  /** Content for an update: with the ids of the remote one, and with values that only Postman has. */
  graft(content: JsonObject, remote: JsonObject): JsonObject;
  /** Remote content with the file's values where the file leaves them to Postman: a change of such a value is not drift. */
  ignoreKeptValues?(remote: JsonObject, content: JsonObject): JsonObject;
  /** Differences for people. `after` comes from `graft`. */
  diff(before: JsonObject, after: JsonObject): Diff;
  /** Three-way merge. Absent where there is no base content (monitors). */
  merge?(versions: Versions<JsonObject>, options: MergeOptions): Merged<JsonObject>;
  /** The part of the grafted content that an update sends; absent where it sends all. */
  patch?(content: JsonObject, remote: JsonObject): JsonObject;
  /** Differences that no update can make. Where there is one, a new resource replaces the remote one. */
  immutableDiff?(before: JsonObject, after: JsonObject): Diff;
  /** Keys of the canonical form that the content sets. Only these can drift; Postman decides the rest. Absent where the content sets all. */
  ownedKeys?(content: JsonObject): readonly string[];
  /** Whether the part of a resource that its list shows equals the content, for kinds whose list has no time of change. */
  matchesListing?(content: JsonObject, listed: ListedResource): boolean;
}

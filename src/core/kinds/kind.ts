import type { JsonObject } from '../lib/json.ts';
import type { Diff } from '../model/diff.ts';
import type { Complaint } from '../model/problem.ts';
import type { ListedResource, ResourceKind } from '../model/resource.ts';
import type { Merged, MergeOptions, Versions } from './merge/versions.ts';

/** What the sync has to know about one kind of resource; all of it pure. */
export interface Kind {
  readonly kind: ResourceKind;
  /** What Postman calls several of them. */
  readonly plural: string;
  /** The name under which the workspace lists the resource. */
  name(content: JsonObject): string | undefined;
  /** The id that the file carries from where it was exported. */
  idOf(content: JsonObject): string | undefined;
  /** Everything that Postman would refuse. */
  check(content: JsonObject): readonly Complaint[];
  /** Content as it is created: without ids and without what Postman stamps on; everything else as it is. */
  strip(content: JsonObject): JsonObject;
  /** Content in the form that is compared: stripped, with the API's defaults spelled out. */
  canonical(content: JsonObject): JsonObject;
  /** Content as it replaces a remote one: with the remote's ids, and with values that only Postman has. */
  graft(content: JsonObject, remote: JsonObject): JsonObject;
  /** Remote content in which values that the file leaves to Postman stand as in the file: a change of those is no drift. */
  leaving?(remote: JsonObject, content: JsonObject): JsonObject;
  /** What changes, in the words of the field. `after` comes from `graft`. */
  diff(before: JsonObject, after: JsonObject): Diff;
  /** What both sides changed since a common version, in one content. Absent where the base is not a content (monitors). */
  merge?(versions: Versions<JsonObject>, options: MergeOptions): Merged<JsonObject>;
  /** The part of the grafted content that is sent to update the remote one; all of it where this is not said. */
  patch?(content: JsonObject, remote: JsonObject): JsonObject;
  /** What no update can change: where there is any, another resource is created in the place of the remote one. */
  fixed?(before: JsonObject, after: JsonObject): Diff;
  /** Keys of the canonical form that the content says something of, for a kind of which Postman decides the rest: only these can drift. */
  mentioned?(content: JsonObject): readonly string[];
  /** Whether what the list shows fits the content, for a kind whose list names no time of change. */
  fits?(content: JsonObject, listed: ListedResource): boolean;
}

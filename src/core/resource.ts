import type { Fingerprint, Uid } from './ids.ts';
import type { JsonObject, JsonPath } from './json.ts';
import type { Position } from './problem.ts';

/** What a workspace is made of, as far as it is synced. Monitors and others are added here and in `kinds/`. */
export type ResourceKind = 'collection' | 'environment' | 'globals';

/** A JSON file of the repository, read and parsed. */
export interface SourceFile {
  /** Relative to the working directory, with forward slashes: also the resource's key in the state. */
  readonly path: string;
  readonly content: JsonObject;
  /** Size in bytes. */
  readonly bytes: number;
  /** The position of a value in the file; of its nearest parent when the value itself is not there. */
  locate(at: JsonPath): Position;
}

/** What the repository wants to exist in the workspace. */
export interface DesiredResource {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly file: SourceFile;
  /** The file's content, with the values that the configuration adds for upload. */
  readonly content: JsonObject;
  readonly fingerprint: Fingerprint;
  /** The uid pinned by the configuration. */
  readonly pinned?: Uid;
}

/** What a listing of the workspace tells about a resource. */
export interface ListedResource {
  readonly kind: ResourceKind;
  readonly uid: Uid;
  readonly name: string;
  /** When Postman says it was changed last: a hint, for an edit of a request inside a collection need not move it. */
  readonly updatedAt?: Date;
}

/** A resource in the workspace; its content where it has been fetched. */
export interface ObservedResource extends ListedResource {
  readonly content?: JsonObject;
}

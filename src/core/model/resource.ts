import type { JsonObject, JsonPath } from '../lib/json.ts';
import type { Position } from '../lib/positions.ts';
import type { Fingerprint, Uid } from './ids.ts';
import type { Problem } from './problem.ts';
import type { Secret } from './secret.ts';

/** The kinds of resources that are synced. */
export const RESOURCE_KINDS = ['collection', 'environment', 'globals', 'monitor'] as const;

/** One of {@link RESOURCE_KINDS}. */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** The source of one resource, read and parsed: a JSON file, a directory of YAML files, or a part of the configuration. */
export interface SourceFile {
  /** Relative to the working directory, with forward slashes: also the resource's key in the state. */
  readonly path: string;
  /** The file that positions are in, where the path names only a part of it. */
  readonly document?: string;
  /** The file that a value is in, where the path is a directory of files. */
  documentAt?(at: JsonPath): string;
  /** Of a large file it is parsed when it is asked for, and not held. */
  readonly content: JsonObject;
  /** Of a large file that is sound. */
  readonly digest?: FileDigest;
  /** Size in bytes. */
  readonly bytes: number;
  /** The position of a value in the file; of its nearest parent when the value itself is not there. */
  locate(at: JsonPath): Position;
}

/** What has to be known of a file to see that nothing changed. */
export interface FileDigest {
  readonly name: string;
  /** The id that the file gives to its resource. */
  readonly id?: string;
  readonly fingerprint: Fingerprint;
}

/** A resource as the repository declares it. */
export interface DesiredResource {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly file: SourceFile;
  /** The file's content, with the values that the configuration adds for upload. */
  readonly content: JsonObject;
  readonly fingerprint: Fingerprint;
  /** Keys of the content that hold the uid of another resource once that exists: key → that resource's source path. */
  readonly refers?: References;
  /** Values that the configuration adds for upload. */
  readonly uploads?: ReadonlyMap<string, Secret>;
  /** The identity that the configuration pins. */
  readonly pinned?: Pin;
}

/** A uid in the configuration, and its place there. */
export interface Pin {
  readonly uid: Uid;
  readonly place?: Pick<Problem, 'path' | 'position'>;
}

/** Resources that another one names: key of its content → source path. */
export type References = Readonly<Record<string, string>>;

/** A resource in a list of Postman. */
export interface ListedResource {
  readonly kind: ResourceKind;
  readonly uid: Uid;
  readonly name: string;
  /** Time of the last change: only a hint, because an edit of a request need not update it. */
  readonly updatedAt?: Date;
  /** Time of its creation, where the list tells it. */
  readonly createdAt?: Date;
  /** The part of its content that the list shows. */
  readonly shows?: JsonObject;
}

/** Whether the first of two was created before the second; where no time tells, the order of their uids decides. */
export function isElder(a: ListedResource, b: ListedResource): boolean {
  const [first, second] = [a.createdAt?.getTime(), b.createdAt?.getTime()];
  return first === undefined || second === undefined || first === second ? a.uid < b.uid : first < second;
}

/** A resource in the workspace; its content where it has been fetched. */
export interface ObservedResource extends ListedResource {
  readonly content?: JsonObject;
}

/** The place of a value in its source, for a problem. */
export const placeIn = (file: SourceFile, at: JsonPath): Required<Pick<Problem, 'path' | 'position'>> => ({
  path: file.documentAt?.(at) ?? file.document ?? file.path,
  position: file.locate(at),
});

/** The place where a resource is pinned, or else its source. */
export const pinPlace = ({ pinned, file }: DesiredResource): Pick<Problem, 'path' | 'position'> =>
  pinned?.place ?? placeIn(file, []);

/** The place of a resource's name. */
export const namePlace = ({ kind, file }: DesiredResource): Pick<Problem, 'path' | 'position'> =>
  placeIn(file, kind === 'collection' ? ['info', 'name'] : ['name']);

import type { JsonObject, JsonPath } from '../lib/json.ts';
import type { Position } from '../lib/positions.ts';
import type { Fingerprint, Uid } from './ids.ts';
import type { Problem } from './problem.ts';
import type { Secret } from './secret.ts';

/** The kinds of resources that are synced. */
export const RESOURCE_KINDS = ['collection', 'environment', 'globals', 'monitor'] as const;

/** One of {@link RESOURCE_KINDS}. */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Kinds that are declared in files of their own; monitors are declared in the configuration. */
export type FileKind = Exclude<ResourceKind, 'monitor'>;

/**
 * The source of one resource, read and parsed: a JSON file, a directory of YAML files, or a part of the configuration.
 */
export interface SourceFile {
  /** Relative to the working directory, with forward slashes: also the resource's key in the state. */
  readonly path: string;
  /** The file that positions refer to, if the path names only a part of it. */
  readonly document?: string;
  /** The file that holds a value, if the path is a directory of files. */
  documentAt?(at: JsonPath): string;
  /** For a large file this is a getter: it parses the file, and holds the result only weakly. */
  readonly content: JsonObject;
  /** Only for large files without problems. */
  readonly digest?: FileDigest;
  /** Size in bytes. */
  readonly bytes: number;
  /** The position of a value in the file, or of its nearest parent if the value does not exist. */
  locate(at: JsonPath): Position;
}

/** The facts that show whether a file changed, without its content. */
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
  /** Other resources whose uids go into the content when they exist. */
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

/** Resources that the content of another resource names: key of that content → source path of the named resource. */
export type References = Readonly<Record<string, string>>;

/** A resource in a list from the Postman API. */
export interface ListedResource {
  readonly kind: ResourceKind;
  readonly uid: Uid;
  readonly name: string;
  /** Only a hint: editing a request does not always update it. */
  readonly updatedAt?: Date;
  /** Absent if the list does not include it. */
  readonly createdAt?: Date;
  /** The part of its content that the list shows. */
  readonly shows?: JsonObject;
}

/** Whether `a` was created before `b`; if the times are unknown or equal, the order of their uids decides. */
export function isOlder(a: ListedResource, b: ListedResource): boolean {
  const [first, second] = [a.createdAt?.getTime(), b.createdAt?.getTime()];
  if (first === undefined || second === undefined || first === second) return a.uid < b.uid;
  return first < second;
}

/** A resource in the workspace; `content` is set once it was fetched. */
export interface ObservedResource extends ListedResource {
  readonly content?: JsonObject;
}

/** The source path of a monitor: the configuration's path and the monitor's name. */
export const declaredPath = (document: string, name: string): string => `${document}#monitors/${name}`;

/** The path of the file that a source path is in: of a monitor's source path, that of the configuration. */
export const fileOfPath = (path: string): string => path.replace(/#monitors\/.*$/s, '');

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

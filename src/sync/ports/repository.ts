import type { SourceApiFile } from '../../core/contract/documents.ts';
import type { JsonObject } from '../../core/lib/json.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { Secret } from '../../core/model/secret.ts';
import type { FetchedResource } from '../../core/plan/change.ts';
import type { LoadedFile } from '../../core/plan/desired.ts';
import type { Finding } from '../../core/plan/secrets-policy.ts';
import type { FileSelection, FileSettings } from '../../settings/settings.ts';

/** The repository's files, read and parsed. */
export interface Material {
  /** Problems with finding and parsing files. */
  readonly problems: readonly Problem[];
  readonly loaded: readonly LoadedFile[];
  /** Notices about the files. */
  readonly notices: readonly Notice[];
  /** Values of environments that are used in runs and not uploaded: path of the file → name → value. */
  readonly runValues: ReadonlyMap<string, ReadonlyMap<string, Secret>>;
  /** Postman's own mapping of local paths to cloud ids, `.postman/resources.yaml`. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** Why a path must not be read. */
export interface PathRefusal {
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Checks a path, relative to the working directory, before it is read; undefined where it may be read. `contained`: the
 * path must lie in the checkout, because a committed file names it.
 */
export type InspectPath = (path: string, reach?: 'contained') => Promise<PathRefusal | undefined>;

/** The files of OpenAPI documents, and every problem with them. */
export interface ApiMaterial {
  readonly files: readonly SourceApiFile[];
  readonly problems: readonly Problem[];
}

/** Reads the repository's files. */
export interface Files {
  /** Every file that belongs to the desired state, and every problem with finding and parsing them. */
  read(settings: FileSettings): Promise<Material>;
  /** The OpenAPI documents with every file that they refer to. */
  readOpenApi(documents: readonly FileSelection[]): Promise<ApiMaterial>;
}

/** An earlier version of a file. */
export interface FileVersion {
  readonly content: JsonObject;
  /** Committed after the requested commit, and part of the checkout. */
  readonly isLater: boolean;
}

/** Earlier versions of the repository's files. */
export interface FileHistory {
  /**
   * Yields versions later than the commit, newest first; the version of the commit; then all versions. Ends where no
   * more are available.
   */
  versions(path: string, commit: string | undefined): AsyncIterable<FileVersion>;
}

/** What changed since a revision. */
export type ChangeSet =
  /** Paths are relative to the working directory. */
  | {
      readonly kind: 'changed';
      readonly since: string;
      readonly paths: readonly string[];
      /** All files that git tracks; absent where unknown. */
      readonly files?: readonly string[];
    }
  /** There is no pull request, and no revision was named. */
  | { readonly kind: 'no-base' }
  /** The history is not available; `asked`: the user named the revision. */
  | { readonly kind: 'unknown'; readonly revision: string; readonly asked: boolean };

/** Finds the changes since a revision, or since the pull request branched off its base. */
export type ChangedFiles = (since: string | undefined) => Promise<ChangeSet>;

/** Searches for credentials in plain text. */
export interface Scanner {
  /** Possible credentials in all strings of a document. */
  scan(content: JsonObject): Promise<readonly Finding[]>;
}

/** The repository's files as texts, for a pull. */
export interface RepositoryFiles {
  /** The unchanged text, including a byte order mark. */
  read(path: string): Promise<string>;
  /** Replaces the whole text atomically, in the file's encoding. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Why a path must not be written; undefined where it may be. */
  inspect(path: string): Promise<PathRefusal | undefined>;
  /** The paths with uncommitted content; empty without a git repository. `config` does not count if git ignores it. */
  uncommitted(paths: readonly string[], config?: string): Promise<ReadonlySet<string>>;
  /**
   * The edits that give a directory of YAML files another content; an edit without a text deletes its file. Undefined
   * where the format cannot hold the content.
   */
  patchTree(
    path: string,
    content: JsonObject,
  ): Promise<readonly { readonly path: string; readonly text?: string }[] | undefined>;
}

/** Keeps copies of resources before they are overwritten or deleted. */
export interface Backups {
  /** Writes the content to a file and resolves with its path. If it rejects, the resource must not be written. */
  keep(resource: FetchedResource): Promise<string>;
  /** The content of a backup with decrypted secrets; undefined where they were encrypted with another API key. */
  open(content: JsonObject): JsonObject | undefined;
}

import type { Position } from '../lib/positions.ts';

/** Why a resource is held back although file and Postman differ. */
export type ConflictReason =
  /** Both changed the same places. */
  | 'both-changed'
  /** Both changed, and the file as it was applied cannot be had: nobody can tell the places. */
  | 'no-base'
  /** It was there before this project recorded anything of it: nobody can tell which is newer. */
  | 'adopted'
  /** The file was changed, and the resource was deleted in Postman. */
  | 'deleted';

/** What holds a resource back. */
export interface ResourceConflict {
  readonly reason: ConflictReason;
  readonly places: readonly ConflictPlace[];
}

/** A place with its three versions in words; what a version does not have is absent, secrets are `***`. */
export interface ConflictPlace {
  /** Folder and request names, outermost first, then the field. */
  readonly at: string;
  readonly base?: string;
  readonly ours?: string;
  readonly theirs?: string;
  /** The file, where the resource is a directory of files. */
  readonly file?: string;
  /** The place in the file. */
  readonly position?: Position;
}

import type { Position } from '../lib/positions.ts';

/** Why a resource is not written although file and Postman differ. */
export type ConflictReason =
  /** Both changed the same places. */
  | 'both-changed'
  /** Both changed, and the file's last applied version cannot be read: the places are unknown. */
  | 'no-base'
  /** The resource existed before this project recorded a state for it: which side is newer is unknown. */
  | 'adopted'
  /** The file was changed, and the resource was deleted in Postman. */
  | 'deleted';

/** The reason why a resource is not written, with the places in conflict. */
export interface ResourceConflict {
  readonly reason: ConflictReason;
  readonly places: readonly ConflictPlace[];
}

/** A place in conflict, with its three versions as text. A version without a value is absent; secrets are `***`. */
export interface ConflictPlace {
  /** Folder and request names, outermost first, then the field. */
  readonly at: string;
  readonly base?: string;
  readonly ours?: string;
  readonly theirs?: string;
  /** The file, if the resource is a directory of files. */
  readonly file?: string;
  readonly position?: Position;
}

import type { Position } from '../lib/positions.ts';

/** A message that does not change the verdict. */
export interface Notice {
  readonly level: 'notice' | 'warning';
  readonly message: string;
  /** The committed file that the message is about. */
  readonly path?: string;
  readonly position?: Position;
}

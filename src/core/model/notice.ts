import type { Position } from '../lib/positions.ts';

/** Something to know that changes no verdict. */
export interface Notice {
  readonly level: 'notice' | 'warning';
  readonly message: string;
  /** The committed file that it is about. */
  readonly path?: string;
  readonly position?: Position;
}

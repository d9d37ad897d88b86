/** A place in one of the user's files; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

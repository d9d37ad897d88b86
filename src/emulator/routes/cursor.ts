import { badRequest } from '../responses.ts';

/** An opaque cursor for the page that begins at `offset`. */
export const cursorAt = (offset: number): string => Buffer.from(`offset:${offset}`).toString('base64url');

/** The offset of a cursor's page; 0 without a cursor. Refuses invalid cursors. */
export const offsetOf = (cursor: string | null): number => {
  if (cursor === null || cursor === '') return 0;
  const parts = /^offset:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!parts) throw badRequest('Invalid cursor query parameter passed.');
  return Number(parts[1]);
};

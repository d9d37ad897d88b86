const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

/** Most polls for a resource that Postman's lists may show late: about 20 seconds in all. */
export const MAX_POLLS = 12;

/** Pause before a poll in milliseconds; `poll` is its number, from 0. */
export const pauseBefore = (poll: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** poll);

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/** Milliseconds to wait before looking again for something that Postman's lists may show late; `look` counts from 0. */
export const pauseBefore = (look: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** look);

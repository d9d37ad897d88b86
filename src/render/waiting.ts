import { duration } from './format.ts';

/** A wait in one line: why, and until when. */
export const waitLine = (why: string, untilMs: number): string =>
  `${why}, until ${new Date(untilMs).toISOString().slice(11, 19)} UTC.`;

/** The same with the time that is left, for someone who watches. */
export const countdownLine = (why: string, leftMs: number): string =>
  `${why}: ${duration(Math.ceil(leftMs / 1000) * 1000)} to go`;

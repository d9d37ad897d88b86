import { count, duration } from '../core/lib/text.ts';

/** A share as a whole percent. Only an exact 0 is `0%` and only an exact 1 is `100%`: else `< 1%` or `> 99%`. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '< 1%';
  if (share < 1 && share > 0.99) return '> 99%';
  return `${count(Math.round(share * 100))}%`;
}

/** A bar of `cells` characters, filled to a share from 0 to 1; more than 1 is full. */
export function bar(share: number, cells = 10): string {
  const filled = Math.min(cells, Math.max(share > 0 ? 1 : 0, Math.round(share * cells)));
  return '█'.repeat(filled) + '░'.repeat(cells - filled);
}

/** A moment: `2026-01-31 12:34:56 UTC`; empty for an invalid date. */
export function moment(at: Date): string {
  return Number.isNaN(at.getTime()) ? '' : `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A time of day: `12:34:56 UTC`; empty for an invalid date. */
export const timeOfDay = (at: Date): string => moment(at).split(' ').slice(1).join(' ');

/** A size: `44 B`, `1.2 kB`, `3.4 MB`. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 999_950) return `${(size / 1000).toFixed(1)} kB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}

/** The log line for a wait: `Rate limit reached, until 12:34:56 UTC.` */
export const waitLine = (why: string, untilMs: number): string =>
  `${why}, until ${new Date(untilMs).toISOString().slice(11, 19)} UTC.`;

/** The line for a wait on a terminal, updated while it lasts: `Rate limit reached: 12 s to go`. */
export const countdownLine = (why: string, leftMs: number): string =>
  `${why}: ${duration(Math.ceil(leftMs / 1000) * 1000)} to go`;

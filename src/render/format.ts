import { count, duration, noun, plural } from '../core/lib/text.ts';

export { count, duration, noun, plural };

/** A share as a whole percent; a little is never shown as nothing, nearly all never as all. */
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

/** A moment: `2026-01-31 12:34:56 UTC`; empty for one that no calendar holds. */
export function moment(at: Date): string {
  return Number.isNaN(at.getTime()) ? '' : `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A time of day: `12:34:56 UTC`; empty for one that no calendar holds. */
export const timeOfDay = (at: Date): string => moment(at).split(' ').slice(1).join(' ');

/** A size for people: `44 B`, `1.2 kB`, `3.4 MB`. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 999_950) return `${(size / 1000).toFixed(1)} kB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}

/** A wait in one line: why, and until when. */
export const waitLine = (why: string, untilMs: number): string =>
  `${why}, until ${new Date(untilMs).toISOString().slice(11, 19)} UTC.`;

/** The same with the time that is left, for someone who watches. */
export const countdownLine = (why: string, leftMs: number): string =>
  `${why}: ${duration(Math.ceil(leftMs / 1000) * 1000)} to go`;

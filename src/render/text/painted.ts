import { harmless } from '../escape.ts';
import { ansiOf, type Style } from './ansi.ts';

/** A line of the log in the colour of its mark; a foreign text has lost its own colours before. */
export function painted(line: string, style: Style): string {
  const [safe, paint] = [harmless(line), ansiOf(style)];
  if (safe.startsWith('✗')) return paint.bad(safe);
  if (safe.startsWith('!')) return paint.warn(safe);
  return safe.startsWith('✓') ? paint.good('✓') + safe.slice(1) : safe;
}

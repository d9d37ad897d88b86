import { harmless } from '../escape.ts';

/** How text looks in a terminal or log. */
export interface Style {
  readonly color: boolean;
  /** Columns of the terminal; longer lines of diffs are truncated. Absent: no limit. */
  readonly width?: number;
  /** Name and place of failures only: the log has shown their messages already. */
  readonly brief?: boolean;
}

/** Colours by their meaning. Without colours, each function returns the text unchanged. */
export type Ansi = Readonly<Record<'good' | 'bad' | 'warn' | 'dim' | 'bold', (text: string) => string>>;

const ESC = '\u001b[';

/** The colours of a style. */
export function ansiOf({ color }: Style): Ansi {
  const sgr = (on: number, off: number) => (text: string) =>
    color && text !== '' ? `${ESC}${on}m${text}${ESC}${off}m` : text;
  return { good: sgr(32, 39), bad: sgr(31, 39), warn: sgr(33, 39), dim: sgr(2, 22), bold: sgr(1, 22) };
}

/** Rows as text: each column is padded to its widest cell, at most 60 characters; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(60, Math.max(...rows.map((row) => (row[column] ?? '').length))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** Lines moved right by `spaces`. */
export const indent = (lines: readonly string[], spaces: number): readonly string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(spaces) + line));

/** A line of the log in the colour of its mark `✗`, `!` or `✓`. Colours inside the line are removed. */
export function painted(line: string, style: Style): string {
  const [safe, paint] = [harmless(line), ansiOf(style)];
  if (safe.startsWith('✗')) return paint.bad(safe);
  if (safe.startsWith('!')) return paint.warn(safe);
  return safe.startsWith('✓') ? paint.good('✓') + safe.slice(1) : safe;
}

import { harmless } from '../escape.ts';

/** How text is to look: colours where the reader shows them, and the width that tables may take. */
export interface Style {
  readonly color: boolean;
  /** Columns; longer lines of diffs are cut. Absent: nothing is cut. */
  readonly width?: number;
  /** Failures by name and place alone: their messages stand in the log of their suites. */
  readonly brief?: boolean;
}

/** Colours by what they mean; each leaves the text alone where the style has none. */
export type Ansi = Readonly<Record<'good' | 'bad' | 'warn' | 'dim' | 'bold', (text: string) => string>>;

const ESC = '\u001b[';

/** The colours of a style. */
export function ansiOf({ color }: Style): Ansi {
  const sgr = (on: number, off: number) => (text: string) =>
    color && text !== '' ? `${ESC}${on}m${text}${ESC}${off}m` : text;
  return { good: sgr(32, 39), bad: sgr(31, 39), warn: sgr(33, 39), dim: sgr(2, 22), bold: sgr(1, 22) };
}

/** Columns padded to the widest cell of each; the last one is left ragged. */
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

/** A line of the log in the colour of its mark; a foreign text has lost its own colours before. */
export function painted(line: string, style: Style): string {
  const [safe, paint] = [harmless(line), ansiOf(style)];
  if (safe.startsWith('✗')) return paint.bad(safe);
  if (safe.startsWith('!')) return paint.warn(safe);
  return safe.startsWith('✓') ? paint.good('✓') + safe.slice(1) : safe;
}

import { plural } from '../core/lib/text.ts';
import type { Difference } from '../core/model/diff.ts';
import type { ReportedChange } from '../core/report/report.ts';
import { oneLine, shorten } from './escape.ts';

/** The sign of an action, as Terraform prints it. */
export const ACTION_SIGNS: Readonly<Record<ReportedChange['action'], string>> = {
  create: '+',
  update: '~',
  delete: '-',
  // Shown only for a resource that could not be compared.
  none: '!',
};

/** The sign of a difference. */
export const DIFFERENCE_SIGNS: Readonly<Record<Difference['change'], '+' | '-' | '~'>> = {
  added: '+',
  removed: '-',
  changed: '~',
  moved: '~',
  renamed: '~',
};

/** Most lines that a log or page shows of one resource's differences. */
export const SHOWN_LINES = 200;

const LONGEST_TEXT = 200;
const LONGEST_LINE = 300;

/** A difference in words, without its sign: `url Orders / Get order: a → b`. One line, safe for a log. */
export function differenceWords({ change, what, path, before, after, requests }: Difference): string {
  const place = path.length > 0 ? ` ${shorten(oneLine(path.join(' / ')), LONGEST_TEXT)}` : '';
  const verb = change === 'moved' || change === 'renamed' ? ` ${change}` : '';
  const size = requests === undefined ? '' : ` (${plural(requests, 'request')})`;
  return `${oneLine(what)}${place}${verb}${size}${beforeAfter(before, after)}`;
}

function beforeAfter(before: string | undefined, after: string | undefined): string {
  const [was, is] = [before, after].map((text) => text && shorten(oneLine(text), LONGEST_TEXT));
  if (was && is) return `: ${was} → ${is}`;
  return was || is ? `: ${was || is}` : '';
}

/** A line of a line diff, without its sign. */
interface DifferenceLine {
  readonly sign: '+' | '-' | ' ';
  readonly rest: string;
}

/** The line diff of a difference: each line is safe for a log. */
export const differenceLines = ({ lines = [] }: Difference): readonly DifferenceLine[] =>
  lines.map((line) => ({ sign: signOf(line), rest: shorten(keepIndent(line.slice(1)), LONGEST_LINE) }));

function signOf(line: string): DifferenceLine['sign'] {
  if (line.startsWith('+')) return '+';
  return line.startsWith('-') ? '-' : ' ';
}

const keepIndent = (line: string): string => `${' '.repeat(Math.min(40, line.search(/\S|$/)))}${oneLine(line)}`;

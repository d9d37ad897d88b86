import type { Difference } from '../core/model/diff.ts';
import type { ReportedChange } from '../core/report/report.ts';
import { oneLine, shorten } from './escape.ts';
import { plural } from './format.ts';

/** The sign of an action, as Terraform prints it. */
export const ACTION_SIGNS: Readonly<Record<ReportedChange['action'], string>> = {
  create: '+',
  update: '~',
  delete: '-',
  // Only what could not be compared is shown with this one.
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

/** Lines of one resource's differences that a log or page shows. */
export const SHOWN_LINES = 200;

const LONGEST_TEXT = 200;
const LONGEST_LINE = 300;

/** A difference in words, without its sign: `url  Orders / Get order: a → b`. One harmless line. */
export function differenceWords({ change, what, path, before, after, requests }: Difference): string {
  const place = path.length > 0 ? ` ${shorten(oneLine(path.join(' / ')), LONGEST_TEXT)}` : '';
  const verb = change === 'moved' || change === 'renamed' ? ` ${change}` : '';
  const holds = requests === undefined ? '' : ` (${plural(requests, 'request')})`;
  return `${oneLine(what)}${place}${verb}${holds}${beforeAfter(before, after)}`;
}

function beforeAfter(before: string | undefined, after: string | undefined): string {
  const [was, is] = [before, after].map((text) => text && shorten(oneLine(text), LONGEST_TEXT));
  if (was && is) return `: ${was} → ${is}`;
  return was || is ? `: ${was || is}` : '';
}

/** The line diff of a difference: sign and rest of each line, harmless. */
export const differenceLines = ({
  lines,
}: Difference): readonly { readonly sign: '+' | '-' | ' '; readonly rest: string }[] =>
  (lines ?? []).map((line) => ({
    sign: line.startsWith('+') ? '+' : line.startsWith('-') ? '-' : ' ',
    rest: shorten(keepIndent(line.slice(1)), LONGEST_LINE),
  }));

const keepIndent = (line: string): string => `${' '.repeat(Math.min(40, line.search(/\S|$/)))}${oneLine(line)}`;

import { type ChangeObject, diffLines } from 'diff';

/** Texts with more different lines are not compared line by line: that would take minutes. */
const MOST_EDITS = 500;

/** The most lines of a diff that are shown. */
const MOST_LINES = 200;

/** Changed lines with one line of context around them, up to a maximum; each begins with `+`, `-` or a space. */
export function lineDiff(before: string, after: string): readonly string[] {
  const [was, is] = [withFinalBreak(before), withFinalBreak(after)];
  const parts = diffLines(was, is, { maxEditLength: MOST_EDITS });
  if (!parts) return [` … rewritten: ${splitLines(was).length} lines before, ${splitLines(is).length} after`];
  const shown = withContext(parts.flatMap(markedLines));
  const rest = shown.length - MOST_LINES;
  return rest > 0 ? [...shown.slice(0, MOST_LINES), ` … and ${rest} more lines`] : shown;
}

const withFinalBreak = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

const splitLines = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

function markedLines({ value, added, removed }: ChangeObject<string>): readonly string[] {
  const mark = (added && '+') || (removed && '-') || ' ';
  return splitLines(value).map((line) => `${mark}${line}`);
}

/** Changed lines with one line of context; ` …` replaces the lines left out between two changes. */
function withContext(lines: readonly string[]): readonly string[] {
  const isChange = (at: number): boolean => /^[+-]/.test(lines[at] ?? '');
  const kept = [...lines.keys()].filter((at) => [at - 1, at, at + 1].some(isChange));
  return kept.flatMap((at, index) => {
    const last = kept[index - 1];
    const line = lines[at] ?? '';
    return last === undefined || last === at - 1 ? [line] : [' …', line];
  });
}

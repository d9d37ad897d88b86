import { diffLines } from 'diff';

/** With more different lines than this, no common lines are searched for: that would take minutes. */
const MOST_EDITS = 500;

/** Lines of one text that a plan shows. */
const MOST_LINES = 200;

/** Changed lines with one line of context around them, up to a maximum; each begins with `+`, `-` or a space. */
export function lineDiff(before: string, after: string): readonly string[] {
  const [was, is] = [ended(before), ended(after)];
  const parts = diffLines(was, is, { maxEditLength: MOST_EDITS });
  if (!parts) return [rewritten(was, is)];
  const lines = parts.flatMap(({ value, added, removed }) =>
    linesOf(value).map((line) => `${added ? '+' : removed ? '-' : ' '}${line}`),
  );
  const shown = withContext(lines);
  const rest = shown.length - MOST_LINES;
  return rest > 0 ? [...shown.slice(0, MOST_LINES), ` … and ${rest} more lines`] : shown;
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

const rewritten = (was: string, is: string): string =>
  ` … rewritten: ${linesOf(was).length} lines before, ${linesOf(is).length} after`;

/** One line of context around changes; where lines are left out between changes, a line says so. */
function withContext(lines: readonly string[]): readonly string[] {
  const isChange = (at: number): boolean => /^[+-]/.test(lines[at] ?? '');
  const kept = [...lines.keys()].filter((at) => [at - 1, at, at + 1].some(isChange));
  return kept.flatMap((at, index) => {
    const last = kept[index - 1];
    const line = lines[at] ?? '';
    return last === undefined || last === at - 1 ? [line] : [' …', line];
  });
}

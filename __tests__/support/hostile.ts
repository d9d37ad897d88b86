import fc from 'fast-check';
import { Marked } from 'marked';
import type { Report } from '../../src/core/report/report.ts';

/** Texts as an enemy would write them: signs of every language a report is shown in, between ordinary words. */
export const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...':#[]*_`|<>&"\'\\@!~$(){}-+=./ \n\r\t') },
      fc.constantFrom(
        '::',
        '##[',
        '::error::',
        '##[group]',
        '##vso[task]',
        '</details>',
        '<script>',
        '```',
        '---',
        '\u001b[31m',
      ),
      fc.constantFrom(
        '\u0085',
        '\u2028',
        '\u2029',
        '\v',
        '\f',
        '\u00a0',
        '\u200b',
        '\u00ad',
        '\ufeff',
        '\u3000',
        '\u202e',
        '\u009b',
      ),
      fc.constantFrom(
        '@octocat',
        '#123',
        'GH-1',
        'https://example.com',
        'www.example.com',
        'a',
        'B',
        '1.',
        'é',
        '🙂',
        '\ud800',
        '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

/** What the runner of GitHub does: trims white space, skips over what its comparison ignores, ignores case. */
export const commandOf = (line: string): string | undefined => {
  const compared = line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trim();
  return /^::/.exec(compared)?.[0] ?? /##[\w.-]*\[/i.exec(compared)?.[0];
};

/** Markdown the way GitHub reads it, reduced to the elements that came out of it. */
export const elementsOf = (text: string): readonly string[] =>
  [...(new Marked({ gfm: true, async: false }).parse(text) as string).matchAll(/<(\/?[a-z][\w-]*)/gi)].map(([, name]) =>
    String(name),
  );

/** Keys whose texts come from files, servers and people. */
const FOREIGN = new Set([
  ...['name', 'path', 'message', 'remedy', 'suite', 'request', 'response', 'assertion', 'url', 'method', 'collection'],
  ...[
    'environment',
    'before',
    'after',
    'what',
    'lines',
    'reason',
    'user',
    'team',
    'uid',
    'id',
    'project',
    'commit',
    'file',
    'link',
    ...['source', 'expected', 'actual', 'line', 'headers', 'body', 'console', 'branch'],
    ...['at', 'base', 'ours', 'theirs'],
  ],
]);

/** A report in which every text that is not this program's own is replaced. */
export const poisoned = (report: Report, text: string): Report => poison(report, { text, foreign: false }) as Report;

function poison(value: unknown, at: { readonly text: string; readonly foreign: boolean }): unknown {
  if (typeof value === 'string') return at.foreign ? at.text : value;
  if (Array.isArray(value)) return value.map((entry) => poison(entry, at));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, poison(entry, { ...at, foreign: FOREIGN.has(key) })]),
  );
}

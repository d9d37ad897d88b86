import { plural } from '../../core/lib/text.ts';
import type { Coverage, FilePlace, Violation } from '../../core/model/contract.ts';
import type { Report } from '../../core/report/report.ts';
import { contractLook, contractWords, coverageWords, deviationWords, whatDeviates } from '../contract.ts';
import { inlineCode, markdown, shorten } from '../escape.ts';
import { sourcePlace } from '../links.ts';
import type { Block } from './truncate.ts';

/** Most characters of a name or message in a cell. */
const LONGEST_TEXT = 300;

const MARKS = { good: '✅', warn: '⚠️', bad: '❌' } as const;

/** How many violations and untested operations a page shows. */
interface ContractDetail {
  readonly violations: number;
  readonly untested: number;
  readonly sourceUrl: string | undefined;
}

/** Deviations from the OpenAPI documents, and untested operations; empty without documents. */
export function contractBlocks(report: Report, detail: ContractDetail): readonly Block[] {
  const { contract, coverage } = report;
  if (!contract) return [];
  return [
    '### Contract\n',
    ...(contract.mode === 'off' ? [] : [`${MARKS[contractLook(report)]} ${contractWords(contract)}\n`]),
    ...violationTable(contract.violations, detail),
    ...(coverage ? coverageBlocks(coverage, detail) : []),
  ];
}

function violationTable(
  violations: readonly Violation[],
  { violations: shown, sourceUrl }: ContractDetail,
): readonly Block[] {
  if (violations.length === 0) return [];
  const rest = violations.length - shown;
  return [
    '| Operation and rule | Deviation | Request |\n| :-- | :-- | :-- |',
    ...violations.slice(0, shown).map((violation) => row(violation, sourceUrl)),
    '',
    ...(rest > 0 ? [`${plural(rest, 'more deviation')} in the report.\n`] : []),
  ];
}

function row(violation: Violation, sourceUrl: string | undefined): string {
  const { operation, suite, request, count, document, place } = violation;
  const times = count > 1 ? ` <sub>${plural(count, 'time')}</sub>` : '';
  const short = (text: string): string => markdown(shorten(text, LONGEST_TEXT));
  const cells = [
    `${inlineCode(shorten(operation, LONGEST_TEXT))}<br>${linked(document, sourceUrl)}`,
    `<b>${short(whatDeviates(violation))}</b><br>${short(deviationWords(violation))}${times}`,
    `${short(`${suite} / ${request}`)}${place ? `<br>${linked(place, sourceUrl)}` : ''}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const linked = ({ file, line, column }: FilePlace, sourceUrl: string | undefined): string =>
  sourcePlace({ path: file, position: { line, column } }, sourceUrl);

function coverageBlocks(coverage: Coverage, { untested: shown }: ContractDetail): readonly Block[] {
  const { untested, tags } = coverage;
  const words = `${untested.length === 0 ? '✅' : 'ℹ️'} ${coverageWords(coverage)}`;
  const byTag = tags.map(
    ({ tag, tested, operations }) => `${markdown(shorten(tag, LONGEST_TEXT))} ${tested}/${operations}`,
  );
  return [
    `${words}${byTag.length > 0 ? `<br>By tag: ${byTag.join(' · ')}` : ''}\n`,
    ...(untested.length > 0 ? [untestedBlock(untested, shown)] : []),
  ];
}

function untestedBlock(untested: readonly string[], shown: number): string {
  const rest = untested.length - shown;
  const items = [
    ...untested.slice(0, shown).map((id) => `- ${inlineCode(shorten(id, LONGEST_TEXT))}`),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
  ];
  const summary = plural(untested.length, 'untested operation');
  return `<details><summary>${summary}</summary>\n\n${items.join('\n')}\n\n</details>\n`;
}

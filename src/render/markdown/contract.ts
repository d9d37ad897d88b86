import type { Coverage, FilePlace, Violation } from '../../core/model/contract.ts';
import type { Report } from '../../core/report/report.ts';
import { contractLook, contractWords, coverageWords, deviationWords, whatDeviates } from '../contract.ts';
import { inlineCode, markdown, shorten } from '../escape.ts';
import { plural } from '../format.ts';
import { sourcePlace } from '../links.ts';
import type { Block } from './truncate.ts';

/** Longest name and message in a cell. */
const LONGEST = 300;

const MARKS = { good: '✅', warn: '⚠️', bad: '❌' } as const;

/** How much a page shows. */
export interface ContractDetail {
  readonly violations: number;
  readonly untested: number;
  readonly sourceUrl: string | undefined;
}

/** Deviations from the OpenAPI documents and what is untested; nothing without documents. */
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
  const short = (text: string): string => markdown(shorten(text, LONGEST));
  const cells = [
    `${inlineCode(shorten(operation, LONGEST))}<br>${linked(document, sourceUrl)}`,
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
  const byTag = tags.map(({ tag, tested, operations }) => `${markdown(shorten(tag, LONGEST))} ${tested}/${operations}`);
  const rest = untested.length - shown;
  return [
    `${words}${byTag.length > 0 ? `<br>By tag: ${byTag.join(' · ')}` : ''}\n`,
    ...(untested.length > 0
      ? [
          `<details><summary>${plural(untested.length, 'untested operation')}</summary>\n\n${untested
            .slice(0, shown)
            .map((id) => `- ${inlineCode(shorten(id, LONGEST))}`)
            .join('\n')}${rest > 0 ? `\n- … and ${rest} more` : ''}\n\n</details>\n`,
        ]
      : []),
  ];
}

import { plural } from '../../core/lib/text.ts';
import type { Coverage, Violation } from '../../core/model/contract.ts';
import { violationGates } from '../../core/report/contract-verdict.ts';
import type { Report } from '../../core/report/report.ts';
import { contractLook, contractWords, coverageWords, deviationWords, placeWords, whatDeviates } from '../contract.ts';
import { disarm, oneLine } from '../escape.ts';
import { type Ansi, ansiOf, columns, indent, type Style } from './ansi.ts';

/** Most violations that are shown; the report has the rest. */
const SHOWN = 50;
/** Most untested operations that are named. */
const NAMED = 20;

/** Deviations from the OpenAPI documents, each with its places, and untested operations; empty without documents. */
export function contractLines(report: Report, style: Style): readonly string[] {
  const { contract, coverage } = report;
  if (!contract) return [];
  const paint = ansiOf(style);
  const marks = { good: paint.good('✓'), warn: paint.warn('!'), bad: paint.bad('✗') };
  const { violations, ignored, mode } = contract;
  const accepted = ignored.reduce((sum, rule) => sum + rule.count, 0);
  const rest = violations.length - SHOWN;
  return [
    paint.bold('Contract'),
    ...(mode === 'off' ? [] : [`  ${marks[contractLook(report)]} ${contractWords(contract)}`]),
    ...violations.slice(0, SHOWN).flatMap((violation) => {
      const look = violationGates(violation, report) ? paint.bad : paint.warn;
      return indent(violationLines(violation, { paint, look }), 4);
    }),
    ...(rest > 0 ? [paint.dim(`    … and ${plural(rest, 'more deviation')}: see the report.`)] : []),
    ...(accepted > 0 ? [paint.dim(`    ${plural(accepted, 'deviation')} accepted by contract-ignore.`)] : []),
    ...(coverage ? indent(coverageLines(coverage, style), 2) : []),
  ];
}

function violationLines(
  violation: Violation,
  { paint, look }: { readonly paint: Ansi; readonly look: (text: string) => string },
): readonly string[] {
  const { operation, suite, request, count, document, place } = violation;
  const times = count > 1 ? ` (${plural(count, 'time')})` : '';
  return [
    `${look(oneLine(`${operation} · ${whatDeviates(violation)}`))}${times}`,
    `  ${oneLine(deviationWords(violation))}`,
    paint.dim(`  ${oneLine(`${suite} / ${request}${place ? ` at ${placeWords(place)}` : ''}`)}`),
    paint.dim(`  ${oneLine(placeWords(document))}`),
  ];
}

/** The coverage: numbers, a table of the tags, and the names of untested operations and responses. */
function coverageLines(coverage: Coverage, style: Style, most = NAMED): readonly string[] {
  const paint = ansiOf(style);
  const { untested, untestedResponses, tags } = coverage;
  const full = untested.length === 0;
  return [
    `${full ? paint.good('✓') : paint.warn('!')} ${coverageWords(coverage)}`,
    ...indent(columns(tags.map(({ tag, tested, operations }) => [oneLine(tag), `${tested} of ${operations}`])), 2),
    ...named(untested, { word: 'untested', most, paint }),
    ...named(untestedResponses, { word: 'response untested', most, paint }),
  ];
}

/** The coverage without a report, with every untested operation. Safe for a CI log. */
export const renderCoverage = (coverage: Coverage, style: Style): string =>
  disarm(coverageLines(coverage, style, Number.POSITIVE_INFINITY).join('\n'));

function named(
  names: readonly string[],
  { word, most, paint }: { readonly word: string; readonly most: number; readonly paint: Ansi },
): readonly string[] {
  const rest = names.length - most;
  return [
    ...names.slice(0, most).map((name) => `  ${paint.dim(`${word}:`)} ${oneLine(name)}`),
    ...(rest > 0 ? [paint.dim(`  … and ${rest} more`)] : []),
  ];
}

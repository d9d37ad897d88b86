import type { Violation } from '../../core/model/contract.ts';
import { violationGates } from '../../core/report/contract-verdict.ts';
import type { Report } from '../../core/report/report.ts';
import { contractWords, deviationWords, placeWords, whatDeviates } from '../contract.ts';
import type { TestCase, TestGroup } from './cases.ts';

const CONTRACT = 'Contract';

/** Every deviation from the OpenAPI documents as a case: failed if it gates, else passed with the deviation as its output. */
export function contractGroup(report: Report): TestGroup {
  const { contract } = report;
  const cases = !contract || contract.mode === 'off' || contract.checked === 0 ? [] : casesOf(report, contract);
  return { name: CONTRACT, properties: {}, cases };
}

const casesOf = (report: Report, contract: NonNullable<Report['contract']>): readonly TestCase[] =>
  contract.violations.length === 0
    ? [{ name: contractWords(contract), className: CONTRACT, results: [] }]
    : contract.violations.map((violation) => violationCase(violation, { gates: violationGates(violation, report) }));

function violationCase(violation: Violation, { gates }: { readonly gates: boolean }): TestCase {
  const { operation, suite, path, request, document, place } = violation;
  const className = [suite, ...path, request].join(' / ');
  const message = deviationWords(violation);
  const at = place ? `\n    at ${className} (${placeWords(place)})` : '';
  const text = `${message}${at}\n    rule (${placeWords(document)})`;
  return {
    name: `${operation}: ${whatDeviates(violation)}`,
    className,
    file: place?.file ?? document.file,
    line: place?.line ?? document.line,
    ...(gates ? { results: [{ element: 'failure', message, type: 'contract', text }] } : { results: [], output: text }),
  };
}

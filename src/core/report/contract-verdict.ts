import { plural } from '../lib/text.ts';
import type { ContractResult, Violation } from '../model/contract.ts';
import type { Notice } from '../model/notice.ts';
import type { ReportedError } from './report.ts';
import type { TestResult } from './results.ts';

type Tested = Pick<TestResult, 'contract' | 'coverage' | 'leastCoverage' | 'runs'>;

/** Errors for deviations of blocking suites, and for too little coverage. */
export function contractErrors({ contract, coverage, leastCoverage, runs }: Tested): readonly ReportedError[] {
  const gating = contract?.violations.find((violation) => violationGates(violation, { contract, runs }));
  const isWhole = leastCoverage !== undefined;
  const isTooLow = isWhole && coverage && coverage.tested < coverage.operations * leastCoverage;
  return [
    ...(contract && gating ? [deviates(contract, gating)] : []),
    ...(isWhole && contract && comparesNothing(contract, runs) ? [nothingCompared(contract)] : []),
    ...(isTooLow ? [belowThreshold(coverage, leastCoverage)] : []),
  ];
}

/** Notices about deviations that do not fail the run, defects of the document, and requests without an operation. */
export function contractNotices({ contract, runs }: Tested): readonly Notice[] {
  if (!contract) return [];
  const { violations, unmatched } = contract;
  const [first] = violations;
  const isGated = violations.some((violation) => violationGates(violation, { contract, runs }));
  return [
    ...(first && !isGated ? [{ level: 'warning' as const, message: deviationMessage(contract, first) }] : []),
    ...defectNotices(contract),
    ...(unmatched.length > 0 ? [unknownRequests(contract)] : []),
  ];
}

/** Whether a deviation fails the run: with `contract: fail`, and in a blocking suite. */
export const violationGates = (
  { suite }: Violation,
  { contract, runs }: { readonly contract?: ContractResult | undefined; readonly runs: TestResult['runs'] },
): boolean => contract?.mode === 'fail' && runs.some((run) => run.suite === suite && run.blocking);

/**
 * Whether no request of blocking suites belongs to a document: often, the servers or paths of the document are wrong.
 */
const comparesNothing = ({ mode, checked, unmatched }: ContractResult, runs: TestResult['runs']): boolean =>
  mode === 'fail' && checked === 0 && unmatched.length > 0 && runs.some(({ blocking }) => blocking);

const nothingCompared = ({ documents }: ContractResult): ReportedError => ({
  kind: 'nothing-tested',
  message: `No request belongs to an operation of ${documents.join(', ')}, so that no answer was compared.`,
  remedy: 'Compare the servers and paths of the document with the URLs of the requests; or set contract: warn.',
});

const deviationMessage = ({ deviating, documents }: ContractResult, first: Violation): string => {
  const which = documents.length === 1 ? `the OpenAPI document ${documents[0]}` : 'their OpenAPI documents';
  const example = ` (${first.operation}${first.pointer === '' ? '' : ` ${first.pointer}`})`;
  return deviating === 1
    ? `One answer deviates from ${which}${example}.`
    : `${deviating} answers deviate from ${which}, first in ${first.suite}${example}.`;
};

const deviates = (contract: ContractResult, first: Violation): ReportedError => ({
  kind: 'contract',
  message: deviationMessage(contract, first),
  remedy: 'Correct the API or the document, or accept the deviation in contract-ignore with a reason.',
});

const belowThreshold = (
  { tested, operations, percent, untested }: NonNullable<TestResult['coverage']>,
  least: number,
): ReportedError => ({
  kind: 'threshold',
  message: `The suites test ${tested} of ${operations} operations (${percent}%); the threshold is ${Math.round(least * 1000) / 10}%.`,
  remedy: `Test the others, beginning with ${untested.slice(0, 3).join(', ')}.`,
});

/** A schema that cannot be checked is a defect of the document, not a deviation of an answer. */
function defectNotices({ mode, defects = [] }: ContractResult): readonly Notice[] {
  const rest = defects.length - NAMED;
  const named = mode === 'off' ? [] : defects.slice(0, NAMED);
  return named.map(({ message, document: { file, line, column } }, index) => {
    const more = index === NAMED - 1 && rest > 0 ? ` There are ${plural(rest, 'more such defect')}.` : '';
    return {
      level: 'warning',
      message: `${file}:${line}:${column}: ${message}. Nothing is compared with this part of the schema: correct the document.${more}`,
      path: file,
      position: { line, column },
    };
  });
}

/** The most requests or defects that notices name. */
const NAMED = 5;

function unknownRequests({ unmatched, documents, checked }: ContractResult): Notice {
  const more = unmatched.length > NAMED ? ` and ${unmatched.length - NAMED} more` : '';
  const hint = checked === 0 ? ' No request matches: compare the servers of the document with the URLs.' : '';
  return {
    level: checked === 0 ? 'warning' : 'notice',
    message: `No operation of ${documents.join(', ')} describes ${unmatched.slice(0, NAMED).join(', ')}${more}.${hint}`,
  };
}

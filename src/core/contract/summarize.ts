import type { ContractMode, ContractResult, Coverage, ExecutionContract } from '../model/contract.ts';
import type { Execution, RunResult } from '../model/run-result.ts';
import { buildCoverage, type CoverableOperation } from './coverage.ts';
import { type ApiFile, Documents } from './documents.ts';
import { partsOf } from './match.ts';
import { readOperations } from './operations.ts';
import { groupViolations, type IgnoreRule, ignoredBy, type Occurrence } from './violations.ts';

/** Settings and documents of the comparison. */
export interface ContractTerms {
  readonly mode: ContractMode;
  readonly files: readonly ApiFile[];
  readonly ignore: readonly IgnoreRule[];
}

/** The operations of the documents, and the paths of the documents. */
export interface ReadDocuments {
  readonly documents: readonly string[];
  readonly operations: readonly CoverableOperation[];
}

/** Reads the operations of the documents. */
export function documentsOf(files: readonly ApiFile[]): ReadDocuments {
  const roots = files.filter(({ isRoot }) => isRoot);
  return { documents: roots.map(({ path }) => path), operations: readOperations(new Documents(files), roots) };
}

/** Summarizes deviations and coverage of a run, from the last attempt of each suite. */
export const summarizeContract = (runs: readonly RunResult[], { files, ...terms }: ContractTerms): ContractSummary =>
  summarizeExecutions(runs, { ...terms, ...documentsOf(files) });

export interface ContractSummary {
  readonly contract: ContractResult;
  readonly coverage: Coverage;
}

/** Summarizes with documents that are already read. */
export function summarizeExecutions(
  runs: readonly RunResult[],
  { mode, documents, operations, ignore }: ReadDocuments & Omit<ContractTerms, 'files'>,
): ContractSummary {
  const all = runs.flatMap((run) => run.attempt.executions.map((execution) => ({ suite: run.suite, execution })));
  const matched = all.flatMap(({ suite, execution }) =>
    execution.contract ? [{ suite, execution, contract: execution.contract }] : [],
  );
  const sorted = matched.map((exchange) => sortOut(exchange, mode === 'off' ? [] : ignore, mode));
  const covered = matched.map(({ execution, contract }) => ({
    operation: contract.operation,
    ...(contract.response === undefined ? {} : { response: contract.response }),
    asserted: execution.assertions.some(({ status }) => status !== 'skipped'),
  }));
  const contract = {
    mode,
    documents,
    checked: matched.length,
    deviating: sorted.filter(({ occurrences }) => occurrences.length > 0).length,
    violations: groupViolations(sorted.flatMap(({ occurrences }) => occurrences)),
    ignored: countIgnored(sorted.flatMap(({ ignored }) => ignored)),
    unchecked: countUnchecked(matched.map(({ contract }) => contract)),
    ...defectsOf(matched.map(({ contract }) => contract)),
    unmatched: unmatchedOf(all.map(({ execution }) => execution)),
  };
  return { contract, coverage: buildCoverage(operations, covered, { responses: true }) };
}

/** Operations in rules that no document has. */
export function unknownOperations(files: readonly ApiFile[], rules: readonly IgnoreRule[]): readonly string[] {
  if (rules.length === 0) return [];
  const known = new Set(documentsOf(files).operations.map(({ id }) => id));
  return [...new Set(rules.map(({ operation }) => operation))].filter((id) => id !== '*' && !known.has(id));
}

interface Matched {
  readonly suite: string;
  readonly execution: Execution;
  readonly contract: ExecutionContract;
}

interface Ignored {
  readonly operation: string;
  readonly rule: IgnoreRule;
}

interface Sorted {
  readonly occurrences: readonly Occurrence[];
  readonly ignored: readonly Ignored[];
}

function sortOut({ suite, execution, contract }: Matched, rules: readonly IgnoreRule[], mode: ContractMode): Sorted {
  const occurrences: Occurrence[] = [];
  const ignored: Ignored[] = [];
  const { operation, place } = contract;
  const { request, path, iteration } = execution;
  for (const deviation of mode === 'off' ? [] : contract.deviations) {
    const rule = ignoredBy(rules, operation, deviation);
    if (rule) ignored.push({ operation, rule });
    else occurrences.push({ suite, request, path, iteration, operation, ...deviation, ...(place ? { place } : {}) });
  }
  return { occurrences, ignored };
}

function countUnchecked(contracts: readonly ExecutionContract[]): ContractResult['unchecked'] {
  const counts = new Map<string, number>();
  for (const { unchecked } of contracts)
    if (unchecked !== undefined) counts.set(unchecked, (counts.get(unchecked) ?? 0) + 1);
  return [...counts].map(([mediaType, count]) => ({ mediaType, count }));
}

function defectsOf(contracts: readonly ExecutionContract[]): Pick<ContractResult, 'defects'> {
  const all = contracts.flatMap(({ defects = [] }) => defects);
  const defects = [...new Map(all.map((defect) => [JSON.stringify(defect), defect])).values()];
  return defects.length > 0 ? { defects } : {};
}

function countIgnored(ignored: readonly Ignored[]): ContractResult['ignored'] {
  const counts = new Map<string, { readonly first: Ignored; count: number }>();
  for (const violation of ignored) {
    const key = JSON.stringify([violation.operation, violation.rule]);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { first: violation, count: 1 });
  }
  return [...counts.values()].map(({ first: { operation, rule }, count }) => ({
    operation,
    pointer: rule.pointer ?? '/**',
    reason: rule.reason,
    count,
  }));
}

/**
 * Whether a request got a response and no document describes it. Requests of scripts do not count: they often sign in
 * elsewhere.
 */
function unmatchedOf(executions: readonly Execution[]): readonly string[] {
  const requests = executions.filter(
    ({ contract, code, byScript }) => !contract && code !== undefined && byScript !== true,
  );
  return [...new Set(requests.map(({ method, url }) => `${method} ${partsOf(url).path || '/'}`))];
}

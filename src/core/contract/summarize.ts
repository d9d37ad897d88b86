import { groupBy } from '../lib/group-by.ts';
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

/** The comparison and the coverage of a run. */
export interface ContractSummary {
  readonly contract: ContractResult;
  readonly coverage: Coverage;
}

/** The same with operations that are already read. */
export function summarizeExecutions(
  runs: readonly RunResult[],
  { mode, documents, operations, ignore }: ReadDocuments & Omit<ContractTerms, 'files'>,
): ContractSummary {
  const all = runs.flatMap((run) => run.attempt.executions.map((execution) => ({ suite: run.suite, execution })));
  const matched = all.flatMap(({ suite, execution }) =>
    execution.contract ? [{ suite, execution, contract: execution.contract }] : [],
  );
  const judged = matched.map((execution) => applyRules(execution, ignore, mode));
  const covered = matched.map(({ execution, contract }) => ({
    operation: contract.operation,
    ...(contract.response === undefined ? {} : { response: contract.response }),
    asserted: execution.assertions.some(({ status }) => status !== 'skipped'),
  }));
  const contract = {
    mode,
    documents,
    checked: matched.length,
    deviating: judged.filter(({ occurrences }) => occurrences.length > 0).length,
    violations: groupViolations(judged.flatMap(({ occurrences }) => occurrences)),
    ignored: countIgnored(judged.flatMap(({ ignored }) => ignored)),
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

interface Judged {
  readonly occurrences: readonly Occurrence[];
  readonly ignored: readonly Ignored[];
}

/** The deviations of an execution, and those that a rule accepts. */
function applyRules({ suite, execution, contract }: Matched, rules: readonly IgnoreRule[], mode: ContractMode): Judged {
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
  const groups = groupBy(ignored, ({ operation, rule }) => JSON.stringify([operation, rule]));
  return [...groups.values()].flatMap((same) =>
    same.slice(0, 1).map(({ operation, rule }) => ({
      operation,
      pointer: rule.pointer ?? '/**',
      reason: rule.reason,
      count: same.length,
    })),
  );
}

/** Answered requests that no document describes. Requests of scripts do not count: they often sign in elsewhere. */
function unmatchedOf(executions: readonly Execution[]): readonly string[] {
  const requests = executions.filter(
    ({ contract, code, byScript }) => !contract && code !== undefined && byScript !== true,
  );
  return [...new Set(requests.map(({ method, url }) => `${method} ${partsOf(url).path || '/'}`))];
}

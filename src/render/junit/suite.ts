import type { AssertionResult, Attempt, Execution, Failure, RunResult } from '../../core/model/run-result.ts';
import { messageText } from '../executions.ts';
import { fileOf, iterationSuffix, KIND_WORDS, whereOf } from '../statistics.ts';
import type { CaseResult, TestCase, TestGroup } from './cases.ts';

/** A suite as test cases: each request and each assertion of the last attempt, then the failures at other places. */
export function suiteGroup(run: RunResult): TestGroup {
  const { attempt } = run;
  const pending = [new PendingFailures(attempt.failures, 'failure'), ...earlierFailures(run)];
  const cases = attempt.executions.flatMap((execution) => executionCases(execution, run, pending));
  return {
    name: run.suite,
    file: run.collection,
    startedAt: attempt.startedAt,
    seconds: attempt.durationMs / 1000,
    properties: {
      ...(run.environment !== undefined && { environment: run.environment }),
      blocking: String(run.blocking),
      flaky: String(run.flaky),
      attempts: String(run.earlier.length + 1),
    },
    cases: [...cases, ...restCases(run, pending), ...(attempt.executions.length === 0 ? wholeCase(run) : [])],
  };
}

function earlierFailures({ earlier, status }: RunResult): readonly PendingFailures[] {
  const element = status === 'passed' ? 'flakyFailure' : 'rerunFailure';
  return earlier.map(({ failures }: Attempt) => new PendingFailures(failures, element));
}

/** The place that a failure and its test case share. A failed script has a case beside the case of its request. */
type CasePlace = Pick<Failure, 'iteration' | 'path' | 'request' | 'assertion'> & Partial<Pick<Failure, 'kind'>>;

const placeKey = ({ iteration, path, request, assertion, kind }: CasePlace): string =>
  JSON.stringify([iteration, path, request, assertion, kind === 'script']);

/** The failures of one attempt that no case reports yet, by place. */
class PendingFailures {
  readonly element: CaseResult['element'];
  readonly #byPlace = new Map<string, Failure[]>();

  constructor(failures: readonly Failure[], element: CaseResult['element']) {
    this.element = element;
    for (const failure of failures) {
      const key = placeKey(failure);
      this.#byPlace.set(key, [...(this.#byPlace.get(key) ?? []), failure]);
    }
  }

  /** Removes and returns the next failure at a place. */
  take(place: CasePlace): Failure | undefined {
    return this.#byPlace.get(placeKey(place))?.shift();
  }

  /** The failures that were not taken. */
  rest(): readonly Failure[] {
    return [...this.#byPlace.values()].flat();
  }
}

function executionCases(
  execution: Execution,
  run: RunResult,
  pending: readonly PendingFailures[],
): readonly TestCase[] {
  const { iteration, path, request, responseMs, assertions } = execution;
  const place: CasePlace = { iteration, path, request };
  const answered = caseAt(place, run, { name: 'is answered', failures: takeAll(place, pending) });
  const scripts = takeAll({ ...place, kind: 'script' }, pending);
  const cases = [
    { ...answered, ...(responseMs !== undefined && { seconds: responseMs / 1000 }) },
    ...(scripts.length > 0 ? [caseAt(place, run, { name: KIND_WORDS.script, failures: scripts })] : []),
    ...assertions.map((assertion) => assertionCase(assertion, run, { place, pending })),
  ];
  const output = outputOf(execution);
  return output === '' ? cases : cases.map((test) => (isFailed(test) ? { ...test, output } : test));
}

const isFailed = ({ results }: TestCase): boolean => results.some(({ element }) => element === 'failure');

/** Request, response and console output; empty where none was kept. */
function outputOf({ exchange, console = [] }: Execution): string {
  const messages = exchange ? [exchange.request, ...(exchange.response ? [exchange.response] : [])] : [];
  return [...messages.map(messageText), ...(console.length > 0 ? [console.join('\n')] : [])].join('\n\n');
}

/** A failure, and the element that reports it. */
interface TakenFailure {
  readonly failure: Failure;
  readonly element: CaseResult['element'];
}

/** Takes the next failure at a place from each attempt. */
const takeAll = (place: CasePlace, pending: readonly PendingFailures[]): readonly TakenFailure[] =>
  pending.flatMap((failures) => {
    const failure = failures.take(place);
    return failure ? [{ failure, element: failures.element }] : [];
  });

function assertionCase(
  { name, status, message }: AssertionResult,
  run: RunResult,
  { place, pending }: { readonly place: CasePlace; readonly pending: readonly PendingFailures[] },
): TestCase {
  // An assertion that passed takes failures of earlier attempts only: the same place may have run twice in this one.
  const attempts = { failed: pending, passed: pending.slice(1), skipped: [] }[status];
  const failures = takeAll({ ...place, assertion: name }, attempts);
  const test = caseAt(place, run, { name, failures });
  if (status === 'skipped')
    return { ...test, results: [{ element: 'skipped', message: 'pm.test.skip', type: 'skipped', text: '' }] };
  if (status === 'passed' || failures.some(({ element }) => element === 'failure')) return test;
  const text = message ?? KIND_WORDS.assertion;
  return { ...test, results: [{ element: 'failure', message: text, type: 'assertion', text }] };
}

function caseAt(
  { iteration, path, request }: CasePlace,
  run: RunResult,
  { name, failures }: { readonly name: string; readonly failures: readonly TakenFailure[] },
): TestCase {
  const first = failures[0]?.failure;
  return {
    name: `${name}${iterationSuffix(iteration, run)}`,
    className: [run.suite, ...path, ...(request === undefined ? [] : [request])].join(' / '),
    file: first?.file ?? run.collection,
    ...(first?.position && { line: first.position.line }),
    results: failures.map(resultOf),
  };
}

function resultOf({ failure, element }: TakenFailure): CaseResult {
  const place = fileOf(failure);
  const at = place ? `\n    at ${whereOf(failure) || failure.suite} (${place})` : '';
  return { element, message: failure.message, type: failure.kind, text: `${failure.message}${at}` };
}

/** Failures of the suite as a whole, and at places where nothing was executed: a case for each. */
const restCases = (run: RunResult, pending: readonly PendingFailures[]): readonly TestCase[] =>
  pending.flatMap((failures) =>
    failures.rest().map((failure) =>
      caseAt(failure, run, {
        name: failure.assertion ?? KIND_WORDS[failure.kind],
        failures: [{ failure, element: failures.element }],
      }),
    ),
  );

/** The only case of a suite in which nothing was executed; none if the failures of the suite are cases already. */
function wholeCase(run: RunResult): readonly TestCase[] {
  if (run.status === 'failed' && run.attempt.failures.length > 0) return [];
  const results: readonly CaseResult[] =
    run.status === 'passed'
      ? []
      : [{ element: 'failure', message: KIND_WORDS['nothing-tested'], type: 'nothing-tested', text: '' }];
  return [{ name: 'runs', className: run.suite, file: run.collection, results }];
}

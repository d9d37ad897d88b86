import type { AssertionResult, Attempt, Execution, Failure, RunResult } from '../../core/model/run-result.ts';
import { messageText } from '../executions.ts';
import { fileOf, hasIterations, KIND_WORDS, whereOf } from '../statistics.ts';
import type { CaseFailure, TestCase, TestGroup } from './cases.ts';

/** A suite as test cases: each request and each assertion of the last attempt, then what failed beside them. */
export function suiteGroup(run: RunResult): TestGroup {
  const { attempt } = run;
  const told = [new Ledger(attempt.failures, 'failure'), ...earlierLedgers(run)];
  const cases = attempt.executions.flatMap((execution) => executionCases(execution, run, told));
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
    cases: [...cases, ...restCases(run, told), ...(attempt.executions.length === 0 ? wholeCase(run) : [])],
  };
}

const earlierLedgers = ({ earlier, status }: RunResult): readonly Ledger[] =>
  earlier.map(({ failures }: Attempt) => new Ledger(failures, status === 'passed' ? 'flakyFailure' : 'rerunFailure'));

/** The place that a failure and a test case have in common; a script that failed is a case beside its request's. */
type CasePlace = Pick<Failure, 'iteration' | 'path' | 'request' | 'assertion'> & Partial<Pick<Failure, 'kind'>>;

const placeKey = ({ iteration, path, request, assertion, kind }: CasePlace): string =>
  JSON.stringify([iteration, path, request, assertion, kind === 'script']);

/** Failures by place, each to be told exactly once. */
class Ledger {
  readonly element: CaseFailure['element'];
  readonly #open = new Map<string, Failure[]>();

  constructor(failures: readonly Failure[], element: CaseFailure['element']) {
    this.element = element;
    for (const failure of failures) {
      const key = placeKey(failure);
      this.#open.set(key, [...(this.#open.get(key) ?? []), failure]);
    }
  }

  /** The next failure at a place. */
  take(place: CasePlace): Failure | undefined {
    return this.#open.get(placeKey(place))?.shift();
  }

  /** What nobody took. */
  rest(): readonly Failure[] {
    return [...this.#open.values()].flat();
  }
}

function executionCases(execution: Execution, run: RunResult, told: readonly Ledger[]): readonly TestCase[] {
  const { iteration, path, request, responseMs, assertions } = execution;
  const place: CasePlace = { iteration, path, request };
  const answered = caseAt(place, run, { name: 'is answered', found: takeAll(place, told) });
  const scripts = takeAll({ ...place, kind: 'script' }, told);
  const cases = [
    { ...answered, ...(responseMs !== undefined && { seconds: responseMs / 1000 }) },
    ...(scripts.length > 0 ? [caseAt(place, run, { name: KIND_WORDS.script, found: scripts })] : []),
    ...assertions.map((assertion) => assertionCase(assertion, run, { place, told })),
  ];
  const output = outputOf(execution);
  return output === '' ? cases : cases.map((test) => (isFailed(test) ? { ...test, output } : test));
}

const isFailed = ({ troubles }: TestCase): boolean => troubles.some(({ element }) => element === 'failure');

/** What was sent, answered and written by scripts. */
function outputOf({ exchange, console = [] }: Execution): string {
  const messages = exchange ? [exchange.request, ...(exchange.response ? [exchange.response] : [])] : [];
  return [...messages.map(messageText), ...(console.length > 0 ? [console.join('\n')] : [])].join('\n\n');
}

/** A failure and the word that stands for it in the report. */
interface Found {
  readonly failure: Failure;
  readonly element: CaseFailure['element'];
}

const takeAll = (place: CasePlace, told: readonly Ledger[]): readonly Found[] =>
  told.flatMap((ledger) => {
    const failure = ledger.take(place);
    return failure ? [{ failure, element: ledger.element }] : [];
  });

function assertionCase(
  { name, status, message }: AssertionResult,
  run: RunResult,
  { place, told }: { readonly place: CasePlace; readonly told: readonly Ledger[] },
): TestCase {
  // What passed this time can only have failed in an earlier attempt; the same place may have run twice.
  const asked = { failed: told, passed: told.slice(1), skipped: [] }[status];
  const known = takeAll({ ...place, assertion: name }, asked);
  const test = caseAt(place, run, { name, found: known });
  if (status === 'skipped')
    return { ...test, troubles: [{ element: 'skipped', message: 'pm.test.skip', type: 'skipped', text: '' }] };
  if (status === 'passed' || known.some(({ element }) => element === 'failure')) return test;
  const unexplained = message ?? KIND_WORDS.assertion;
  return { ...test, troubles: [{ element: 'failure', message: unexplained, type: 'assertion', text: unexplained }] };
}

function caseAt(
  { iteration, path, request }: CasePlace,
  run: RunResult,
  { name, found }: { readonly name: string; readonly found: readonly Found[] },
): TestCase {
  const first = found[0]?.failure;
  const file = first?.file ?? run.collection;
  const which = iteration !== undefined && hasIterations(run) ? ` (iteration ${iteration})` : '';
  return {
    name: `${name}${which}`,
    className: [run.suite, ...path, ...(request === undefined ? [] : [request])].join(' / '),
    file,
    ...(first?.position && { line: first.position.line }),
    troubles: found.map(troubleOf),
  };
}

function troubleOf({ failure, element }: Found): CaseFailure {
  const place = fileOf(failure);
  const at = place ? `\n    at ${whereOf(failure) || failure.suite} (${place})` : '';
  return { element, message: failure.message, type: failure.kind, text: `${failure.message}${at}` };
}

/** Failures of the suite as a whole, and of places where nothing was executed: each a case of its own. */
const restCases = (run: RunResult, told: readonly Ledger[]): readonly TestCase[] =>
  told.flatMap((ledger) =>
    ledger.rest().map((failure) =>
      caseAt(failure, run, {
        name: failure.assertion ?? KIND_WORDS[failure.kind],
        found: [{ failure, element: ledger.element }],
      }),
    ),
  );

/** The one case of a suite in which nothing was executed: green only if the suite is. */
function wholeCase(run: RunResult): readonly TestCase[] {
  if (run.status === 'failed' && run.attempt.failures.length > 0) return [];
  const troubles: readonly CaseFailure[] =
    run.status === 'passed'
      ? []
      : [{ element: 'failure', message: KIND_WORDS['nothing-tested'], type: 'nothing-tested', text: '' }];
  return [{ name: 'runs', className: run.suite, file: run.collection, troubles }];
}

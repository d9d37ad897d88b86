import { groupBy } from '../lib/group-by.ts';
import { omitUndefined } from '../lib/json.ts';
import { type Attempt, type Failure, type RunResult, responseTimes } from '../model/run-result.ts';

/** The runs of all shards in the order of the suites; the parts of a split suite become one run. */
export function mergeRuns(runs: readonly RunResult[], suites: readonly string[]): readonly RunResult[] {
  const parts = groupBy(
    runs.filter(({ part }) => part),
    ({ suite }) => suite,
  );
  const whole = runs.filter(({ part }) => !part);
  const place = new Map(suites.map((name, index) => [name, index]));
  const orderOf = ({ suite }: RunResult): number => place.get(suite) ?? suites.length;
  return [...whole, ...[...parts.values()].map(joined)].sort((a, b) => orderOf(a) - orderOf(b));
}

function joined(parts: readonly RunResult[]): RunResult {
  const ordered = [...parts].sort((a, b) => rowOf(a) - rowOf(b));
  const [first] = ordered;
  if (!first) throw new Error('A suite has at least one part.');
  const { part: _part, ...rest } = first;
  const status = ordered.some((run) => run.status === 'failed') ? 'failed' : 'passed';
  return {
    ...rest,
    status,
    // A manipulated part must not make the other parts non-blocking.
    blocking: ordered.some(({ blocking }) => blocking),
    flaky: status === 'passed' && ordered.some(({ flaky }) => flaky),
    attempt: joinedAttempts(ordered),
    earlier: ordered.flatMap((run) => run.earlier.map((attempt) => shifted(attempt, rowOf(run)))),
  };
}

const rowOf = ({ part }: RunResult): number => part?.first ?? 0;

function joinedAttempts(runs: readonly RunResult[]): Attempt {
  const attempts = runs.map((run) => shifted(run.attempt, rowOf(run)));
  const executions = attempts.flatMap((attempt) => attempt.executions);
  return omitUndefined<Attempt>({
    startedAt: Math.min(...attempts.map(({ startedAt }) => startedAt)),
    durationMs: sum(attempts.map(({ durationMs }) => durationMs)),
    iterations: sum(attempts.map(({ iterations }) => iterations)),
    executions,
    failures: attempts.flatMap(({ failures }) => failures),
    warnings: attempts.flatMap(({ warnings }) => warnings),
    requests: tally(attempts.map(({ requests }) => requests)),
    assertions: tally(attempts.map(({ assertions }) => assertions)),
    responseTimes: responseTimes(executions.flatMap(({ responseMs }) => responseMs ?? [])),
  });
}

/** The attempt with iterations that count from the first row of the data file. */
function shifted(attempt: Attempt, rows: number): Attempt {
  const move = (failure: Failure): Failure =>
    failure.iteration === undefined ? failure : { ...failure, iteration: failure.iteration + rows };
  return {
    ...attempt,
    executions: attempt.executions.map((execution) => ({ ...execution, iteration: execution.iteration + rows })),
    failures: attempt.failures.map(move),
    warnings: attempt.warnings.map(move),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const tally = (tallies: readonly Attempt['requests'][]): Attempt['requests'] => ({
  total: sum(tallies.map(({ total }) => total)),
  failed: sum(tallies.map(({ failed }) => failed)),
});

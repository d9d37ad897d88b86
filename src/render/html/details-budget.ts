import type { Execution, HttpMessage } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { failedIn } from '../executions.ts';

/** Most requests that the page lists. */
const MOST_ROWS = 6000;

/** Most characters of requests, responses and console lines on the page. */
const MOST_CHARACTERS = { failed: 4_000_000, others: 1_300_000 } as const;

/** Most characters of the names of assertions on the page: the assertions of a thousand requests fit. */
const MOST_NAMES = 2_500_000;

/** Characters of HTML around one assertion and around one exchange. */
const MARKUP = { assertion: 30, exchange: 400 } as const;

/** Which requests the page shows, and how much of each. Failed requests are chosen first. */
export interface DetailsBudget {
  readonly isListed: (execution: Execution) => boolean;
  readonly hasExchange: (execution: Execution) => boolean;
  readonly hasAssertions: (execution: Execution) => boolean;
}

/** Divides the size of a page among all requests of a report. */
export function divideBudget({ runs }: Pick<Report, 'runs'>): DetailsBudget {
  const { failed, others } = byResult(runs);
  const listed = [...failed, ...others].slice(0, MOST_ROWS);
  const listedOthers = listed.slice(failed.length);
  const rows = new Set(listed);
  const withExchange = new Set([
    ...fitting(failed, { max: MOST_CHARACTERS.failed, cost: exchangeCost }),
    ...fitting(listedOthers, { max: MOST_CHARACTERS.others, cost: exchangeCost }),
  ]);
  const withAssertions = fitting(listed, { max: MOST_NAMES, cost: assertionsCost });
  return {
    isListed: (execution) => rows.has(execution),
    hasExchange: (execution) => withExchange.has(execution),
    hasAssertions: (execution) => withAssertions.has(execution),
  };
}

function byResult(runs: Report['runs']): { readonly [K in 'failed' | 'others']: readonly Execution[] } {
  const failed: Execution[] = [];
  const others: Execution[] = [];
  for (const { attempt } of runs) {
    const isFailed = failedIn(attempt);
    for (const execution of attempt.executions) (isFailed(execution) ? failed : others).push(execution);
  }
  return { failed, others };
}

interface FitOptions {
  readonly max: number;
  readonly cost: (execution: Execution) => number;
}

/** The first executions whose costs together stay within `max`. */
function fitting(executions: readonly Execution[], { max, cost }: FitOptions): ReadonlySet<Execution> {
  const chosen = new Set<Execution>();
  let left = max;
  for (const execution of executions) {
    left -= cost(execution);
    if (left < 0) break;
    chosen.add(execution);
  }
  return chosen;
}

const assertionsCost = ({ assertions }: Execution): number =>
  assertions.reduce((sum, { name, message = '' }) => sum + name.length + message.length + MARKUP.assertion, 0);

/** A request counts twice: the page shows it as it was sent, and as a curl command. */
const exchangeCost = ({ exchange, console = [] }: Execution): number =>
  (exchange ? 2 * messageCost(exchange.request) + MARKUP.exchange : 0) +
  (exchange?.response ? messageCost(exchange.response) : 0) +
  console.reduce((sum, line) => sum + line.length, 0);

/** The characters of a message in HTML. Bodies count 1.4 times: a quote takes six characters there. */
const messageCost = ({ line, headers, body = '' }: HttpMessage): number =>
  headers.reduce((sum, header) => sum + header.length, line.length + 1.4 * body.length);

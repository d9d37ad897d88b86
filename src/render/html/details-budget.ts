import type { Execution, HttpMessage } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { failedIn } from '../executions.ts';

/** Requests that the page lists. */
const MOST_ROWS = 6000;

/** Characters of requests, responses and console lines on the page. */
const MOST_CHARACTERS = { failed: 4_000_000, others: 1_300_000 } as const;

/** Characters of the names of assertions on the page: those of a thousand requests fit in any case. */
const MOST_NAMES = 2_500_000;

/** Characters of markup around one assertion and around one exchange. */
const MARKUP = { assertion: 30, exchange: 400 } as const;

/** The requests that the page shows, and what it shows of them. Failed ones come first; others follow in their order. */
export interface DetailsBudget {
  readonly isListed: (execution: Execution) => boolean;
  readonly hasExchange: (execution: Execution) => boolean;
  readonly hasAssertions: (execution: Execution) => boolean;
}

/** Shares the room of the page among all requests of a report. */
export function shareRoom({ runs }: Pick<Report, 'runs'>): DetailsBudget {
  const failed: Execution[] = [];
  const others: Execution[] = [];
  for (const { attempt } of runs) {
    const failedHere = failedIn(attempt);
    for (const execution of attempt.executions) (failedHere(execution) ? failed : others).push(execution);
  }
  const listed = [...failed, ...others].slice(0, MOST_ROWS);
  const isFailed = new Set(failed);
  const withExchange = new Set([
    ...fitting(failed, { max: MOST_CHARACTERS.failed, cost: exchangeCost }),
    ...fitting(
      listed.filter((execution) => !isFailed.has(execution)),
      { max: MOST_CHARACTERS.others, cost: exchangeCost },
    ),
  ]);
  const withAssertions = fitting(listed, { max: MOST_NAMES, cost: assertionsCost });
  const rows = new Set(listed);
  return {
    isListed: (execution) => rows.has(execution),
    hasExchange: (execution) => withExchange.has(execution),
    hasAssertions: (execution) => withAssertions.has(execution),
  };
}

interface Room {
  readonly max: number;
  readonly cost: (execution: Execution) => number;
}

function fitting(executions: readonly Execution[], { max, cost }: Room): ReadonlySet<Execution> {
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

const exchangeCost = ({ exchange, console = [] }: Execution): number =>
  (exchange ? 2 * messageCost(exchange.request) + MARKUP.exchange : 0) +
  (exchange?.response ? messageCost(exchange.response) : 0) +
  console.reduce((sum, line) => sum + line.length, 0);

/** A request is shown twice: as it was sent, and as a curl command. Quotes take six characters in HTML. */
const messageCost = ({ line, headers, body = '' }: HttpMessage): number =>
  headers.reduce((sum, header) => sum + header.length, line.length + 1.4 * body.length);

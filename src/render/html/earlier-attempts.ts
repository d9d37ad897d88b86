import { duration } from '../../core/lib/text.ts';
import type { Attempt, Failure, RunResult } from '../../core/model/run-result.ts';
import { shorten } from '../escape.ts';
import { type ExecutionPlace, executionsByPlace } from '../executions.ts';
import { KIND_WORDS, whereOf } from '../statistics.ts';
import { type Markup, markup, own } from './markup.ts';

/** Most places and attempts that the table shows. */
const SHOWN = { places: 50, attempts: 6 } as const;
const LONGEST_MESSAGE = 500;

/** A table of the failures of earlier attempts, with the result of every attempt; empty for a suite that ran once. */
export function earlierAttempts({ suite, attempt, earlier, flaky }: RunResult): Markup {
  if (earlier.length === 0) return own('');
  const attempts = [...earlier, attempt].slice(-SHOWN.attempts);
  const firstNumber = earlier.length + 2 - attempts.length;
  const places = placesIn(earlier).slice(0, SHOWN.places);
  return markup`<h4>${flaky ? 'Flaky: attempts side by side' : 'Attempts side by side'}</h4>
<div class="scroll" tabindex="0" role="region" aria-label="Attempts of ${suite}"><table class="attempts"><thead><tr><th scope="col">Test</th>${attempts.map((_, at) => markup`<th scope="col">Attempt ${firstNumber + at}</th>`)}</tr></thead>
<tbody>${places.map((place) => placeRow(place, attempts))}</tbody></table></div>`;
}

/** Failures of several attempts at the same place have the same key. */
const failureKey = ({ iteration, path, request, assertion, kind }: Failure): string =>
  JSON.stringify([iteration, path, request, assertion, assertion === undefined ? kind : '']);

function placesIn(attempts: readonly Attempt[]): readonly Failure[] {
  const failures = attempts.flatMap((attempt) => attempt.failures);
  return [...new Map(failures.map((failure) => [failureKey(failure), failure])).values()];
}

const placeRow = (place: Failure, attempts: readonly Attempt[]): Markup =>
  markup`<tr><th scope="row">${whereOf(place) || KIND_WORDS[place.kind]}</th>${attempts.map((attempt) => outcomeCell(place, attempt))}</tr>`;

function outcomeCell(place: Failure, attempt: Attempt): Markup {
  const failure = attempt.failures.find((candidate) => failureKey(candidate) === failureKey(place));
  const answer = answerOf(place, attempt);
  const shown = answer && markup`<br><span class="dim">${answer}</span>`;
  if (!failure) return markup`<td><span class="good">✓ passed</span>${shown}</td>`;
  return markup`<td><span class="bad">✗ ${shorten(failure.message, LONGEST_MESSAGE)}</span>${shown}</td>`;
}

/** Status and time of the answer: `503, 120 ms`. */
function answerOf(place: ExecutionPlace, attempt: Attempt): string {
  const { code, responseMs } = executionsByPlace(attempt)(place) ?? {};
  return [
    ...(code === undefined ? [] : [String(code)]),
    ...(responseMs === undefined ? [] : [duration(responseMs)]),
  ].join(', ');
}

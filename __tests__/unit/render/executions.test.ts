import { describe, expect, it } from '@jest/globals';
import { exchangesOf, executionsByPlace, failedIn, messageText } from '../../../src/render/executions.ts';
import { aFailure, anAttempt, anExecution } from '../../support/report.ts';

const exchange = (line: string) => ({ request: { line, headers: [] } });
const { request: _request, ...withoutRequest } = aFailure();
const { assertion: _assertion, ...ofScript } = aFailure({ kind: 'script' });
const { code: _code, ...unanswered } = anExecution({ assertions: [] });

describe('the execution of a failure', () => {
  const [first, bare, second] = [
    anExecution({ exchange: exchange('GET /first') }),
    anExecution({ responseMs: 99 }),
    anExecution({ exchange: exchange('GET /second') }),
  ];

  it.each([
    ['the last one', [bare, { ...bare, responseMs: 1 }], { ...bare, responseMs: 1 }],
    ['the one with request and response', [first, bare], first],
    ['the last one with request and response', [bare, first, second, bare], second],
    ['none of another iteration', [anExecution({ iteration: 2 })], undefined],
    ['none of another folder', [anExecution({ path: [] })], undefined],
    ['none of another request', [anExecution({ request: 'Other' })], undefined],
  ])('is %s', (_, executions, expected) => {
    const attempt = anAttempt({ executions });
    expect(executionsByPlace(attempt)(aFailure())).toEqual(expected);
    expect(exchangesOf(attempt)(aFailure())).toBe(expected?.exchange);
    expect(executionsByPlace(attempt)(withoutRequest)).toBeUndefined();
  });
});

describe('an execution', () => {
  it.each([
    [anExecution(), [], false],
    [unanswered, [], true],
    [{ ...unanswered, method: '' }, [], false],
    [
      anExecution({
        assertions: [
          { name: 'a', status: 'passed' },
          { name: 'b', status: 'failed' },
        ],
      }),
      [],
      true,
    ],
    [anExecution({ assertions: [{ name: 'a', status: 'skipped' }] }), [], false],
    [anExecution(), [ofScript], true],
    [anExecution({ iteration: 2 }), [ofScript], false],
    [anExecution(), [aFailure()], false],
  ] as const)(
    'failed if it was not answered, or an assertion or a script failed: %#',
    (execution, failures, failed) => {
      expect(failedIn(anAttempt({ failures }))(execution)).toBe(failed);
    },
  );
});

describe('a message as text', () => {
  it.each([
    [{ line: 'GET /', headers: [] }, 'GET /'],
    [{ line: 'GET /', headers: ['a: 1', 'b: 2'], body: '' }, 'GET /\na: 1\nb: 2\n\n'],
    [{ line: 'GET /', headers: [], body: 'x' }, 'GET /\n\nx'],
  ])('has an empty line before the body: %j', (message, text) => expect(messageText(message)).toBe(text));
});

import { describe, expect, it } from '@jest/globals';
import { earlierAttempts } from '../../../../src/render/html/earlier-attempts.ts';
import { aFailure, anAttempt, anExecution, aRun } from '../../../support/report.ts';

/** The rows of the table: the place, then the result of each attempt. */
const rowsOf = (...[earlier, attempt]: readonly (readonly ReturnType<typeof aFailure>[])[]) => {
  const run = aRun({
    earlier: [anAttempt({ failures: earlier ?? [] })],
    attempt: anAttempt({ failures: attempt ?? [] }),
  });
  const rows = [...earlierAttempts(run).text.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)];
  return rows.map(([, place, cells = '']) => [place, ...(cells.match(/[✓✗] \w+/g) ?? [])]);
};
const { assertion: _, ...ofRequest } = aFailure({ kind: 'request', message: 'reset' });

describe('the attempts of a suite', () => {
  it('stand side by side for each failure of an earlier one', () => {
    const [one, two] = [aFailure({ assertion: 'a', message: 'wrong' }), aFailure({ assertion: 'b', message: 'false' })];
    expect(rowsOf([one, two], [two])).toEqual([
      ['Checkout / Place an order › a', '✗ wrong', '✓ passed'],
      ['Checkout / Place an order › b', '✗ false', '✗ false'],
    ]);
  });

  it('tell failures of one request by their kind, and those of one assertion by nothing else', () => {
    const script = { ...ofRequest, kind: 'script', message: 'thrown' } as const;
    expect(rowsOf([ofRequest, script], [script])).toEqual([
      ['Checkout / Place an order', '✗ reset', '✓ passed'],
      ['Checkout / Place an order', '✗ thrown', '✗ thrown'],
    ]);
    expect(rowsOf([aFailure({ kind: 'script' })], [aFailure()])).toHaveLength(1);
  });

  it('are the latest six, with the status and time of each answer', () => {
    const attempt = anAttempt({ executions: [anExecution({ code: 503, responseMs: 120 })], failures: [aFailure()] });
    const { text } = earlierAttempts(aRun({ earlier: Array.from({ length: 8 }, () => attempt), flaky: true }));
    expect(text.match(/Attempt \d+/g)).toEqual([4, 5, 6, 7, 8, 9].map((number) => `Attempt ${number}`));
    expect(text.match(/503, 120 ms/g)).toHaveLength(5);
    expect(text).toContain('Flaky: attempts side by side');
  });

  it('are nothing for a suite that ran once', () => {
    expect(earlierAttempts(aRun()).text).toBe('');
  });
});

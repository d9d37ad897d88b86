import { describe, expect, it } from '@jest/globals';
import { PostmanError } from '../../../../src/core/model/errors.ts';
import { WaitBudget } from '../../../../src/postman/rate-limit/wait-budget.ts';

const HOUR = 3_600_000;
const error = new PostmanError({ code: 'rate-limited', message: 'Used up.', remedy: 'Wait.' });

const budgetOf = (maxWaitMs: number) =>
  new WaitBudget({
    clock: { now: () => 0, sleep: async () => {} },
    log: { waiting: () => () => {} } as never,
    maxWaitMs,
  });

describe('the budget of waits', () => {
  it.each([
    [1_000, undefined],
    [1_001, 'Used up. The wait of 1.0 s goes beyond max-wait (1.0 s).'],
  ])('is max-wait: %d ms', (ms, message) => {
    expect(budgetOf(1_000).refusal(ms, error)?.message).toBe(message);
  });

  it.each([
    [6 * HOUR, 'Come back after 1970-01-01T06:00:00Z, or raise max-wait.'],
    [6 * HOUR + 1, 'Come back after 1970-01-01T06:00:01Z.'],
  ])('names a longer one only for a wait that a job can last: %d ms', (ms, remedy) => {
    expect(budgetOf(1_000).refusal(ms, error)?.remedy).toBe(remedy);
  });
});

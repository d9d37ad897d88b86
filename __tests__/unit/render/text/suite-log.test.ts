import { describe, expect, it } from '@jest/globals';
import { progressLine, suiteDetails } from '../../../../src/render/text/suite-log.ts';

describe('the log of a suite', () => {
  it('keeps the lines of one text below it, and further in', () => {
    const failure = { kind: 'script' as const, suite: 'S', path: [], request: 'R', message: 'first\r\nsecond\n' };
    const attempt = { startedAt: 0, durationMs: 5, iterations: 1, executions: [], failures: [failure], warnings: [] };
    const none = { total: 0, failed: 0 };
    const result = {
      suite: 'S',
      collection: 'c.json',
      blocking: true,
      status: 'failed' as const,
      flaky: false,
      earlier: [],
    };
    const lines = suiteDetails({ ...result, attempt: { ...attempt, requests: none, assertions: none } }, ['log: a\nb']);
    expect(lines).toEqual(['✗ R · first', '    second', '  log: a', '    b']);
  });
});

describe('the line of a running suite', () => {
  it.each([
    [{ requests: 1, failures: 0 }, '▸ Orders · 1 request'],
    [
      { requests: 2000, failures: 1, request: 'Create\nan order' },
      '▸ Orders · 2,000 requests · 1 failure · Create an order',
    ],
  ])('for %j is %s', (progress, line) => expect(progressLine({ suite: 'Orders', ...progress })).toBe(line));
});

import { describe, expect, it } from '@jest/globals';
import type { SentRequest } from '../../../../src/run/protocol.ts';
import { nothingTested, uncheckedServerError } from '../../../../src/run/result/strict.ts';

const sent = (code: number | undefined, byScript = false): SentRequest => ({
  method: 'GET',
  url: '/',
  startedMs: 0,
  byScript,
  failed: false,
  ...(code === undefined ? {} : { code }),
});

describe('strictness', () => {
  it.each([
    [{ requests: 0, assertions: 0 }, /Nothing was requested/],
    [{ requests: 3, assertions: 0 }, /Nothing was asserted/],
  ])('finds nothing tested in %j', (totals, message) => expect(nothingTested(totals)).toMatch(message));

  it('is content with one assertion', () => expect(nothingTested({ requests: 1, assertions: 1 })).toBeUndefined());

  it.each([
    ['an unseen 500', [sent(500)], [], false, true],
    ['an unseen 404', [sent(404)], [], false, false],
    ['no answer', [sent(undefined)], [], false, false],
    ['a 503 with an assertion that looks at it', [sent(503)], ['passed'], true, false],
    ['a 503 with an assertion about something else', [sent(503)], ['passed'], false, true],
    ['a 503 with a skipped assertion', [sent(503)], ['skipped'], true, true],
    ['a 500 that a script got', [sent(500, true)], [], false, false],
    ['a 500 that authentication tried again', [sent(500), sent(200)], [], false, false],
  ] as const)('judges %s', (_, requests, statuses, looked, wrong) => {
    const assertions = statuses.map((status) => ({ name: 'a', status }));
    expect(uncheckedServerError({ sent: requests, assertions, looked }) !== undefined).toBe(wrong);
  });
});

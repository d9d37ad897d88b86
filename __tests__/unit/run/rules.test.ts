import { describe, expect, it } from '@jest/globals';
import { duration } from '../../../src/core/lib/text.ts';
import { responseTimes } from '../../../src/core/model/run-result.ts';
import { missingFolder } from '../../../src/run/preflight/folders.ts';
import { slug } from '../../../src/run/preflight/reporters.ts';
import type { SentRequest } from '../../../src/run/protocol.ts';
import { nothingTested, unseenServerError } from '../../../src/run/result/strict.ts';
import { crossedThresholds, toleratesAssertions } from '../../../src/run/result/thresholds.ts';

const sent = (code: number | undefined, byScript = false): SentRequest => ({
  method: 'GET',
  url: '/',
  startedMs: 0,
  byScript,
  failed: false,
  ...(code === undefined ? {} : { code }),
});

describe('response times', () => {
  it.each([
    [[7], { mean: 7, p95: 7, max: 7 }],
    [[30, 10, 20], { mean: 20, p95: 30, max: 30 }],
    [Array.from({ length: 20 }, (_, index) => index + 1), { mean: 11, p95: 19, max: 20 }],
    [Array.from({ length: 100 }, (_, index) => 100 - index), { mean: 51, p95: 95, max: 100 }],
  ])('of %j have the 95th percentile by nearest rank', (times, expected) => {
    expect(responseTimes(times)).toEqual(expected);
  });

  it('are absent when nothing answered', () => expect(responseTimes([])).toBeUndefined());
});

it.each([
  [840.4, '840 ms'],
  [1234, '1.2 s'],
  [125_000, '2 min 5 s'],
])('a duration of %d ms reads %s', (ms, text) => expect(duration(ms)).toBe(text));

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
    expect(unseenServerError({ sent: requests, assertions, looked }) !== undefined).toBe(wrong);
  });
});

describe('thresholds', () => {
  const measured = {
    durationMs: 2000,
    assertions: { total: 9, failed: 2 },
    responseTimes: { mean: 100, p95: 800, max: 900 },
  };

  it('are kept when the measured value equals them', () => {
    expect(crossedThresholds('S', measured, { failedAssertions: 2, p95Ms: 800, maxMs: 900, totalMs: 2000 })).toEqual(
      [],
    );
    expect(crossedThresholds('S', measured, {})).toEqual([]);
  });

  it('are each named with what was measured when they are crossed', () => {
    const failures = crossedThresholds('S', measured, { failedAssertions: 1, p95Ms: 799, maxMs: 500, totalMs: 1500 });
    expect(failures.map(({ message }) => message)).toEqual([
      'Failed assertions: 2; the threshold is 1.',
      'The 95th percentile of response times: 800 ms; the threshold is 799 ms.',
      'The longest response time: 900 ms; the threshold is 500 ms.',
      'The total time: 2.0 s; the threshold is 1.5 s.',
    ]);
    expect(new Set(failures.map(({ kind }) => kind))).toEqual(new Set(['threshold']));
  });

  it('forgive failed assertions up to a number, and never by default', () => {
    expect(toleratesAssertions({}, 0)).toBe(false);
    expect(toleratesAssertions({ failedAssertions: 0 }, 1)).toBe(false);
    expect(toleratesAssertions({ failedAssertions: 2 }, 2)).toBe(true);
    expect(toleratesAssertions({ failedAssertions: 2 }, 3)).toBe(false);
  });
});

describe('folders', () => {
  const collection = { item: [{ name: 'A', id: 'a-1', item: [{ name: 'B', item: [] }, { name: 'Get' }] }] };

  it('are found by name or id, requests as well', () => {
    expect(missingFolder(collection, ['A', 'a-1', 'B', 'Get'])).toBeUndefined();
    expect(missingFolder(collection, [])).toBeUndefined();
  });

  it('that are not there are named along with those that are', () => {
    expect(missingFolder(collection, ['A', 'C'])).toEqual({ name: 'C', remedy: 'Its folders are "A", "B".' });
    expect(missingFolder({ item: [] }, ['C'])).toEqual({ name: 'C', remedy: 'It has no folders.' });
  });
});

it.each([
  ['Orders on staging', 'Orders-on-staging'],
  ['../../etc', 'etc'],
  ['Über / alles', 'U-ber-alles'],
  ['///', 'suite'],
])('the name %s is safe in a path as %s', (name, path) => expect(slug(name)).toBe(path));

import { describe, expect, it } from '@jest/globals';
import { PostmanError } from '../../../src/core/model/errors.ts';
import { Secret } from '../../../src/core/model/secret.ts';
import type { Call } from '../../../src/postman/http/request.ts';
import { TransportError, type WireAnswer, type WireRequest } from '../../../src/postman/http/transport.ts';
import { Sender } from '../../../src/postman/sender.ts';
import type { Log } from '../../../src/sync/ports.ts';
import { TestClock } from '../../support/clock.ts';

type Reply = Partial<WireAnswer> | TransportError;

const reset = new TransportError('ECONNRESET', { mayHaveArrived: true });
const refused = new TransportError('ECONNREFUSED', { mayHaveArrived: false });
const ok: Reply = { status: 200, body: '{"ok":true}' };
const limited = (headers: Record<string, string> = {}): Reply => ({
  status: 429,
  headers,
  body: '{"error":{"name":"rateLimited","message":"slow"}}',
});

/** A sender whose transport gives these answers, one after the other, the last one for ever. */
function senderOf(replies: readonly Reply[], maxWaitMs = 300_000, signal?: AbortSignal) {
  const clock = new TestClock();
  const sent: (WireRequest & { readonly atMs: number })[] = [];
  const lines: string[] = [];
  const startMs = clock.now();
  const log: Log = {
    line: (text) => lines.push(text),
    notice: () => {},
    warning: () => {},
    waiting: (why, untilMs) => {
      lines.push(`${why} ${untilMs - startMs}`);
      return () => {};
    },
    group: () => {},
  };
  const send = async (request: WireRequest): Promise<WireAnswer> => {
    const reply = replies[Math.min(sent.length, replies.length - 1)];
    sent.push({ ...request, atMs: clock.now() - startMs });
    if (reply instanceof TransportError) throw reply;
    return { status: 200, headers: {}, body: '', ...reply };
  };
  const sender = new Sender({
    baseUrl: 'https://api.example',
    apiKey: new Secret('PMAK-secret'),
    transport: { send, close: () => {} },
    clock,
    random: () => 0.5,
    log,
    maxWaitMs,
    signal,
  });
  const call = (method: Call<unknown>['method'] = 'GET', path = '/me', isRecord = false): Promise<unknown> =>
    sender
      .send({
        method,
        path,
        what: 'do it',
        isRecord,
        decode: (json) => json,
        ...(method === 'GET' ? {} : { body: '{"a":"ä"}' }),
      })
      .catch((error: unknown) => error);
  return { sender, sent, lines, call };
}

const codeOf = (result: unknown) => (result instanceof PostmanError ? result.code : result);

describe('the sender', () => {
  it('sends the key in one header only, and the length of the body in bytes', async () => {
    const { call, sent } = senderOf([ok]);
    await call('PUT', '/collections/1?a=b');
    expect(sent[0]).toMatchObject({
      url: 'https://api.example/collections/1?a=b',
      headers: { 'x-api-key': 'PMAK-secret', 'content-length': '10', 'content-type': 'application/json' },
    });
    expect(JSON.stringify({ ...sent[0], headers: {} })).not.toContain('PMAK');
  });

  it.each(['GET', 'PUT', 'DELETE'] as const)(
    'tries a %s again after resets, 5xx, 408 and answers nobody understands',
    async (method) => {
      const { call, sent } = senderOf([
        reset,
        { status: 503, body: '<html>' },
        { status: 408 },
        { status: 200, body: '{"trunc' },
        ok,
      ]);
      expect(await call(method)).toEqual({ ok: true });
      expect(sent).toHaveLength(5);
    },
  );

  it('gives up after five tries with the reason, and logs each retry', async () => {
    const { call, sent, lines } = senderOf([{ status: 502, body: '<html>Bad Gateway</html>' }]);
    expect(codeOf(await call())).toBe('unavailable');
    expect(sent).toHaveLength(5);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('Could not do it (HTTP 502). Postman gave no reason. Trying again (try 2 of 5).');
  });

  it.each([
    ['once', 2],
    ['no', 1],
  ] as const)('tries a failure that is worth it "%s" that often', async (retry, tries) => {
    const { call, sent } = senderOf([new TransportError('timeout', { mayHaveArrived: true, retry })]);
    expect(codeOf(await call())).toBe('unavailable');
    expect(sent).toHaveLength(tries);
  });

  it('counts calls that were sent, not those that could not be', async () => {
    const { call, sender } = senderOf([refused, refused, reset, ok]);
    expect(sender.use().apiCalls).toBe(0);
    await call();
    expect(sender.use().apiCalls).toBe(2);
  });

  it.each<[string, Reply]>([
    ['a reset', reset],
    ['a gateway that gave up', { status: 504, body: '<html>' }],
    ['an answer that was cut off', { status: 200, body: '{"collection":{"id' }],
    ['HTML with status 200', { status: 200, body: '<html>login</html>' }],
  ])('never repeats a POST after %s: its outcome is unknown', async (_, reply) => {
    const { call, sent } = senderOf([reply, ok]);
    expect(codeOf(await call('POST', '/collections'))).toBe('outcome-unknown');
    expect(sent).toHaveLength(1);
  });

  it('repeats a POST that certainly was not applied', async () => {
    const { call, sent } = senderOf([refused, limited({ 'retry-after': '1' }), ok]);
    expect(await call('POST', '/collections')).toEqual({ ok: true });
    expect(sent).toHaveLength(3);
  });

  it('names the size of a request that is too large', async () => {
    const { call } = senderOf([{ status: 413, body: '<html>' }]);
    expect(await call('PUT')).toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/, which has \d+\.\d kB \(HTTP 413\)/),
      remedy: expect.stringContaining('Split'),
    });
  });

  it('waits after a 429 for the announced time, and counts the wait', async () => {
    const { call, sent, sender, lines } = senderOf([limited({ 'retry-after': '7' }), ok]);
    await call();
    expect(sent[1]?.atMs).toBe(7_000);
    expect(sender.use()).toMatchObject({ apiCalls: 2, waitedMs: 7_000 });
    expect(lines).toEqual(["Waiting for Postman's rate limit 7000"]);
  });

  it('backs off after a 429 without a hint', async () => {
    const { call, sent } = senderOf([limited(), limited(), limited(), ok]);
    await call();
    const pauses = sent.slice(1).map(({ atMs }, index) => atMs - (sent[index]?.atMs ?? 0));
    expect(pauses.every((pause, index) => index === 0 || pause > (pauses[index - 1] ?? 0))).toBe(true);
  });

  it('uses a reset without a limit as an announced wait', async () => {
    const { call, sent } = senderOf([limited({ 'ratelimit-reset': '7' }), ok]);
    await call();
    expect(sent[1]?.atMs).toBe(7_000);
  });

  it('backs off, too, where the hints turn out wrong', async () => {
    const { call, sent } = senderOf([limited({ 'retry-after': '0' })], 60_000);
    await call();
    expect(sent.length).toBeLessThan(12);
  });

  it.each<[string, Record<string, string>]>([
    ['a week', { 'retry-after': '604800' }],
    ['a reset in a week', { 'x-ratelimit-reset': String(Date.UTC(2026, 0, 8) / 1000) }],
  ])('fails at once on a wait of %s, says when to come back, and makes no further call', async (_, hint) => {
    const { call, sent } = senderOf([limited(hint), ok]);
    const error = await call('POST');
    expect(codeOf(error)).toBe('rate-limited');
    expect(error).toMatchObject({
      message: expect.stringContaining('The wait of 7 days goes beyond max-wait (5 min 0 s).'),
      remedy: 'Come back after 2026-01-08T00:00:00Z.',
    });
    expect(await call('PUT')).toBe(error);
    expect(sent).toHaveLength(1);
  });

  it('reads a point in time in a message by the server’s clock', async () => {
    const ahead = Date.UTC(2026, 0, 1, 1);
    const body = JSON.stringify({ error: 'rateLimited', message: `Please retry after ${ahead / 1000 + 9}` });
    const { call, sent } = senderOf([{ status: 429, headers: { date: new Date(ahead).toUTCString() }, body }, ok]);
    await call();
    expect(sent[1]?.atMs).toBe(9_000);
  });

  it('logs the reason for a wait', async () => {
    const { call, lines } = senderOf([
      { status: 503, headers: { 'retry-after': '5' } },
      { status: 409, headers: { 'retry-after': '5' }, body: '{}' },
      ok,
    ]);
    await call('PUT');
    expect(lines).toEqual([
      'Waiting for Postman to be available again 5000',
      'Waiting for another update of the same resource to end 10000',
    ]);
  });

  it('shows no part of the key that a server repeats', async () => {
    const message = `${'x'.repeat(590)}PMAK-secret`;
    const { call } = senderOf([{ status: 400, body: JSON.stringify({ error: { name: 'e', message } }) }]);
    expect(String(await call())).not.toMatch(/PMAK/);
  });

  it('sends no call after a stop, except the state', async () => {
    const stop = new AbortController();
    const { call, sent } = senderOf([ok], 300_000, stop.signal);
    await call();
    stop.abort(new Error('Stopped by SIGINT.'));
    expect(await call()).toMatchObject({
      code: 'stopped',
      message: 'Stopped by SIGINT: no further call to Postman was made.',
    });
    expect(sent).toHaveLength(1);
    expect(await call('PUT', '/environments/state', true)).toEqual({ ok: true });
  });

  it('adds waits up: the sum is what max-wait bounds', async () => {
    const { call, sent } = senderOf([limited({ 'retry-after': '20' })], 50_000);
    expect(codeOf(await call())).toBe('rate-limited');
    expect(sent).toHaveLength(3);
  });

  it.each<[string, Reply, string]>([
    [
      'a wrong key',
      { status: 401, body: '{"error":{"name":"AuthenticationError","message":"Invalid API Key"}}' },
      'unauthorized',
    ],
    [
      'a used-up month',
      { status: 429, body: '{"error":{"name":"serviceLimitExhausted","message":"Service limit exhausted."}}' },
      'quota-exhausted',
    ],
    [
      'a last call that brings the month to 0',
      { status: 200, body: '{}', headers: { 'ratelimit-limit-month': '9', 'ratelimit-remaining-month': '0' } },
      'quota-exhausted',
    ],
  ])('makes no further call after %s', async (_, reply, code) => {
    const { call, sent } = senderOf([reply]);
    await call();
    expect(codeOf(await call('POST', '/collections'))).toBe(code);
    expect(sent).toHaveLength(1);
  });

  it('sends the last calls of the month serially, and reserves one for the state', async () => {
    const left = (calls: number): Reply => ({ ...ok, headers: { 'ratelimit-remaining-month': String(calls) } });
    const { call, sent } = senderOf([left(4), left(3), left(2), left(1), left(0)]);
    await call();
    const ends = await Promise.all(['1', '2', '3', '4', '5'].map(() => call('PUT', '/collections/1')));
    expect(ends.map(codeOf)).toEqual([...Array(3).fill({ ok: true }), 'quota-exhausted', 'quota-exhausted']);
    expect(await call('PUT', '/environments/state', true)).toEqual({ ok: true });
    expect(codeOf(await call())).toBe('quota-exhausted');
    expect(sent).toHaveLength(5);
  });

  it('reads the limits from refusals too, and remembers the latest', async () => {
    const { call, sender } = senderOf([
      { status: 404, headers: { 'ratelimit-limit': '60', 'ratelimit-remaining': '59' }, body: '{}' },
      { ...ok, headers: { 'ratelimit-limit-month': '1000', 'ratelimit-remaining-month': '900' } },
      { ...ok, headers: { 'ratelimit-remaining': '57' } },
    ]);
    await call();
    await call();
    await call();
    expect(sender.use().limits).toEqual({
      window: { limit: 60, remaining: 57 },
      month: { limit: 1000, remaining: 900 },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { PostmanError } from '../../../src/core/errors.ts';
import { Secret } from '../../../src/core/secret.ts';
import type { Call } from '../../../src/postman/attempt.ts';
import { Sender } from '../../../src/postman/sender.ts';
import { TransportError, type WireAnswer, type WireRequest } from '../../../src/postman/transport.ts';
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
function senderOf(replies: readonly Reply[], maxWaitMs = 300_000) {
  const clock = new TestClock();
  const sent: (WireRequest & { readonly atMs: number })[] = [];
  const lines: string[] = [];
  const startMs = clock.now();
  const log: Log = {
    line: () => {},
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
  });
  const call = (method: Call<unknown>['method'] = 'GET', path = '/me'): Promise<unknown> =>
    sender
      .send({ method, path, what: 'do it', decode: (json) => json, ...(method === 'GET' ? {} : { body: '{"a":"ä"}' }) })
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

  it('gives up after five tries, and says why', async () => {
    const { call, sent } = senderOf([{ status: 502, body: '<html>Bad Gateway</html>' }]);
    expect(codeOf(await call())).toBe('unavailable');
    expect(sent).toHaveLength(5);
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

  it('tells the size of what Postman finds too large', async () => {
    const { call } = senderOf([{ status: 413, body: '<html>' }]);
    expect(await call('PUT')).toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/, which has \d+\.\d MB \(HTTP 413\)/),
      remedy: expect.stringContaining('Split'),
    });
  });

  it('waits after a 429 as long as it is told, and counts that', async () => {
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

  it('fails at once on a wait beyond max-wait, and says when to come back', async () => {
    const { call, sent } = senderOf([limited({ 'retry-after': '604800' })]);
    const error = await call();
    expect(codeOf(error)).toBe('rate-limited');
    expect(error).toMatchObject({ remedy: expect.stringContaining('2026-01-08') });
    expect(sent).toHaveLength(1);
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

  it('reads the limits from refusals too, and remembers the latest', async () => {
    const { call, sender } = senderOf([
      { status: 404, headers: { 'ratelimit-limit': '60', 'ratelimit-remaining': '59' }, body: '{}' },
      { ...ok, headers: { 'ratelimit-limit-month': '1000', 'ratelimit-remaining-month': '900' } },
    ]);
    await call();
    await call();
    expect(sender.use().limits).toEqual({
      window: { limit: 60, remaining: 59 },
      month: { limit: 1000, remaining: 900 },
    });
  });
});

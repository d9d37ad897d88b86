import { describe, expect, it } from '@jest/globals';
import { ExchangeStore, exchangeOf } from '../../../../src/run/child/exchange.ts';
import { LearningRedactor } from '../../../../src/run/child/learning-redactor.ts';

const header = (key: string, value: string) => ({ key, value });
const stream = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = { redact: (text: string) => text, longest: 2048 };

describe('an exchange', () => {
  it('has request and response without credentials, and the sizes of their bodies', () => {
    const request = {
      method: 'POST',
      url: { toString: () => 'http://u:p@host/login' },
      headers: { members: [header('Authorization', 'Bearer abc'), header('Accept', 'text/html')] },
      body: { toString: () => '{"user":"me","password":"abc"}' },
    };
    const response = {
      code: 401,
      status: 'Unauthorized',
      headers: { members: [header('Set-Cookie', 'a=b')] },
      stream: stream('{"access_token": "abc", "n": 1}'),
    };
    expect(exchangeOf({ request, response }, plain)).toEqual({
      request: {
        line: 'POST http://host/login',
        headers: ['Authorization: ***', 'Accept: text/html'],
        body: '{"user":"me","password":***}',
        bodyBytes: 30,
      },
      response: {
        line: 'HTTP 401 Unauthorized',
        headers: ['Set-Cookie: ***'],
        body: '{"access_token": ***, "n": 1}',
        bodyBytes: 31,
      },
    });
  });

  it('has no response where none came, and no body where there was none', () => {
    expect(exchangeOf({ request: {} }, plain)).toEqual({ request: { line: 'GET', headers: [] } });
  });

  it('is cut after secrets have been hidden, so that no half of one is left', () => {
    const secret = 'S'.repeat(40);
    const body = stream(`${'x'.repeat(2030)}${secret}${'y'.repeat(5000)}`);
    const veil = new LearningRedactor([secret]);
    const { response } = exchangeOf(
      { request: {}, response: { code: 200, stream: body } },
      { redact: (text) => veil.redact(text), longest: 2048 },
    );
    expect(response?.body).not.toContain('SSSS');
    expect(response?.body?.length).toBeLessThan(2100);
    expect(response?.bodyBytes).toBe(7070);
  });

  it('says how much binary data there is', () => {
    const response = { code: 200, stream: Uint8Array.from([1, 0, 2]) };
    expect(exchangeOf({ request: {}, response }, plain).response?.body).toBe('(3 bytes of binary data)');
  });

  it('hides the values of fields whose names tell of credentials, quickly in one long word, too', () => {
    const body = `${'a'.repeat(8000)} client_secret=one&my.api-key: two, {"refreshToken":"three","page":4}`;
    const started = performance.now();
    const { response } = exchangeOf(
      { request: {}, response: { code: 200, stream: stream(body) } },
      { ...plain, longest: 9000 },
    );
    expect(performance.now() - started).toBeLessThan(1000);
    expect(response?.body?.slice(8001)).toBe('client_secret=***&my.api-key: ***, {"refreshToken":***,"page":4}');
  });

  it('has the headers that were sent, not those that are switched off', () => {
    const request = { headers: { members: [{ ...header('X-Off', '1'), disabled: true }, header('X-On', '1')] } };
    expect(exchangeOf({ request }, plain).request.headers).toEqual(['X-On: 1']);
  });
});

describe('the exchanges of a run', () => {
  const big = { request: {}, response: { code: 200, stream: stream('x'.repeat(20_000)) } };

  it('keep more of a failed request than of any other', () => {
    const store = new ExchangeStore((text) => text);
    expect(store.keep(big, 'passed')?.response?.body).toHaveLength(2048 + '… (cut)'.length);
    expect(store.keep(big, 'failed')?.response?.body).toHaveLength(8192 + '… (cut)'.length);
  });

  it('are kept of the first thousand passed requests at least, and then of failed ones alone', () => {
    const store = new ExchangeStore((text) => text);
    const kept = Array.from({ length: 1200 }, () => store.keep(big, 'passed')).filter(Boolean);
    expect(kept.length).toBeGreaterThan(900);
    expect(kept.length).toBeLessThan(1200);
    expect(store.keep(big, 'failed')).toBeDefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { readErrorResponse } from '../../../../src/postman/http/error-response.ts';
import { toPostmanError } from '../../../../src/postman/http/map-error.ts';
import { readLimitHeaders } from '../../../../src/postman/rate-limit/headers.ts';

const now = Date.UTC(2026, 0, 1);
const code = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const answer = { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
  return toPostmanError(readErrorResponse(answer, now), {
    limitHeaders: readLimitHeaders(headers, now),
    what: 'update collection "Orders"',
  });
};

describe('a refusal of Postman', () => {
  it.each<[number, unknown, string, Record<string, string>?]>([
    [400, { error: { name: 'instanceNotFoundError', message: 'We could not find the collection' } }, 'not-found'],
    [
      400,
      { error: { name: 'malformedRequestError', message: 'Found 1 error', details: [': must have item'] } },
      'invalid',
    ],
    [400, { type: 'invalidParamError', title: 'Bad', status: 400, detail: 'x' }, 'invalid'],
    [401, { error: { name: 'AuthenticationError', message: 'Invalid API Key' } }, 'unauthorized'],
    [401, '', 'unauthorized'],
    [403, { error: { name: 'forbiddenError', message: 'no' } }, 'forbidden'],
    [404, { type: 'https://api.postman.com/problems/not-found', title: 'Not Found' }, 'not-found'],
    [408, '', 'unavailable'],
    [409, { title: 'Conflict', status: 409 }, 'conflict'],
    [413, '<html>too large</html>', 'too-large'],
    [429, { error: { name: 'rateLimited', message: 'slow down' } }, 'rate-limited'],
    [429, { error: 'rateLimited', message: 'Rate limit exceeded. Please retry after 1767225700' }, 'rate-limited'],
    [
      429,
      {
        type: 'https://api.postman.com/problems/rate-limit-exceeded',
        title: 'Too Many Requests',
        detail: 'see Retry-After',
      },
      'rate-limited',
      { 'retry-after': '2' },
    ],
    [
      429,
      { type: 'https://api.postman.com/problems/rate-limit-exceeded', title: "You've reached the limit for your plan" },
      'quota-exhausted',
    ],
    [429, { error: { name: 'serviceLimitExhausted', message: 'Service limit exhausted.' } }, 'quota-exhausted'],
    [429, { error: { name: 'usageLimitError', message: 'Usage limit reached.' } }, 'quota-exhausted'],
    [400, { error: { name: 'rateLimit', message: 'team~1234' } }, 'rate-limited'],
    [429, '', 'quota-exhausted', { 'x-ratelimit-remaining-month': '0', 'retry-after': '1' }],
    [
      429,
      { error: { name: 'rateLimited', message: 'x' } },
      'quota-exhausted',
      { 'ratelimit-limit-month': '1000', 'ratelimit-remaining-month': '0' },
    ],
    [500, { error: { name: 'serverError', message: 'x' } }, 'unavailable'],
    [502, '<html><h1>502 Bad Gateway</h1></html>', 'unavailable'],
    [301, '', 'invalid'],
  ])('%d %j is %s', (status, body, expected, headers = {}) => {
    expect(code(status, body, headers).code).toBe(expected);
  });

  it('repeats what Postman says, with its details and a remedy', () => {
    const error = code(400, {
      error: {
        name: 'malformedRequestError',
        message: 'Found 1 error',
        details: [': must have required property item'],
      },
    });
    expect(error.message).toContain('Could not update collection "Orders" (HTTP 400 malformedRequestError)');
    expect(error.message).toContain('must have required property item');
    expect(error.remedy).not.toBe('');
  });

  it('says which quota is used up and how much of it', () => {
    const headers = { 'ratelimit-limit-month': '1000', 'ratelimit-remaining-month': '0' };
    const error = code(429, { error: { name: 'serviceLimitExhausted', message: 'Service limit exhausted.' } }, headers);
    expect(error.message).toContain('1000 of 1000');
    expect(error.remedy).toContain('next month');
  });

  it('does not call a limit of the plan the month', () => {
    const title = "You've reached the limit for your plan";
    expect(code(429, { type: 'https://api.postman.com/problems/rate-limit-exceeded', title }).message).toMatch(
      /^A limit of the Postman plan is used up; no further call was made\. Postman says: .*plan\.$/,
    );
    const month = { 'ratelimit-limit-month': '1000', 'ratelimit-remaining-month': '500' };
    expect(code(429, { error: { name: 'serviceLimitExhausted', message: 'x' } }, month).message).toMatch(/^A limit of/);
  });

  it('names the region as the remedy for a feature of another region', () => {
    const detail = "This feature isn't available in your region.";
    expect(code(403, { title: 'Forbidden', status: 403, detail }).remedy).toContain('region: us or eu');
    expect(code(401, '').remedy).toContain('region: eu');
  });

  it.each([300, 301, 399])('says that the redirect %d is not followed', (status) => {
    expect(code(status, '')).toMatchObject({
      message: expect.stringContaining(`answered with a redirect (HTTP ${status})`),
      remedy: expect.stringContaining('api-url'),
    });
  });

  it.each([
    [400, '', /^Could not update collection "Orders" \(HTTP 400\)\. Postman gave no reason\.$/],
    [499, { error: { name: 'a', message: 'No.' } }, /\(HTTP 499 a\)\. Postman says: No\.$/],
    [400, { error: { name: 'a', message: 'No' } }, /Postman says: No\.$/],
    [400, { error: { name: 'a', message: 'No!' } }, /Postman says: No!$/],
    [429, '', /^Postman's rate limit is used up \(HTTP 429\)/],
    [499, '', /^Could not .* \(HTTP 499\)/],
  ])('is a sentence: %d %j', (status, body, message) => expect(code(status, body).message).toMatch(message));

  it.each([
    [401, 'region: eu'],
    [403, 'Editor role'],
    [404, 'Check the id'],
    [429, 'again later'],
    [400, 'Correct the file'],
    [409, 'in a minute'],
    [413, 'Split it'],
    [503, 'status.postman.com'],
  ])('has a remedy: %d', (status, remedy) => expect(code(status, '').remedy).toContain(remedy));

  it('is truncated', () => {
    const long = 'x'.repeat(1_000_000);
    for (const status of [400, 403, 429, 500]) {
      for (const name of [long, 'serviceLimitExhausted']) {
        const body = { error: { name, message: long, details: [long] } };
        expect(code(status, body).message.length).toBeLessThan(1_000);
      }
    }
  });

  it.each([
    [{ error: { name: 'rateLimited', message: 'x', details: { retryAfter: 604_800 } } }, 604_800_000],
    [{ error: { name: 'rateLimited', message: 'x', details: { retryAfter: '60' } } }, 60_000],
    [{ error: { name: 'rateLimited', message: 'x', details: { retryAfter: 1e308 } } }, 366 * 86_400_000],
    [{ error: { name: 'rateLimited', message: 'x', details: { retryAfter: null } } }, undefined],
    [{ title: 'Too Many Requests', details: { retryAfter: 3 } }, 3_000],
    [{ error: { name: 'rateLimitError', message: `try again, retry at ${now + 7_000}` } }, 7_000],
    [{ error: 'rateLimited', message: `Please retry after ${now / 1000 + 9}` }, 9_000],
  ])('finds the wait in %j', (body, ms) => {
    expect(readErrorResponse({ status: 429, body: JSON.stringify(body) }, now).retryAfterMs).toBe(ms);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readErrorResponse } from '../../../../src/postman/http/error-response.ts';

const NOW_MS = 1_800_000_000_000;
const read = (body: unknown) =>
  readErrorResponse({ status: 400, body: typeof body === 'string' ? body : JSON.stringify(body) }, NOW_MS);

describe('an error response', () => {
  it.each([
    ['an object', { error: { name: 'notFound', message: 'Gone.' } }, 'notFound', 'Gone.'],
    ['a text', { error: 'notFound', message: 'Gone.' }, 'notFound', 'Gone.'],
    [
      'problem details',
      { type: 'https://a.test/errors/not-found', title: 'Gone', detail: 'It is.' },
      'not-found',
      'Gone: It is.',
    ],
    ['a title alone', { title: 'Gone' }, '', 'Gone'],
    ['HTML', '<html>Gone</html>', '', ''],
    ['a list', '[1]', '', ''],
    ['nothing', '', '', ''],
    ['details in a list', { error: { name: 'x', message: 'No.', details: ['a', { b: 1 }] } }, 'x', 'No.; a; {"b":1}'],
    ['details by name', { message: 'No.', details: { field: 'b' } }, '', 'No.; field: "b"'],
    ['lines and blanks', { message: ' a\n  b ' }, '', 'a b'],
  ])('is read from %s', (_, body, name, message) => {
    expect(read(body)).toEqual({ status: 400, name, message });
  });

  it('is cut to a bearable length', () => {
    const { name, message } = read({ error: { name: 'n'.repeat(81), message: 'm'.repeat(601) } });
    expect([name, message]).toEqual([`${'n'.repeat(79)}…`, `${'m'.repeat(599)}…`]);
    const whole = read({ error: { name: 'n'.repeat(80), message: 'm'.repeat(600) } });
    expect([whole.name.length, whole.message.length]).toEqual([80, 600]);
  });

  it.each([
    ['seconds as a text', { error: { name: 'x', message: 'y', details: { retryAfter: '3' } } }, 3_000],
    ['seconds as a number', { details: { retryAfter: 4 } }, 4_000],
    ['a time in milliseconds', { message: `Retry after ${NOW_MS + 5_000}` }, 5_000],
    ['a time in seconds', { message: `Please retry at ${NOW_MS / 1000 + 6}.` }, 6_000],
  ])('may ask to wait: %s', (_, body, waitMs) => {
    expect(read(body).retryAfterMs).toBe(waitMs);
  });

  it.each([
    ['no time', { message: 'Retry after a while' }],
    ['another number', { message: 'Retry after 12 attempts' }],
    ['details without a time', { details: { retryAfter: 'soon' } }],
  ])('asks for no wait with %s', (_, body) => {
    expect(read(body)).not.toHaveProperty('retryAfterMs');
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  endsAllCalls,
  messageOf,
  OutsideError,
  PostmanError,
  type PostmanErrorCode,
  systemCodeOf,
} from '../../../../src/core/model/errors.ts';

const errorOf = (code: PostmanErrorCode) => new PostmanError({ code, message: 'no', remedy: 'none' });

describe('a failed call', () => {
  it.each(['unauthorized', 'quota-exhausted', 'rate-limited', 'stopped'] as const)(
    'makes every further call pointless: %s',
    (code) => expect(endsAllCalls(errorOf(code))).toBe(true),
  );

  it.each([
    'forbidden',
    'not-found',
    'invalid',
    'conflict',
    'edited',
    'too-large',
    'unavailable',
    'outcome-unknown',
  ] as const)('leaves the other calls alone: %s', (code) => expect(endsAllCalls(errorOf(code))).toBe(false));

  it('has a cause only if it was given one', () => {
    const cause = new Error('below');
    expect(new PostmanError({ code: 'invalid', message: 'm', remedy: 'r', cause }).cause).toBe(cause);
    expect('cause' in errorOf('invalid')).toBe(false);
  });

  it('is told from other errors by its name', () => {
    expect(String(errorOf('invalid'))).toBe('PostmanError: no');
    expect(String(new OutsideError('network', { message: 'no', remedy: 'none' }))).toBe('OutsideError: no');
  });
});

describe('the code of a thrown value', () => {
  it.each([
    [Object.assign(new Error('no file'), { code: 'ENOENT' }), 'ENOENT'],
    [{ code: 5 }, '5'],
    [new Error('no code'), 'Error: no code'],
    ['a text', 'a text'],
  ])('is the text without one: %p', (thrown, code) => expect(systemCodeOf(thrown)).toBe(code));
});

describe('the message of a thrown value', () => {
  it.each([
    [new Error('an error'), 'an error'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [{ toString: (): string => 'an object' }, 'an object'],
  ])('is read from anything: %p', (thrown, message) => expect(messageOf(thrown)).toBe(message));
});

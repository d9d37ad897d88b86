import { describe, expect, it } from '@jest/globals';
import { lineOf, requestFailure, scriptFailure } from '../../../src/run/child/error-messages.ts';
import { LearningRedactor } from '../../../src/run/child/learning-redactor.ts';
import { safeUrl } from '../../../src/run/suite-secrets.ts';

describe('a URL', () => {
  it.each([
    ['http://user:pass@host/a', 'http://host/a'],
    ['https://host/a?page=2&api_key=abc&q=x', 'https://host/a?page=2&api_key=***&q=x'],
    ['https://host/a?access_token=abc#frag', 'https://host/a?access_token=***#frag'],
    ['http://host/mail@example.com', 'http://host/mail@example.com'],
    ['http://host/a?to=x@y.z', 'http://host/a?to=x@y.z'],
  ])('%s is shown as %s', (url, shown) => expect(safeUrl(url)).toBe(shown));
});

describe('a fault', () => {
  it.each([
    [
      { code: 'ECONNREFUSED', address: '127.0.0.1', port: 9 },
      'request',
      /\(127\.0\.0\.1:9\): ECONNREFUSED, nothing listens/,
    ],
    [{ code: 'ESOCKETTIMEDOUT' }, 'timeout', /`timeout-request`/],
    [{ code: 'ETIMEDOUT', address: '10.0.0.1', port: 80 }, 'request', /ETIMEDOUT/],
    [{ message: 'Invalid URI' }, 'request', /: Invalid URI/],
  ])('of %j is a failed %s with a reason', (error, kind, message) => {
    const fault = requestFailure(error, 'GET http://host/');
    expect(fault.kind).toBe(kind);
    expect(fault.message).toMatch(message);
  });

  it('of a request whose host is a variable without a value says so', () => {
    const message = (target: string) => requestFailure({ code: 'ENOTFOUND' }, target).message;
    for (const target of [
      'GET http://{{baseurl}}/a',
      'GET {{baseUrl}}/a',
      'pm.sendRequest POST https://api.{{zone}}:8080/',
    ])
      expect(message(target)).toContain('a variable in its host has no value. Choose an `environment`');
    for (const target of ['GET http://host/{{id}}', 'GET http://host?a={{id}}', 'pm.sendRequest GET https://host/'])
      expect(message(target)).toContain('no such host');
  });

  it('of a script that was stopped is a timeout', () => {
    for (const message of ['sandbox not responding', 'sandbox: asynchronous script execution timeout']) {
      expect(scriptFailure({ message }, undefined).kind).toBe('timeout');
    }
  });

  it('knows the line that it was told, else the one with a thrown text, else none', () => {
    const source = ['// said', 'throw "mine";'].join('\n');
    expect(lineOf({ name: 'Error', message: 'mine', scriptLine: 0 }, source)).toBe(0);
    expect(lineOf({ message: 'mine' }, source)).toBe(1);
    expect(lineOf({ message: 'never said' }, source)).toBeUndefined();
  });

  it('knows where the compiler stopped', () => {
    expect(lineOf({ name: 'SyntaxError', message: "Unexpected token '='" }, 'ok();\n\nconst = 5;')).toBe(2);
    expect(lineOf({ name: 'SyntaxError', message: 'x' }, 'await ok();')).toBeUndefined();
  });
});

describe('a veil', () => {
  it('hides what it learns from then on', () => {
    const veil = new LearningRedactor(['first-secret']);
    expect(veil.redact('first-secret second-secret')).toBe('*** second-secret');
    expect(veil.add('second-secret')).toBe(true);
    expect(veil.add('second-secret')).toBe(false);
    expect(veil.redact('first-secret second-secret')).toBe('*** ***');
  });

  it('remembers the latest, not all of a long run', () => {
    const veil = new LearningRedactor(['always']);
    for (let index = 100; index < 200; index += 1) veil.add(`token-${index}`);
    expect(veil.redact('always token-199 token-150 token-149')).toBe('*** *** *** token-149');
  });
});

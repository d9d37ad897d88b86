import { describe, expect, it } from '@jest/globals';
import { lineOf, requestFailure, scriptFailure } from '../../../../src/run/child/error-messages.ts';

describe('a failure', () => {
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
    const failure = requestFailure(error, 'GET http://host/');
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(message);
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

  it('is at the line that the sandbox told, else at the one with the thrown text, else nowhere', () => {
    const source = ['// said', 'throw "mine";'].join('\n');
    expect(lineOf({ name: 'Error', message: 'mine', scriptLine: 0 }, source)).toBe(0);
    expect(lineOf({ message: 'mine' }, source)).toBe(1);
    expect(lineOf({ message: 'never said' }, source)).toBeUndefined();
  });

  it('of the syntax is at the line where the compiler stopped', () => {
    expect(lineOf({ name: 'SyntaxError', message: "Unexpected token '='" }, 'ok();\n\nconst = 5;')).toBe(2);
    expect(lineOf({ name: 'SyntaxError', message: 'x' }, 'await ok();')).toBeUndefined();
  });
});

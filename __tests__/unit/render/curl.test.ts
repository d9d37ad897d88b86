import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { curlOf } from '../../../src/render/curl.ts';

const command = (line: string, headers: readonly string[] = [], body?: string): string =>
  curlOf({ request: { line, headers, ...(body === undefined ? {} : { body, bodyBytes: body.length }) } });

describe('a curl command', () => {
  it('has method, URL, headers and body, without headers that curl sets', () => {
    expect(command('POST http://host/a', ['Content-Type: text/plain', 'Host: host', 'Content-Length: 2'], "it's")).toBe(
      `curl -X 'POST' 'http://host/a' \\\n  -H 'Content-Type: text/plain' \\\n  --data-raw 'it'\\''s'`,
    );
    expect(command('GET http://host/a')).toBe("curl 'http://host/a'");
  });

  it.each([
    ['a header', ['X-API-Key: ***'], undefined, `-H 'X-API-Key: '"$X_API_KEY"`],
    ['a bearer token', ['authorization: Bearer ***'], undefined, `-H 'authorization: Bearer '"$AUTHORIZATION"`],
    ['a form field', [], 'user=me&clientSecret=***&a=1', `--data-raw 'user=me&clientSecret='"$CLIENT_SECRET"'&a=1'`],
    ['a JSON string', [], '{"password":"***"}', `--data-raw '{"password":"'"$PASSWORD"'"}'`],
    ['a JSON value', [], '{"password":***,"a":1}', `--data-raw '{"password":'"\\"$PASSWORD\\""',"a":1}'`],
    ['nothing that has a name', [], '*** ***', `--data-raw "$SECRET"' '"$SECRET"`],
  ])('has a variable for a secret in %s', (_where, headers, body, expected) => {
    expect(command('POST http://host/a', headers, body)).toContain(expected);
  });

  it('has variables for the secrets of a URL', () => {
    expect(command('GET http://host/a?token=***&page=2')).toBe(`curl 'http://host/a?token='"$TOKEN"'&page=2'`);
  });

  it('says that a body was shortened', () => {
    expect(curlOf({ request: { line: 'POST http://host', headers: [], body: 'xx… (cut)', bodyBytes: 9000 } })).toMatch(
      /^# The body is cut here: 9000 bytes were sent\.\ncurl/,
    );
  });

  (process.platform === 'win32' ? it.skip : it)('reaches the shell as it was sent, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...`aé '"$\`\\!*;&|<>(){}[]#~?=:\n`.split('')), maxLength: 20 });
    fc.assert(
      fc.property(text, (body) => {
        fc.pre(body !== '' && !body.includes('***'));
        const script = command('POST http://host', [], body).replace(/^curl/, 'printf "%s\\0"');
        const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0');
        expect(words.at(-2)).toBe(body);
      }),
      { numRuns: 25 },
    );
  });
});

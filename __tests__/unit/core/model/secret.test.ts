import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redactStrings } from '../../../../src/core/lib/json.ts';
import { redactor, Secret } from '../../../../src/core/model/secret.ts';

describe('a secret', () => {
  it('prints as stars however it is printed', () => {
    const secret = new Secret('hunter2');
    expect(
      [`${secret}`, JSON.stringify({ secret }), inspect(secret), inspect({ deep: [secret] })].join(),
    ).not.toContain('hunter2');
    expect(secret.reveal()).toBe('hunter2');
  });
});

describe('redacting', () => {
  const forms: readonly ((text: string) => string)[] = [
    (text) => text,
    encodeURI,
    encodeURIComponent,
    (text) => new URLSearchParams([['', text]]).toString().slice(1),
    (text) => Buffer.from(text).toString('base64'),
    (text) => JSON.stringify(text).slice(1, -1),
  ];

  it('leaves no form of a secret in a text: plain, URL-encoded, in a form, base64, inside JSON', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, unit: 'grapheme' }).filter((text) => !/^\**$/.test(text)),
        fc.constantFrom(...forms),
        (text, form) => {
          const redact = redactor([new Secret(text)]);
          expect(redact(`before ${form(text)} after`)).toBe('before *** after');
        },
      ),
    );
  });

  it('leaves no form in which a client encodes some of its characters and not others, in capitals or not', () => {
    const text = fc.string({ minLength: 4, unit: 'grapheme' }).filter((one) => !/^[*%]*$/.test(one));
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.constantFrom('as it is', 'upper', 'lower')), (secret, choices) => {
        const mixed = Array.from(secret, (sign) => {
          const encoded = encodeURIComponent(sign);
          const choice = choices.next().value;
          return choice === 'as it is' || encoded === sign || sign === '%'
            ? sign
            : choice === 'upper'
              ? encoded
              : encoded.toLowerCase();
        }).join('');
        expect(redactor([new Secret(secret)])(`before ${mixed} after`)).toBe('before *** after');
      }),
    );
  });

  it('hides each line of a secret of several, but for those that frame a key', () => {
    const secret = [
      '-----BEGIN PRIVATE KEY-----',
      'first-line-of-it',
      'second-line-of-it',
      'short',
      '-----END PRIVATE KEY-----',
    ];
    const redact = redactor([new Secret(secret.join('\r\n'))]);
    expect(redact('at second-line-of-it: -----END PRIVATE KEY----- short')).toBe(
      'at ***: -----END PRIVATE KEY----- short',
    );
    expect(redact(`before ${secret.join('\r\n')} after`)).toBe('before *** after');
  });

  it('copes with texts that no encoding knows', () => {
    expect(redactor([new Secret('half \ud83d of a sign')])('a half \ud83d of a sign b')).toBe('a *** b');
  });

  it('leaves no base64url of a secret, as tokens are made of it', () => {
    const text = 'a??b>>c~';
    expect(redactor([new Secret(text)])(`x.${Buffer.from(text).toString('base64url')}.y`)).toBe('x.***.y');
  });

  it('leaves no secret with blanks as a form sends it', () => {
    expect(redactor([new Secret('two words')])('a=two+words&b')).toBe('a=***&b');
  });

  it('redacts from four characters on, and lines from eight on', () => {
    expect(redactor([new Secret('abc'), new Secret('wxyz')])('abc wxyz')).toBe('abc ***');
    expect(redactor([new Secret('1234567\n12345678')])('1234567 12345678')).toBe('1234567 ***');
  });

  it('replaces the longer of two secrets first', () => {
    expect(redactor([new Secret('token'), new Secret('token-long')])('a token-long b')).toBe('a *** b');
  });

  it('leaves short words alone, which would blank out half of a report', () => {
    expect(redactor([new Secret('dev'), new Secret('1')])('dev 1')).toBe('dev 1');
  });

  it('redacts a whole report, and keeps dates and numbers', () => {
    const at = new Date(0);
    expect(redactStrings({ a: ['xsecretx', 1, { b: 'secret', at }] }, (text) => text.replace('secret', '***'))).toEqual(
      { a: ['x***x', 1, { b: '***', at }] },
    );
  });
});

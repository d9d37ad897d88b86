import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prettyBody } from '../../../src/render/pretty-body.ts';

describe('a body', () => {
  it('that is JSON has a line for each value', () => {
    expect(prettyBody('{"a":1,"b":[],"c":{"d":"x, y"}}')).toBe(
      '{\n  "a": 1,\n  "b": [],\n  "c": {\n    "d": "x, y"\n  }\n}',
    );
  });

  it('that is JSON on one line may have blanks around it', () => {
    expect(prettyBody(' {"a":1}\n')).toBe('{\n  "a": 1\n}');
  });

  it('that is JSON reads as JSON.stringify would write it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.object({ maxDepth: 4 }), fc.array(fc.json().map((text) => JSON.parse(text)))),
        (value) => {
          const text = JSON.stringify(value);
          expect(prettyBody(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
        },
      ),
    );
  });

  it('that was shortened or masked is indented as far as possible', () => {
    expect(prettyBody('{"token":***,"list":[{"a":"x… (cut)')).toBe(
      '{\n  "token": ***,\n  "list": [\n    {\n      "a": "x… (cut)',
    );
    expect(prettyBody('[1,2… (cut)')).toBe('[\n  1,\n  2… (cut)');
  });

  it.each(['plain text', '<a>[1]</a>', '[a link](x) and words', '{template}', '{\n "a":1}', ''])(
    'that is no JSON on one line stays as it is: %j',
    (body) => expect(prettyBody(body)).toBe(body),
  );
});

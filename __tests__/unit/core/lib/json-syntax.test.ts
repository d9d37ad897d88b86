import { describe, expect, it } from '@jest/globals';
import { jsonSyntaxError } from '../../../../src/core/lib/json-syntax.ts';

function explain(text: string) {
  try {
    JSON.parse(text);
  } catch (error) {
    return jsonSyntaxError(text, (error as Error).message);
  }
  throw new Error('valid');
}

describe('an error in a JSON text', () => {
  it.each([
    ['{"password": hunter2-hunter2}', "Unexpected token 'h'", 13],
    [`{"a": "${'b'.repeat(50)}", "password": hunter2-hunter2}`, "Unexpected token 'h'", 72],
    ['hunter2-hunter2-hunter2', "Unexpected token 'h'", 0],
    ['{"a": 1, "password": "hunter2" x}', "Expected ',' or '}' after property value", 31],
    ['', 'it is empty', 0],
    ['  \n', 'it is empty', 0],
  ])('is told with its place: %j', (text, reason, offset) => {
    expect(explain(text)).toEqual({ reason, offset });
  });

  it.each(['{"password": hunter2-hunter2}', '["hunter2-hunter2", hunter2-hunter2]', '{"hunter2": "hunter2'])(
    'quotes nothing of the text: %j',
    (text) => {
      expect(explain(text).reason).not.toMatch(/hunter2|unter|"/);
    },
  );

  it('is found behind the same character in a key', () => {
    expect(explain('{"axx": x}').offset).toBe(8);
  });

  it('is found at the right one of several similar places', () => {
    const text = `{"a": "1234567890 x: tru", "b": ["1234567890"], "k1234567890": x1}`;
    const { offset } = explain(text);
    expect(text.slice(offset)).toBe('x1}');
  });

  it('is found behind a string with the same text', () => {
    const text = '{"note": "[1, 22, 33, nope, 44, 55, 66]", "list": [1, 22, 33, nope, 44, 55, 66]}';
    expect(text.slice(explain(text).offset)).toBe('ope, 44, 55, 66]}');
  });
});

import { describe, expect, it } from '@jest/globals';
import { typedValue } from '../../../../src/core/contract/typed-value.ts';
import type { JsonValue } from '../../../../src/core/lib/json.ts';

const schemaOf = (): JsonValue => ({ type: 'integer' });

describe('a value that travelled as text', () => {
  it.each<[JsonValue, JsonValue, JsonValue | undefined]>([
    [{ type: 'string' }, '5', '5'],
    [{ type: 'integer' }, '-5', -5],
    [{ type: 'number' }, '2.50', 2.5],
    [{ type: 'boolean' }, 'true', true],
    [{ $ref: 'id' }, '7', 7],
    [{ type: 'array', items: { $ref: 'id' } }, ['1', '2'], [1, 2]],
    // Whatever is left says itself, when it is compiled, what is wrong or how else it is read.
    [{ type: 'integer' }, '0x10', undefined],
    [{ type: 'boolean' }, 'yes', undefined],
    [{ type: 'array', items: { type: 'integer' } }, ['1', 'x'], undefined],
    [{ type: ['string', 'null'] }, 'x', undefined],
    [{ allOf: [{ type: 'string' }] }, 'x', undefined],
    [{ $ref: 'id', minimum: 1 }, '7', undefined],
    [true, 'x', undefined],
  ])('is of the type that %j asks for: %j as %j', (schema, text, expected) => {
    expect(typedValue(schema, text, schemaOf)).toEqual(expected);
  });
});

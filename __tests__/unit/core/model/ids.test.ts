import { describe, expect, it } from '@jest/globals';
import { bareId, isUid } from '../../../../src/core/model/ids.ts';

const ID = '12ece9e1-2abf-4edc-8e34-de66e74114d2';

describe('an id', () => {
  it.each([
    [`12345678-${ID}`, ID, true],
    [ID, ID, true],
    [ID.toUpperCase(), ID, true],
    [`x-${ID}`, ID, false],
    [`${ID}x`, `${ID}x`, false],
    ['Orders', 'Orders', false],
    ['', '', false],
  ])('is the same with its owner and in capital letters: %s', (text, bare, known) => {
    expect([bareId(text), isUid(text)]).toEqual([bare, known]);
  });
});

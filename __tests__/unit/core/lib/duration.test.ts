import { describe, expect, it } from '@jest/globals';
import { duration } from '../../../../src/core/lib/duration.ts';

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [999.6, '1.0 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 0 s'],
    [185_000, '3 min 5 s'],
    [3_599_400, '59 min 59 s'],
    [3_599_600, '1 h 0 min'],
    [3_700_000, '1 h 2 min'],
    [172_740_000, '47 h 59 min'],
    [172_800_000, '2 days'],
  ])('of %d milliseconds reads %s', (ms, text) => expect(duration(ms)).toBe(text));
});

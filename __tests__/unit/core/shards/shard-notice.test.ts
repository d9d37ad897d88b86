import { describe, expect, it } from '@jest/globals';
import { shardNotice } from '../../../../src/core/shards/shard-notice.ts';

const part = (first: number, end: number) => ({ index: 1, total: 2, first, end });
const message = (...own: Parameters<typeof shardNotice>[0]) =>
  shardNotice(own, { shard: { index: 2, total: 3 }, all: 7 }).message;

describe('the notice of a shard', () => {
  it('names the number of its suites, and the rows of split suites', () => {
    expect(message({ name: 'Orders' })).toBe('Shard 2 of 3 runs 1 of 7 suites.');
    expect(message({ name: 'Orders' }, { name: 'Long', part: part(0, 4) }, { name: 'Wide', part: part(4, 9) })).toBe(
      'Shard 2 of 3 runs 3 of 7 suites. Of split suites it runs rows 1 to 4 of "Long", rows 5 to 9 of "Wide".',
    );
  });
});

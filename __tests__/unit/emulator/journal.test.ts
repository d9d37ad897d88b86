import { describe, expect, it } from '@jest/globals';
import { createJournal } from '../../../src/emulator/journal.ts';

const start = {
  method: 'GET',
  path: '/me',
  query: {},
  headerNames: [],
  bodyBytes: 0,
  bodyHash: null,
  keyFingerprint: null,
  at: 0,
};

describe('the journal', () => {
  it('lists requests as they arrive and completes them as they are answered', () => {
    const journal = createJournal(() => 10);
    const first = journal.open(start);
    const second = journal.open(start);
    second({ status: 200 });
    first({ status: 503 });
    expect(journal.entries.map(({ number, status }) => [number, status])).toEqual([
      [1, 503],
      [2, 200],
    ]);
  });

  it('keeps only the newest requests', () => {
    const journal = createJournal(() => 2);
    const ends = [1, 2, 3].map(() => journal.open(start));
    for (const end of ends) end({ status: 200 });
    expect(journal.entries.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('starts again after clearing', () => {
    const journal = createJournal(() => 2);
    journal.open(start)({ status: 200 });
    journal.clear();
    journal.open(start);
    expect(journal.entries).toEqual([{ ...start, number: 1, status: null, durationMs: null, fault: null }]);
  });
});

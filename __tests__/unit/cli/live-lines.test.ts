import { describe, expect, it } from '@jest/globals';
import { LiveLines } from '../../../src/cli/live-lines.ts';

describe('live lines', () => {
  it('stay below what is written, one for each suite, and cannot be steered by names', () => {
    const written: string[] = [];
    let now = 1000;
    const lines = new LiveLines({ columns: 40, write: (text) => written.push(text) }, { now: () => now });
    lines.set(0, { suite: 'A\u001b[2J', requests: 1, failures: 0 });
    now += 200;
    lines.set(1, { suite: 'B', requests: 2, failures: 1 });
    lines.above(() => written.push('log\n'));
    lines.clear();
    expect(written.join('')).toBe(
      '▸ A · 1 request\n' +
        '\u001b[1A\u001b[0J▸ A · 1 request\n▸ B · 2 requests · 1 failure\n' +
        '\u001b[2A\u001b[0Jlog\n▸ A · 1 request\n▸ B · 2 requests · 1 failure\n' +
        '\u001b[2A\u001b[0J',
    );
  });
});

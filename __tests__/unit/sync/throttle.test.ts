import { describe, expect, it } from '@jest/globals';
import { Throttle } from '../../../src/sync/throttle.ts';
import { TestClock } from '../../support/clock.ts';

describe('a throttle', () => {
  it('lets callers through one at a time, in order, with a pause between them', async () => {
    const clock = new TestClock(0);
    const throttle = new Throttle(clock, 1_000);
    const passed: [string, number][] = [];
    const pass = (name: string) => throttle.run(async () => void passed.push([name, clock.now()]));
    await Promise.all([pass('a'), pass('b'), pass('c')]);
    await clock.sleep(5_000);
    await pass('d');
    expect(passed).toEqual([
      ['a', 0],
      ['b', 1_000],
      ['c', 2_000],
      ['d', 7_000],
    ]);
  });

  it('waits for the previous call, even if it fails', async () => {
    const clock = new TestClock(0);
    const throttle = new Throttle(clock, 1_000);
    const slow = throttle.run(async () => {
      await clock.sleep(4_000);
      throw new Error('slow and wrong');
    });
    const next = throttle.run(async () => clock.now());
    await expect(slow).rejects.toThrow('slow and wrong');
    expect(await next).toBe(4_000);
  });
});

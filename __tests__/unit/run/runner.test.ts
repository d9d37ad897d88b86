import { describe, expect, it } from '@jest/globals';
import { ProblemsError } from '../../../src/core/model/problem.ts';
import { Secret } from '../../../src/core/model/secret.ts';
import type { Suite } from '../../../src/core/model/suite.ts';
import type { Engine, EngineResult, RunOnceOptions } from '../../../src/run/engine.ts';
import type { ItemRecord } from '../../../src/run/protocol.ts';
import { createSuiteRunner } from '../../../src/run/runner.ts';
import type { Log, RunPolicy, SuiteListener } from '../../../src/sync/ports.ts';
import { TestClock } from '../../support/clock.ts';
import { aSuite } from '../../support/suite.ts';

const silent: Log = { line: () => {}, notice: () => {}, warning: () => {}, waiting: () => () => {}, group: () => {} };

const usual: RunPolicy = {
  parallel: 2,
  strict: true,
  waitFor: [],
  waitForTimeoutMs: 0,
  reporters: [],
  reportDir: 'r',
};

const item = (failed: boolean): ItemRecord => ({
  place: { iteration: 1, at: ['item', 0], path: [], request: 'Get' },
  sent: [{ method: 'GET', url: '/', code: 200, startedMs: 0, byScript: false, failed: false }],
  assertions: [{ name: 'a', status: failed ? 'failed' : 'passed' }],
  failures: failed ? [{ kind: 'assertion', assertion: 'a', message: 'no' }] : [],
  looked: true,
  console: [],
});

const ended = (items: readonly ItemRecord[]): EngineResult => ({
  raw: { startedAt: 0, durationMs: 5, iterations: 1, items, aborts: [] },
  secrets: [],
  output: ['said'],
});

/** A runner over an engine that ends as `runOnce` says, and what happened. */
function runnerOf(runOnce: (suite: Suite, options: RunOnceOptions) => EngineResult | Promise<EngineResult>) {
  const events: string[] = [];
  const engine: Engine = {
    check: ({ reporters }) =>
      reporters.map((name) => ({ code: 'reporter', message: `${name} is not installed`, remedy: 'Install it.' })),
    prepare: (count) => events.push(`prepare ${count}`),
    runOnce: async (suite, options) => runOnce(suite, options),
    close: () => events.push('close'),
  };
  const listener: SuiteListener = {
    begin: (total) => events.push(`begin ${total}`),
    progress: (index, { suite, requests }) => events.push(`progress ${index} ${suite} ${requests}`),
    ended: (index, { result, output }) => events.push(`ended ${index} ${result.status} ${output.join()}`),
  };
  return {
    runner: createSuiteRunner({ engine, clock: new TestClock(), log: silent, cwd: process.cwd(), listener }),
    events,
  };
}

describe('the runner of suites', () => {
  it('tells the listener what happens, and closes the engine', async () => {
    const { runner, events } = runnerOf((suite, { onProgress }) => {
      onProgress?.({ suite: suite.name, requests: 1, failures: 0 });
      return ended([item(false)]);
    });
    const results = await runner.run([aSuite('A'), aSuite('B')], { ...usual, parallel: 1 });
    expect(results.map(({ suite, status }) => `${suite} ${status}`)).toEqual(['A passed', 'B passed']);
    expect(events).toEqual([
      ...['begin 2', 'progress 0 A 1', 'ended 0 passed said', 'progress 1 B 1', 'ended 1 passed said'],
      'close',
    ]);
  });

  it('prepares as many suites as run at once, unless there is a problem', async () => {
    const { runner, events } = runnerOf(() => ended([]));
    const suites = ['A', 'B', 'C'].map((name) => aSuite(name));
    expect(await runner.check(suites, usual)).toEqual([]);
    const problems = await runner.check(suites, { ...usual, reporters: ['x'] });
    expect(problems.map(({ message }) => message)).toEqual(['x is not installed']);
    expect(events).toEqual(['prepare 2']);
    await expect(runner.run(suites, { ...usual, reporters: ['x'] })).rejects.toThrow(ProblemsError);
  });

  it.each([
    [4, []],
    [3, ['A']],
    [1, ['A', 'B', 'C']],
  ])('keeps processes for the suites that wait: of four, with %d at once, those of %j', async (parallel, kept) => {
    const seen: string[] = [];
    const { runner } = runnerOf(({ name }, { more }) => {
      if (more) seen.push(name);
      return ended([item(false)]);
    });
    await runner.run(
      ['A', 'B', 'C', 'D'].map((name) => aSuite(name)),
      { ...usual, parallel },
    );
    expect(seen).toEqual(kept);
  });

  it('reruns a failed suite, and calls one that then passes flaky', async () => {
    const outcomes = [ended([item(true)]), ended([item(false)])];
    const { runner } = runnerOf(() => outcomes.shift() ?? ended([]));
    const [result] = await runner.run([aSuite('A', { retries: 2 })], usual);
    expect(result).toMatchObject({ status: 'passed', flaky: true });
    expect(result?.earlier.map(({ failures }) => failures.length)).toEqual([1]);
  });

  it('does not rerun what fails in the same way again: nothing was tested', async () => {
    let runs = 0;
    const { runner } = runnerOf(() => {
      runs += 1;
      return ended([]);
    });
    const [result] = await runner.run([aSuite('A', { retries: 2 })], usual);
    expect(result?.attempt.failures.map(({ kind }) => kind)).toEqual(['nothing-tested']);
    expect(runs).toBe(1);
  });

  it('reports an exception of the engine as a failure of that suite, without secrets', async () => {
    const { runner } = runnerOf(({ name }) => {
      if (name === 'A') throw new Error('broke at hunter2-secret');
      return ended([item(false)]);
    });
    const secret = aSuite('A', { variables: new Map([['key', new Secret('hunter2-secret')]]) });
    const [broken, fine] = await runner.run([secret, aSuite('B')], usual);
    expect(broken?.attempt.failures).toMatchObject([{ kind: 'script', message: expect.stringContaining('broke at') }]);
    expect(JSON.stringify(broken)).not.toContain('hunter2');
    expect(fine?.status).toBe('passed');
  });

  it('starts no suite after the run was stopped', async () => {
    const { runner } = runnerOf(() => ended([item(false)]));
    const [result] = await runner.run([aSuite('A')], { ...usual, signal: AbortSignal.abort() });
    expect(result?.attempt.failures).toMatchObject([{ kind: 'timeout', message: expect.stringContaining('not run') }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { PostmanError } from '../../../src/core/model/errors.ts';
import { workspaceId } from '../../../src/core/model/ids.ts';
import { planSync } from '../../../src/core/plan/plan.ts';
import { type ApplyOptions, applyPlan } from '../../../src/sync/apply.ts';
import type { Postman } from '../../../src/sync/ports.ts';
import { TestClock } from '../../support/clock.ts';
import { collection, request } from '../../support/collections.ts';
import { desiredOf, observed, uidOf } from '../../support/state-builders.ts';

const found = observed();
const files = Array.from({ length: 9 }, (_, at) => [`${at}.json`, collection(`C${at}`, request('a'))] as const);
const plan = planSync(desiredOf(Object.fromEntries(files)), found, { prune: 'no', onDrift: 'overwrite' });

const gone = new PostmanError({ code: 'not-found', message: 'gone', remedy: 'none' });

/** Applies the plan with the methods given; every other one must not be called. */
const apply = (postman: Partial<Postman>, more: Partial<ApplyOptions> = {}) =>
  applyPlan(plan, {
    observed: found,
    options: {
      postman: { serverNow: () => new Date(0), fetch: () => Promise.reject(gone), ...postman } as Postman,
      clock: new TestClock(),
      backups: { open: (content) => content, keep: () => Promise.reject(new Error('nothing to back up')) },
      workspace: workspaceId('w'),
      observedAt: new TestClock().now(),
      onDrift: 'overwrite',
      ...more,
    },
  });

describe('applying a plan', () => {
  it('starts no further change after a stop, and completes running ones', async () => {
    const stop = new AbortController();
    let made = 0;
    const create: Postman['create'] = async () => {
      made += 1;
      if (made === 4) stop.abort();
      await Promise.resolve();
      return uidOf(made);
    };
    const { outcomes } = await apply({ create }, { signal: stop.signal });
    const applied = outcomes.filter(({ status }) => status === 'applied');
    expect(applied).toHaveLength(made);
    expect(made).toBeLessThanOrEqual(6);
    expect(outcomes.filter((outcome) => outcome.status === 'skipped' && outcome.reason === 'stopped')).toHaveLength(
      9 - made,
    );
  });

  it('writes at most three resources at once', async () => {
    let open = 0;
    let most = 0;
    const create: Postman['create'] = async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((done) => setTimeout(done, 1));
      open -= 1;
      return uidOf(most);
    };
    await apply({ create });
    expect(most).toBe(3);
  });

  it('reports the reason when a creation fails twice', async () => {
    const refuse = () =>
      Promise.reject(
        new PostmanError({ code: 'outcome-unknown', message: 'Nobody knows (HTTP 503).', remedy: 'Look.' }),
      );
    const {
      outcomes: [first],
    } = await apply({ create: refuse, list: () => Promise.resolve([]) });
    expect(first).toMatchObject({ status: 'failed', error: { message: expect.stringContaining('(HTTP 503)') } });
  });
});

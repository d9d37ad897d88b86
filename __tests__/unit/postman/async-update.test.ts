import { describe, expect, it } from '@jest/globals';
import { PostmanError } from '../../../src/core/model/errors.ts';
import { updateAsynchronously } from '../../../src/postman/async-update.ts';
import type { Call } from '../../../src/postman/http/request.ts';
import type { Sender } from '../../../src/postman/sender.ts';

/** A sender that gives these answers, one after the other, the last one for ever. */
function senderOf(...answers: readonly (object | PostmanError)[]) {
  const calls: string[] = [];
  const pauses: number[] = [];
  const sender = {
    send: async (call: Call<unknown>) => {
      const answer = answers[Math.min(calls.length, answers.length - 1)];
      calls.push(`${call.method} ${call.path}`);
      if (answer instanceof PostmanError) throw answer;
      return call.decode(answer);
    },
    pause: async (ms: number) => void pauses.push(ms),
  };
  return { sender: sender as unknown as Sender, calls, pauses };
}

const update = (sender: Sender) =>
  updateAsynchronously(sender, { path: '/collections/c', body: '{}', what: 'update the collection "Shop"' }).catch(
    (error: unknown) => error,
  );

const task = (status: string) => ({ task: { id: 't/1', status } });

describe('a large update', () => {
  it('waits for the end of its task, with growing pauses', async () => {
    const { sender, calls, pauses } = senderOf(
      task('in-progress'),
      { status: 'in-progress' },
      { status: 'in-progress' },
      { status: 'successful' },
    );
    expect(await update(sender)).toBeUndefined();
    const look = 'GET /collection-updates-tasks/t%2F1';
    expect(calls).toEqual(['PUT /collections/c', look, look, look]);
    expect(pauses).toEqual([500, 1000, 1500]);
  });

  it.each([
    ['its task has ended already', task('successful'), undefined],
    ['the server did it at once', { collection: { uid: '1-c' } }, '1-c'],
  ])('asks nothing more where %s', async (_what, answer, uid) => {
    const { sender, calls } = senderOf(answer);
    expect(await update(sender)).toBe(uid);
    expect(calls).toEqual(['PUT /collections/c']);
  });

  it('is refused where its task failed, without another look', async () => {
    const { sender, calls } = senderOf(task('in-progress'), { status: 'failed' });
    expect(await update(sender)).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('task t/1 is "failed"'),
    });
    expect(calls).toHaveLength(2);
  });

  it('has an unknown outcome where its task is slow beyond all patience', async () => {
    const { sender, calls, pauses } = senderOf(task('in-progress'), { status: 'in-progress' });
    expect(await update(sender)).toMatchObject({ code: 'outcome-unknown' });
    expect(calls).toHaveLength(301);
    expect(Math.max(...pauses)).toBe(5000);
  });

  it('has an unknown outcome where its task is gone', async () => {
    const gone = new PostmanError({ code: 'not-found', message: 'gone', remedy: 'none' });
    const { sender } = senderOf(task('in-progress'), gone);
    expect(await update(sender)).toMatchObject({ code: 'outcome-unknown' });
  });

  it('fails as the call for its task fails', async () => {
    const down = new PostmanError({ code: 'unavailable', message: 'down', remedy: 'none' });
    const { sender } = senderOf(task('in-progress'), down);
    expect(await update(sender)).toBe(down);
  });
});

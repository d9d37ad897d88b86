import { afterEach, describe, expect, it } from '@jest/globals';
import { uid, workspaceId } from '../../../src/core/model/ids.ts';
import { Secret } from '../../../src/core/model/secret.ts';
import { createPostman } from '../../../src/postman/client.ts';
import { createTransport } from '../../../src/postman/http/transport.ts';
import { Sender } from '../../../src/postman/sender.ts';
import type { Postman } from '../../../src/sync/ports.ts';
import { TestClock } from '../../support/clock.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';

let server: TestServer;
const transport = createTransport('test', { idleMs: 2_000, totalMs: 5_000 });

afterEach(async () => {
  await server.close();
});

type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown };

/** A client of a server that gives these answers in turn, the last one again and again. */
async function clientOf(...answers: readonly Answer[]): Promise<Postman> {
  let next = 0;
  server = await startServer((_, response) => {
    const { status = 200, headers = {}, body } = answers[Math.min(next, answers.length - 1)] ?? { body: {} };
    next += 1;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  const clock = new TestClock();
  const log = { line: () => {}, notice: () => {}, warning: () => {}, group: () => {}, waiting: () => () => {} };
  const still = {
    ...transport,
    send: (request: Parameters<typeof transport.send>[0]) => clock.during(() => transport.send(request)),
  };
  const options = { baseUrl: server.url, apiKey: new Secret('PMAK-1'), maxWaitMs: 60_000 };
  return createPostman(new Sender({ ...options, transport: still, clock, random: () => 0.5, log }));
}

const WATCH = { uid: uid('123-1e6b6cc1-c760-48e0-968f-4bfaeeae9af1'), name: 'Watch' };

describe('starting a monitor', () => {
  it.each<readonly [string, Answer, object]>([
    [
      'tells its job id and when it began',
      { body: { run: { info: { jobId: 'j', status: 'success', startedAt: '2025-06-17T19:50:04.019Z' } } } },
      { jobId: 'j', startedAt: new Date('2025-06-17T19:50:04.019Z') },
    ],
    [
      'tells nothing when Postman takes its time',
      { status: 202, body: { run: { info: { monitorId: 'm', status: 'running', message: 'wait' } } } },
      {},
    ],
    ['minds no nulls', { body: { run: { info: { jobId: null, startedAt: null } } } }, {}],
  ])('%s', async (_, answer, started) => {
    const postman = await clientOf(answer);
    expect(await postman.startMonitor(WATCH)).toEqual(started);
    expect(server.requests).toMatchObject([{ method: 'POST', url: `/monitors/${WATCH.uid}/run?async=true` }]);
  });

  it('waits for a short limit', async () => {
    const limited = {
      status: 429,
      headers: { 'retry-after': '3' },
      body: { error: { name: 'rateLimited', message: 'slow down' } },
    };
    const postman = await clientOf(limited, { body: { run: { info: { jobId: 'j' } } } });
    expect(await postman.startMonitor(WATCH)).toEqual({ jobId: 'j' });
    expect(postman.use().waitedMs).toBeGreaterThanOrEqual(3_000);
  });

  it.each<readonly [string, Answer]>([
    [
      'serviceLimitExhausted',
      { status: 429, body: { error: { name: 'serviceLimitExhausted', message: 'Service limit exhausted.' } } },
    ],
    ['usageLimitError', { status: 429, body: { error: { name: 'usageLimitError', message: 'Usage limit reached.' } } }],
    [
      'a forbidden that names the usage',
      {
        status: 403,
        body: { error: { name: 'forbiddenError', message: 'Usage limit reached. Contact your team admin.' } },
      },
    ],
    [
      'a forbidden in other words',
      { status: 403, body: { title: 'Forbidden', detail: 'You have exceeded the limit of monitor requests.' } },
    ],
    ['payment required', { status: 402, body: { error: { name: 'monitorUsage', message: 'Upgrade your plan.' } } }],
  ])('that the month cannot carry (%s) leaves other calls alone', async (_, refusal) => {
    const postman = await clientOf(refusal, { body: { user: { id: 1 } } });
    await expect(postman.startMonitor(WATCH)).rejects.toMatchObject({
      code: 'quota-exhausted',
      message: `Postman refuses to run the monitor "Watch": the month's monitored requests are used up.`,
    });
    expect(await postman.me()).toMatchObject({ usage: [] });
  });

  it('that the key may not run is no matter of the month', async () => {
    const body = { error: { name: 'forbiddenError', message: 'You are not authorized to perform this action.' } };
    const postman = await clientOf({ status: 403, body });
    await expect(postman.startMonitor(WATCH)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is an error about the API calls where it is those that are used up', async () => {
    const headers = { 'ratelimit-limit-month': '1000', 'ratelimit-remaining-month': '0' };
    const postman = await clientOf({
      status: 429,
      headers,
      body: { error: { name: 'serviceLimitExhausted', message: 'no' } },
    });
    await expect(postman.startMonitor(WATCH)).rejects.toMatchObject({
      message: expect.stringContaining('quota of Postman API calls is used up'),
    });
    await expect(postman.me()).rejects.toMatchObject({ code: 'quota-exhausted' });
  });

  it('is of unknown outcome when the answer says nothing', async () => {
    const postman = await clientOf({ body: {} });
    await expect(postman.startMonitor(WATCH)).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(server.requests).toHaveLength(1);
  });
});

describe('the list of monitors', () => {
  const monitor = (number: number) => ({
    id: `${number}`,
    uid: `123-${number}`,
    name: `Watch ${number}`,
    active: true,
    collectionUid: '123-c',
    environmentUid: null,
  });
  const workspace = workspaceId('1f0df51a-8658-4ee8-a2a1-d2567dfa09a9');

  it.each<readonly [string, unknown]>([
    ['an empty text', { nextCursor: '' }],
    ['null', { nextCursor: null }],
    ['nothing', undefined],
  ])('goes from cursor to cursor until there is %s', async (_, end) => {
    const postman = await clientOf(
      { body: { monitors: [monitor(1), monitor(2)], meta: { nextCursor: 'n/2+', limit: 25 } } },
      { body: { monitors: [monitor(3)], ...(end === undefined ? {} : { meta: end }) } },
    );
    expect((await postman.list('monitor', workspace)).map(({ name }) => name)).toEqual([
      'Watch 1',
      'Watch 2',
      'Watch 3',
    ]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      `/monitors?workspace=${workspace}`,
      `/monitors?workspace=${workspace}&cursor=n%2F2%2B`,
    ]);
    expect((await postman.list('monitor', workspace, 'Watch 3')).map(({ shows }) => shows)).toEqual([
      { active: true, collectionUid: '123-c', environmentUid: null },
    ]);
  });

  it('ends where a cursor comes back', async () => {
    const postman = await clientOf({ body: { monitors: [monitor(1)], meta: { nextCursor: 'again' } } });
    await postman.list('monitor', workspace);
    expect(server.requests).toHaveLength(2);
  });
});

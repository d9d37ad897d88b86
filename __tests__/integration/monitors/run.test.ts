import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/lib/json.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { EmulatorOptions } from '../../../src/emulator/index.ts';
import { renderResult } from '../../../src/render/text.ts';
import { collection, environment } from '../../support/collections.ts';
import { startTeam, type Team } from '../../support/repository.ts';
import { startTarget, type Target } from '../../support/slow-api.ts';

let team: Team;
let target: Target;

beforeEach(async () => {
  target = await startTarget();
});

afterEach(async () => {
  target.release();
  await team.emulator.idle();
  await team.close();
  await target.close();
});

const asking = (path: string, code: number): JsonObject => ({
  name: `${path} ${code}`,
  request: `{{baseUrl}}/${path}`,
  event: [{ listen: 'test', script: { exec: [`pm.test('is ${code}', () => pm.response.to.have.status(${code}));`] } }],
});

const monitor = (name: string, watched: string, more = ''): string =>
  `  - { name: ${name}, collection: ${watched}, environment: Stage, schedule: { cron: '0 */6 * * *', timezone: UTC }${more} }`;

const MONITORS = ['monitors:', monitor('Good', 'Good'), monitor('Bad', 'Bad'), monitor('Slow', 'Slow')];

const files = (lines: readonly string[]) => ({
  'good.postman_collection.json': collection('Good', asking('list', 200), asking('get', 200)),
  'bad.postman_collection.json': collection('Bad', asking('list', 200), asking('get', 201)),
  'empty.postman_collection.json': collection('Empty'),
  'slow.postman_collection.json': collection('Slow', asking('slow', 200)),
  'stage.postman_environment.json': environment('Stage', { key: 'baseUrl', value: target.url }),
  'postman-sync.yaml': lines.join('\n'),
});

const start = async (lines: readonly string[], options: EmulatorOptions = {}): Promise<void> => {
  team = await startTeam(files(lines), options);
};

const run = (inputs: Readonly<Record<string, string>> = {}): Promise<Report> =>
  team.run('apply', { run: 'monitors', ...inputs });

const statuses = ({ monitors }: Report): readonly string[] => monitors.map(({ name, status }) => `${name} ${status}`);
const runsStarted = (): number =>
  team.emulator.journal.filter(({ method, path }) => method === 'POST' && path.endsWith('/run')).length;

describe('a run of monitors', () => {
  it('passes when everything passed, and tells the numbers', async () => {
    await start(['monitors:', monitor('Good', 'Good')]);
    const report = await run();
    expect(report.verdict).toBe('passed');
    expect(report.monitors).toMatchObject([
      {
        name: 'Good',
        status: 'success',
        passed: true,
        assertions: { total: 2, failed: 0 },
        requests: { total: 2, failed: 0 },
      },
    ]);
    expect(report.monitors[0]?.link).toMatch(
      /^https:\/\/go\.postman\.co\/workspace\/[0-9a-f-]{36}\/monitor\/[0-9a-f-]{36}$/,
    );
    expect(report.monitors[0]).not.toHaveProperty('before');
    expect(report.api.usage.find(({ name }) => name === 'monitor_request_runs')).toMatchObject({ usage: 0 });
  });

  it('fails the gate for a run that failed behind a 200, and compares with the run before', async () => {
    await start(['monitors:', monitor('Good', 'Good'), monitor('Bad', 'Bad')]);
    await run();
    const report = await run();
    expect(report.verdict).toBe('failed');
    expect(report.failureKinds).toEqual(['monitor']);
    expect(report.monitors).toMatchObject([
      { name: 'Good', passed: true },
      {
        name: 'Bad',
        status: 'failed',
        passed: false,
        assertions: { total: 2, failed: 1 },
        message: 'Postman says "failed"; 1 of 2 assertions failed.',
        before: { status: 'failed', assertions: { total: 2, failed: 1 } },
      },
    ]);
    expect(renderResult(report, { color: false })).toContain('(before: failed, 1 of 2 assertions failed');
  });

  it('tells a broken script from a failed assertion, in the word of Postman', async () => {
    const broken = {
      name: 'x',
      request: '{{baseUrl}}/',
      event: [{ listen: 'test', script: { exec: ['nowhere.at.all();'] } }],
    };
    await start(['monitors:', monitor('Broken', 'Good')]);
    await team.write({ 'good.postman_collection.json': collection('Good', broken) });
    const report = await run();
    expect(statuses(report)).toEqual(['Broken error']);
    expect(report.failureKinds).toEqual(['monitor']);
  });

  it('is no green gate when nothing is asserted, unless it is not strict', async () => {
    await start(['monitors:', monitor('Mute', 'Good')]);
    await team.write({ 'good.postman_collection.json': collection('Good', { name: 'x', request: '{{baseUrl}}/' }) });
    expect((await run()).monitors).toMatchObject([
      { status: 'success', passed: false, message: 'nothing was asserted.' },
    ]);
    expect((await run({ strict: 'false' })).monitors).toMatchObject([{ status: 'success', passed: true }]);
  });

  it('leaves the gate open for a suite that does not block', async () => {
    await start([...MONITORS, 'suites:', '  - { name: Look, monitor: Bad, blocking: false }']);
    const report = await run();
    expect(report.verdict).toBe('passed');
    expect(report.monitors).toMatchObject([{ name: 'Bad', status: 'failed', passed: false, blocking: false }]);
  });

  it('runs what the suites name, and of those what was chosen', async () => {
    await start([
      ...MONITORS,
      'suites:',
      '  - { monitor: Good }',
      '  - { name: Bad one, monitor: Bad }',
      '  - { name: Local, collection: Good }',
    ]);
    expect(statuses(await run())).toEqual(['Good success', 'Bad failed']);
    expect(statuses(await run({ suite: 'Good' }))).toEqual(['Good success']);
    const wrong = await run({ suite: 'Goo' });
    expect(wrong.problems).toMatchObject([
      { message: 'suite: there is no suite "Goo"', remedy: expect.stringContaining('"Bad one"') },
    ]);
    expect((await run({ suite: 'Local' })).problems).toMatchObject([
      { message: 'suite: "Local" is a suite of newman, and run does not name newman' },
    ]);
  });

  it('happens in apply only', async () => {
    await start(['monitors:', monitor('Good', 'Good')]);
    const report = await team.run('plan', { run: 'monitors' });
    expect(report.monitors).toEqual([]);
    expect(report.notices).toContainEqual({
      level: 'notice',
      message: 'The monitors are not run: only apply runs monitors.',
    });
    expect(runsStarted()).toBe(0);
  });

  it('is a problem where no monitor is declared', async () => {
    await start(['retries: 0']);
    const report = await run();
    expect(report.problems).toMatchObject([
      { message: 'run: monitors is set, and the configuration declares no monitors' },
    ]);
    expect(team.calls()).toEqual([]);
  });
});

describe('the wait for a run', () => {
  it('looks again with growing pauses until a slow run is over', async () => {
    await start(['monitors:', monitor('Slow', 'Slow')]);
    team.holdRuns = false;
    const waiting = run();
    while (looks().length < 8) await new Promise((turn) => setImmediate(turn));
    await team.clock.during(async () => {
      target.release();
      await team.emulator.idle();
    });
    const report = await waiting;
    expect(statuses(report)).toEqual(['Slow success']);
    const pauses = looks()
      .slice(1)
      .map((at, index) => at - (looks()[index] ?? 0));
    const early = pauses.slice(2, 8);
    expect(early.every((pause, index) => index === 0 || pause >= (early[index - 1] ?? 0))).toBe(true);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(20_000);
    expect(runsStarted()).toBe(1);
  });

  const looks = (): readonly number[] =>
    team.emulator.journal
      .filter(({ method, path }) => method === 'GET' && /^\/monitors\/[^/]+$/.test(path))
      .map(({ at }) => at);

  it('ends with the timeout, and says where to look', async () => {
    await start([...MONITORS, 'suites:', '  - { name: Slow one, monitor: Slow, timeout: 90s }']);
    team.holdRuns = false;
    const report = await run();
    expect(report.verdict).toBe('failed');
    expect(report.failureKinds).toEqual(['timeout', 'monitor']);
    expect(report.monitors).toMatchObject([{ name: 'Slow', status: 'timeout', passed: false }]);
    expect(report.monitors[0]?.message).toMatch(
      /did not end within 90 s, and may still be running: see https:\/\/go\.postman\.co\//,
    );
    const at = looks();
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeLessThan(95_000);
  });

  it.each([
    ['a gateway gave up on the start', 'POST /monitors/*/run: 504 html after-apply @1'],
    ['the connection broke after the start', 'POST /monitors/*/run: reset after-apply @1'],
    ['the answer to the start was cut', 'POST /monitors/*/run: truncate after-apply @1'],
  ])('goes on when %s, and starts nothing twice', async (_, fault) => {
    await start(['monitors:', monitor('Good', 'Good')]);
    await run();
    await team.fault(fault);
    const report = await run();
    expect(report.verdict).toBe('passed');
    expect(statuses(report)).toEqual(['Good success']);
    expect(runsStarted()).toBe(2);
  });

  it('keeps to ten calls in ten seconds with many monitors at once', async () => {
    const many = Array.from({ length: 12 }, (_, at) => monitor(`Watch ${at}`, 'Empty'));
    await start(['monitors:', ...many], { profile: { specialLimit: 10 } });
    const report = await run({ 'max-wait': '2m', strict: 'false' });
    expect(report.errors).toEqual([]);
    expect(report.verdict).toBe('passed');
    expect(report.monitors).toHaveLength(many.length);
    expect(team.emulator.journal.filter(({ status }) => status === 429)).toEqual([]);
    const calls = team.emulator.journal.filter(({ path }) => path.startsWith('/monitors'));
    const spans = calls.slice(10).map(({ at }, index) => at - (calls[index]?.at ?? 0));
    expect(Math.min(...spans)).toBeGreaterThanOrEqual(10_000);
    // Two lists: one before the creations, one after them.
    const [lists, create, begin, look] = [2, many.length, many.length, many.length];
    expect(calls.length).toBe(lists + create + begin + look);
    const kinds = calls.slice(lists + create).map(({ method }) => method);
    expect(kinds.lastIndexOf('POST')).toBeLessThan(kinds.indexOf('GET'));
  }, 90_000);
});

describe("the month's monitored requests", () => {
  const two = ['monitors:', monitor('Good', 'Good', ', regions: [us-east, uk, eu-central]'), monitor('Bad', 'Bad')];

  it('are looked at first: what they cannot carry is refused with the numbers', async () => {
    await start(two, { profile: { monitorQuota: 1_000, monitorQuotaUsed: 993, monitorOverage: false } });
    const report = await run();
    expect(report.verdict).toBe('error');
    expect(report.failureKinds).toEqual(['monitor', 'quota']);
    expect(report.errors[0]?.message).toBe(
      'Running the 2 monitors takes about 8 monitored requests (requests × regions), and the month has 7 left (993 of 1000 are used). No monitor was run.',
    );
    expect(statuses(report)).toEqual(['Good not run', 'Bad not run']);
    expect(report.plan?.changes.every(({ status }) => status === 'applied')).toBe(true);
    expect(runsStarted()).toBe(0);
  });

  it('are enough to the last one', async () => {
    await start(two, { profile: { monitorQuota: 1_000, monitorQuotaUsed: 992, monitorOverage: false } });
    expect(statuses(await run())).toEqual(['Good success', 'Bad failed']);
    const report = await run();
    expect(report.errors[0]?.message).toContain('the month has 0 left (1000 of 1000 are used)');
  });

  it('may be exceeded where that is paid for, with a warning', async () => {
    await start(two, { profile: { monitorQuota: 1_000, monitorQuotaUsed: 1_200 } });
    const report = await run();
    expect(statuses(report)).toEqual(['Good success', 'Bad failed']);
    expect(report.notices).toContainEqual({
      level: 'warning',
      message:
        "Of the month's 1000 monitored requests 1200 were used before this run, 200 of them beyond the plan; it takes about 8.",
    });
  });

  it('stop where quota-stop-at says', async () => {
    await start(two, { profile: { monitorQuota: 1_000, monitorQuotaUsed: 500 } });
    const report = await run({ 'quota-stop-at': '50%' });
    expect(report.errors[0]?.message).toContain('(500 of 1000 are used, and quota-stop-at allows 500)');
  });

  it.each([403, 429] as const)(
    'are called by their name where Postman refuses a run with %s',
    async (monitorExhaustedStatus) => {
      const profile = {
        account: 'guest',
        monitorQuota: 1,
        monitorQuotaUsed: 1,
        monitorOverage: false,
        monitorExhaustedStatus,
      } as const;
      await start(['monitors:', monitor('Good', 'Good')], { profile });
      const report = await run();
      expect(report.verdict).toBe('error');
      expect(report.failureKinds).toEqual(['monitor', 'quota']);
      expect(report.errors[0]?.message).toBe(
        `Postman refuses to run the monitor "Good": the month's monitored requests are used up.`,
      );
      expect(statuses(report)).toEqual(['Good not run']);
    },
  );
});

describe('a refusal of Postman', () => {
  const guest = { account: 'guest', monitorQuota: 1, monitorQuotaUsed: 1, monitorOverage: false } as const;

  it('that holds for all is met once: no other monitor is started', async () => {
    await start(MONITORS, { profile: guest });
    const report = await run();
    expect(statuses(report)).toEqual(['Good not run', 'Bad not run', 'Slow not run']);
    expect(report.errors).toHaveLength(1);
    expect(runsStarted()).toBe(1);
  });

  it('that holds for one monitor keeps no other one from being run', async () => {
    await start(['monitors:', monitor('Good', 'Good'), monitor('Bad', 'Bad')]);
    await team.fault('POST /monitors/*/run: 404 @1');
    expect(statuses(await run())).toEqual(['Good not run', 'Bad failed']);
  });
});

describe('a monitor that is not in sync', () => {
  it('is not run, and says why', async () => {
    await start(['monitors:', monitor('Good', 'Good'), monitor('Bad', 'Bad')]);
    await run();
    await team.write({ 'good.postman_collection.json': collection('Good', asking('list', 200)) });
    await team.fault('PUT /collections/*: 403');
    const before = runsStarted();
    const report = await run();
    expect(report.monitors).toMatchObject([
      {
        name: 'Good',
        status: 'not run',
        message: 'It was not run: the collection "Good" is not in sync with the repository.',
      },
      { name: 'Bad', status: 'failed' },
    ]);
    expect(runsStarted() - before).toBe(1);
  });
});

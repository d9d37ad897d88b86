import { describe, expect, it } from '@jest/globals';
import { parseSettings } from '../../../src/settings/parse.ts';

const settle = (text: string, inputs: Readonly<Record<string, string>> = {}) => {
  const raw = { command: 'test', run: 'monitors', ...inputs };
  const config = { path: 'api/postman-sync.yaml', text };
  return parseSettings(new Map(Object.entries(raw)), { cpus: 1, env: () => undefined, config });
};

/** `line:column message → remedy` of every problem. */
const problemsOf = (text: string): readonly string[] => {
  const settled = settle(text);
  if (settled.ok) return [];
  return settled.problems.map(
    ({ path, position, message, remedy }) =>
      `${path?.replace('api/postman-sync.yaml', '')}${position?.line}:${position?.column} ${message} → ${remedy}`,
  );
};

const settingsOf = (text: string, inputs: Readonly<Record<string, string>> = {}) => {
  const settled = settle(text, inputs);
  if (!settled.ok) throw new Error(settled.problems.map(({ message }) => message).join('\n'));
  return settled.value;
};

const SCHEDULE = "schedule: { cron: '0 */6 * * *', timezone: Europe/Berlin }";

describe('a declared monitor', () => {
  it('becomes the body for the API, with safe defaults', () => {
    const [monitor] = settingsOf(`monitors:\n  - { name: Watch, collection: Orders, ${SCHEDULE} }\n`).monitors;
    expect(monitor).toMatchObject({
      name: 'Watch',
      collection: 'Orders',
      document: 'api/postman-sync.yaml',
      base: 'api',
    });
    expect(monitor?.content).toEqual({
      schedule: { cron: '0 */6 * * *', timezone: 'Europe/Berlin' },
      active: true,
      options: { strictSSL: true, followRedirects: true },
    });
    expect(monitor?.locate(['collection'])).toEqual({ line: 2, column: 32 });
  });

  it('may set every setting of Postman', () => {
    const [monitor] = settingsOf(`
monitors:
  - name: Watch
    uid: 123-1e6b6cc1-c760-48e0-968f-4bfaeeae9af1
    collection: Orders
    environment: Staging
    ${SCHEDULE}
    active: false
    regions: [us-east, uk]
    options: { strictSSL: false, followRedirects: false, requestTimeout: 3000, requestDelay: 0 }
    retry: { attempts: 2 }
    notifications: { onError: [a@example.com], onFailure: [] }
    notification-limit: 3
`).monitors;
    expect(monitor).toMatchObject({ environment: 'Staging', pinned: '123-1e6b6cc1-c760-48e0-968f-4bfaeeae9af1' });
    expect(monitor?.content).toEqual({
      schedule: { cron: '0 */6 * * *', timezone: 'Europe/Berlin' },
      active: false,
      distribution: [{ region: 'us-east' }, { region: 'uk' }],
      options: { strictSSL: false, followRedirects: false, requestTimeout: 3000 },
      retry: { attempts: 2 },
      notifications: { onError: [{ email: 'a@example.com' }], onFailure: [] },
      notificationLimit: 3,
    });
  });

  it('reports all its problems at once, each with its position and the allowed values', () => {
    const problems = problemsOf(`monitors:
  - name: Often
    collection: Orders
    schedule: { cron: '* * * * *', timezone: Europe/Berln }
    regions: [moon]
    retry: { attempts: 3 }
    options: { requestTimeout: 900001 }
    notification-limit: 0
    notifications: { onError: [nobody] }
  - name: Never
    collection: Orders
`);
    expect(problems).toEqual([
      expect.stringMatching(
        /^4:23 monitors\[0\]\.schedule\.cron: "\* \* \* \* \*" runs every minute at times.*→ Postman takes five fields/,
      ),
      expect.stringMatching(
        /^4:46 monitors\[0\]\.schedule\.timezone: "Europe\/Berln" is not a time zone of the IANA database → Write a name such as/,
      ),
      expect.stringMatching(
        /^5:15 monitors\[0\]\.regions\[0\]: .*→ Write one of us-east, us-west, ap-southeast, ca-central, eu-central, sa-east, uk, us-east-staticip, us-west-staticip\.$/,
      ),
      expect.stringMatching(/^6:24 monitors\[0\]\.retry\.attempts: .*→ Write 2 or less\.$/),
      expect.stringMatching(/^7:32 monitors\[0\]\.options\.requestTimeout: .*→ Write 900000 or less\.$/),
      expect.stringMatching(/^8:25 monitors\[0\]\.notification-limit: .*→ Write 1 or more\.$/),
      expect.stringMatching(/^9:32 monitors\[0\]\.notifications\.onError\[0\]: "nobody" is not a mail address/),
      expect.stringMatching(
        /^10:5 monitors\[1\]\.schedule: a monitor needs a schedule, such as .* → Write keys with values here\.$/,
      ),
    ]);
  });

  it('must have a unique name', () => {
    const one = `  - { name: Watch, collection: Orders, ${SCHEDULE} }\n`;
    expect(problemsOf(`monitors:\n${one}${one}`)).toEqual([
      '3:13 monitors[1].name: another monitor is named "Watch", too → Give each monitor a unique name: the name identifies the monitor.',
    ]);
  });
});

describe('monitors as suites', () => {
  const monitors = `monitors:\n  - { name: A, collection: C, ${SCHEDULE} }\n  - { name: B, collection: C, ${SCHEDULE} }\n`;

  it('are all declared monitors when no suite names one, with the longest timeout that Postman allows', () => {
    const suites = `${monitors}suites:\n  - { collection: C }\n`;
    expect(settingsOf(suites).run.monitorSuites).toEqual([
      { name: 'A', monitor: 'A', blocking: true, timeoutMs: 900_000 },
      { name: 'B', monitor: 'B', blocking: true, timeoutMs: 900_000 },
    ]);
    expect(settingsOf(suites).run.suites).toHaveLength(1);
    expect(settingsOf(suites, { timeout: '2m' }).run.monitorSuites[0]?.timeoutMs).toBe(120_000);
  });

  it('are the monitors that suites name', () => {
    const { run } = settingsOf(
      `${monitors}suites:\n  - { name: Nightly, monitor: B, timeout: 90s, blocking: false }\n`,
    );
    expect(run.monitorSuites).toEqual([{ name: 'Nightly', monitor: 'B', blocking: false, timeoutMs: 90_000 }]);
    expect(run.suites).toEqual([]);
  });

  it('reject settings of Newman, unknown monitors and repeated monitors', () => {
    const problems = problemsOf(
      `${monitors}suites:\n  - { monitor: A, folder: [Smoke] }\n  - { monitor: A, collection: C }\n  - { name: Nothing }\n`,
    );
    expect(problems).toEqual([
      expect.stringMatching(/^5:27 suites\[0\]\.folder: not available for a suite with a monitor/),
      expect.stringMatching(/^6:5 suites\[1\]: a suite runs either a collection or a monitor/),
      expect.stringMatching(/^7:5 suites\[2\]: a suite runs either a collection or a monitor/),
    ]);
    expect(problemsOf(`${monitors}suites:\n  - { monitor: C }\n  - { monitor: A }\n  - { monitor: A }\n`)).toEqual([
      expect.stringMatching(/^5:16 there is no monitor "C" → Declare it under monitors, or name one of "A", "B"\.$/),
      expect.stringMatching(/^7:16 another suite runs the monitor "A", too/),
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../../src/settings/config.ts';

/** Every problem as `line:column message → remedy`. */
const problemsOf = (text: string): readonly string[] => {
  const parsed = parseConfig({ path: 'postman-sync.yaml', text });
  return parsed.ok
    ? []
    : parsed.problems.map(
        ({ position, message, remedy }) => `${position?.line}:${position?.column} ${message} → ${remedy}`,
      );
};

const DURATION = 'Write a number with a unit: 800ms, 30s or 5m.';

describe('a configuration with a mistake', () => {
  it.each([
    ['retires: 2', '1:1 retires: unknown key → Did you mean retries?'],
    ['x: 2', '1:1 x: unknown key → Remove it; docs/configuration.md lists every key.'],
    [
      'environments: [{ path: a.json, values: { t: { env: T, uplod: true } } }]',
      '1:55 environments[0].values.t.uplod: unknown key → Did you mean upload?',
    ],
    [
      'suites: [{ collection: A, thresholds: { p99: 3s } }]',
      '1:41 suites[0].thresholds.p99: unknown key → Did you mean p95?',
    ],
    [
      'postman-api-key: PMAK-1',
      '1:1 postman-api-key: not allowed in the configuration file → Remove it, and give it as an input of the action or on the command line.',
    ],
    [
      'on-drift: over-write',
      '1:11 on-drift: "over-write" is not one of merge, overwrite, keep, fail → Did you mean overwrite?',
    ],
    ['prune: maybe', '1:8 prune: "maybe" is not one of true, false, force → Write one of true, false, force.'],
    ['run: postman', '1:6 run: "postman" is not one of newman, monitors, none → Write one of newman, monitors, none.'],
    [
      'run: [newman, postbot]',
      '1:15 run[1]: "postbot" is not one of newman, monitors, none → Write one of newman, monitors, none.',
    ],
    ['strict: maybe', '1:9 strict: expected true or false, got a string → Write true or false here.'],
    ['parallel: 0', '1:11 parallel: must be at least 1 (got 0) → Write 1 or more.'],
    ['retries: 11', '1:10 retries: must be at most 10 (got 11) → Write 10 or less.'],
    ['retries: 1.5', '1:10 retries: expected a whole number, got a fraction → Write a whole number here.'],
    ['workspace:', '1:11 workspace: expected a string, got nothing → Write a string here.'],
    ["workspace: ''", '1:12 workspace: the text is empty → Write a text, or remove the key.'],
    ['timeout: soon', `1:10 timeout: "soon" is not a duration → ${DURATION}`],
    ['timeout: -1', '1:10 timeout: must be at least 0 (got -1) → Write 0 or more.'],
    [
      'quota-warn-at: 80',
      '1:16 quota-warn-at: expected a string, got a number → Write a string here: with its unit, or in quotes.',
    ],
    [
      'quota-warn-at: most',
      '1:16 quota-warn-at: "most" is not a percentage → Write a percentage from 0% to 100%, such as 80%.',
    ],
    ['collections: a.json', '1:14 collections: expected a list, got a string → Write a list here.'],
    [
      'collections: [5]',
      '1:15 collections[0]: expected a string, or keys with values, got a number → Write a string, or keys with values here.',
    ],
    ['collections: [{}]', '1:15 collections[0].path: this is missing → Write a string here.'],
    [
      'suites: [{ name: A }]',
      '1:10 suites[0]: a suite runs either a collection or a monitor → Name one of the two: collection (run by Newman here) or monitor (run by Postman).',
    ],
    [
      'suites: [{ monitor: A, folder: B }]',
      '1:32 suites[0].folder: not available for a suite with a monitor: the monitor has its own settings in Postman → Remove it, or set it where the monitor is declared.',
    ],
    [
      'collections: [{ path: a.json, uid: orders }]',
      '1:36 collections[0].uid: "orders" is not a uid → Copy it from Postman: <owner>-<uuid>, as in 12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2.',
    ],
    ['- a', '1:1 the configuration: expected keys with values, got a list → Write keys with values here.'],
    [
      'a: 1\n---\nb: 2',
      '2:1 The configuration is not valid YAML: Source contains multiple documents → Correct the syntax at this position.',
    ],
  ])('%s: is reported with its position and a remedy', (text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  it('is reported with all others, from top to bottom', () => {
    const lines = problemsOf('globls: a\nretries: many\nx: 1\nstrict: 1\n').map((problem) => problem.split(':', 1)[0]);
    expect(lines).toEqual(['1', '2', '3', '4']);
  });

  it('is reported without values that may be confidential', () => {
    expect(problemsOf('variables: my-secret\npostman-api-key: PMAK-1').join('\n')).not.toMatch(/my-secret|PMAK-1/);
  });
});

describe('the folder of a configuration', () => {
  it.each([
    ['postman-sync.yaml', ''],
    ['api/postman-sync.yaml', 'api'],
    ['api/v1/postman-sync.yaml', 'api/v1'],
    ['api\\v1\\postman-sync.yaml', 'api/v1'],
  ])('of %s is %j, also with the slashes of Windows', (path, base) => {
    expect(parseConfig({ path, text: '' })).toMatchObject({ ok: true, value: { base } });
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseHostSettings } from '../../../src/settings/host-settings.ts';
import { parseSettings } from '../../../src/settings/parse.ts';

const KEY = { 'postman-api-key': 'PMAK-1', workspace: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9' };

const parse = (inputs: Readonly<Record<string, string>>, text?: string) =>
  parseSettings(new Map(Object.entries({ ...KEY, ...inputs })), {
    repository: 'acme/shop',
    cpus: 1,
    env: () => undefined,
    ...(text === undefined ? {} : { config: { path: 'postman-sync.yaml', text } }),
  });

const problems = (...args: Parameters<typeof parse>): readonly string[] => {
  const parsed = parse(...args);
  return parsed.ok ? [] : parsed.problems.map(({ message, position }) => `${position?.line ?? ''} ${message}`.trim());
};

describe('a shard', () => {
  it('is written as a part of a total', () => {
    expect(parse({ command: 'test', shard: '2/4' })).toMatchObject({
      value: { run: { shard: { index: 2, total: 4 } } },
    });
    for (const shard of ['0/4', '5/4', '2', '2/', '1/1001', '-1/2', '1.5/2', 'a/b'])
      expect(problems({ command: 'test', shard })).toEqual([`shard: "${shard}" is not a shard such as 2/4`]);
  });

  it.each([
    ['apply', '1/2', 'apply'],
    ['apply', '2/2', 'test'],
    ['plan', '2/2', 'test'],
    ['pull', '2/2', 'pull'],
  ])('reads the workspace only in the first shard: %s of %s is %s', (command, shard, expected) => {
    const parsed = parse({ command, shard });
    expect(parsed).toMatchObject({ value: { command: expected } });
    expect(parsed.ok && parsed.value.target !== undefined).toBe(expected !== 'test');
  });

  it('writes no comment of its own, unless comments are set to always', () => {
    const commentOf = (inputs: Readonly<Record<string, string>>) =>
      parseHostSettings(new Map(Object.entries(inputs))).github.comment;
    expect(commentOf({ shard: '1/2' })).toBe('never');
    expect(commentOf({ shard: '1/2', comment: 'always' })).toBe('always');
    expect(commentOf({})).toBe('auto');
  });
});

describe('a suite that may be split', () => {
  const suite = (more: string): string => `suites:\n  - { collection: Orders, split: true${more} }`;

  it('has data rows that each run once', () => {
    expect(parse({ command: 'test' }, suite(', iteration-data: rows.csv'))).toMatchObject({
      value: { run: { suites: [{ split: true }] } },
    });
    expect(problems({ command: 'test' }, suite(''))).toEqual([
      '2 split: a suite without iteration-data has no rows to share',
    ]);
    expect(problems({ command: 'test' }, suite(', iteration-data: a.csv, iteration-count: 3'))).toEqual([
      '2 split: a suite with iteration-count does not run each row once',
    ]);
    expect(
      problems({ command: 'test' }, suite(', iteration-data: a.csv, thresholds: { failed-assertions: 2 }')),
    ).toEqual(['2 split: thresholds.failed-assertions counts over the whole suite']);
  });
});

describe('merge-reports', () => {
  it('requires the folders of the reports', () => {
    expect(parse({ command: 'merge-reports', reports: 'a\nb' })).toMatchObject({ value: { reports: ['a', 'b'] } });
    expect(problems({ command: 'merge-reports' })).toEqual([
      'reports: merge-reports needs the report folders of the shards, and none is named',
    ]);
  });
});

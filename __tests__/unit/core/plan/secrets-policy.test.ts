import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Secret } from '../../../../src/core/model/secret.ts';
import {
  allowancesFor,
  type CredentialPolicy,
  type CredentialVerdict,
  type Finding,
  findingFingerprint,
  judgeCredentials,
  type ScannedFile,
  unusedAllowances,
} from '../../../../src/core/plan/secrets-policy.ts';

const finding = (value: string, rule = 'slack/SLACK_TOKEN'): Finding => ({
  rule,
  at: ['item', 0, 'name'],
  value: new Secret(value),
  severity: 'high',
});

const masked = (value: string): Finding => ({
  ...finding(value, 'postman/SECRET_VARIABLE'),
  severity: 'low',
});

const scanned = (findings: readonly Finding[]): readonly ScannedFile[] => [
  {
    file: { path: 'postman/orders.json', content: {}, bytes: 0, locate: () => ({ line: 7, column: 15 }) },
    findings,
  },
];

const judge = (findings: readonly Finding[], policy: Partial<CredentialPolicy> = {}): CredentialVerdict =>
  judgeCredentials(scanned(findings), { secrets: 'block', allowedSecrets: [], ...policy });

describe('credentials in plain text', () => {
  it('are problems with place, rule, fingerprint and three remedies', () => {
    const print = findingFingerprint(finding('hunter2-hunter2'));
    const { problems, notices } = judge([finding('hunter2-hunter2')]);
    expect(notices).toEqual([]);
    expect(problems).toEqual([
      {
        code: 'credential',
        kind: 'secret',
        path: 'postman/orders.json',
        position: { line: 7, column: 15 },
        message: `This looks like a credential in plain text (rule slack/SLACK_TOKEN, fingerprint ${print})`,
        remedy: expect.stringContaining('values: { name: { env: NAME } }'),
      },
    ]);
    expect(problems[0]?.remedy).toContain(`allowed-secrets: [${print}]`);
    expect(problems[0]?.remedy).toContain('secrets: warn');
  });

  it('are one problem for each value, with its first places', () => {
    const times = (count: number) =>
      judge(Array.from({ length: count }, (_, at) => ({ ...finding('hunter2-hunter2'), at: ['item', at] })));
    expect(times(1).problems[0]?.message).toMatch(/\)$/);
    expect(times(2).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/\)\. It also stands at postman\/orders\.json:\d+:\d+$/),
    ]);
    const [problem, ...others] = times(12).problems;
    expect(others).toEqual([]);
    expect(problem?.message.match(/orders\.json:/g)).toHaveLength(9);
    expect(problem?.message).toMatch(/ and in 2 more places$/);
    expect(judge([finding('hunter2-hunter2'), finding('hunter3-hunter3')]).problems).toHaveLength(2);
  });

  it('are warnings with their place with secrets: warn', () => {
    const { problems, notices } = judge([finding('hunter2-hunter2')], { secrets: 'warn' });
    expect(problems).toEqual([]);
    expect(notices).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/^postman\/orders\.json:7:15: This looks like a credential/),
        path: 'postman/orders.json',
        position: { line: 7, column: 15 },
      },
    ]);
  });

  it('pass when their fingerprint is allowed, and only with it', () => {
    const allowed = [findingFingerprint(finding('hunter2-hunter2'))];
    expect(judge([finding('hunter2-hunter2')], { allowedSecrets: allowed })).toEqual({ problems: [], notices: [] });
    expect(judge([finding('hunter3-hunter3')], { allowedSecrets: allowed }).problems).toHaveLength(1);
    expect(judge([finding('hunter2-hunter2', 'npm/TOKEN')], { allowedSecrets: allowed }).problems).toHaveLength(1);
  });

  it('name a place once', () => {
    const elsewhere = { ...finding('hunter2-hunter2'), at: ['item', 1] };
    const { problems } = judge([finding('hunter2-hunter2'), finding('hunter2-hunter2'), elsewhere]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/also stands at postman\/orders\.json:7:15$/),
    ]);
  });

  it('names allowed fingerprints that match nothing, but never a text that may be a credential', () => {
    const idle = findingFingerprint(finding('gone'));
    const notices = unusedAllowances(scanned([]), [idle, 'hunter2-hunter2']);
    expect(notices.map(({ level }) => level)).toEqual(['notice', 'notice']);
    expect(notices[0]?.message).toContain(idle);
    expect(notices[1]?.message).toContain('entry 2');
    expect(JSON.stringify(notices)).not.toContain('hunter2');
  });

  it('never show a value or a part of it, with any policy', () => {
    const values = fc.stringMatching(/^[G-Z]{8,60}$/);
    const policies = fc.constantFrom('block' as const, 'warn' as const);
    fc.assert(
      fc.property(values, policies, (value, secrets) => {
        const told = JSON.stringify(judge([finding(value), masked(value)], { secrets, allowedSecrets: [value] }));
        const parts = Array.from({ length: value.length - 4 }, (_, index) => value.slice(index, index + 5));
        expect(parts.filter((part) => told.includes(part))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('have fingerprints that differ between values and are the same on every machine', () => {
    expect(findingFingerprint(finding('one'))).toMatch(/^[0-9a-f]{32}$/);
    expect(findingFingerprint(finding('one'))).toBe(findingFingerprint({ ...finding('one'), at: [] } as Finding));
    expect(findingFingerprint(finding('one'))).not.toBe(findingFingerprint(finding('two')));
  });
});

describe('a finding that may be a dummy', () => {
  it('is warned about, and never stops a run', () => {
    for (const secrets of ['block', 'warn'] as const) {
      const { problems, notices } = judge([masked('hunter2-hunter2')], { secrets });
      expect(problems).toEqual([]);
      expect(notices).toMatchObject([{ level: 'warning', message: expect.stringContaining('type "secret"') }]);
    }
  });

  it('may be allowed by its fingerprint', () => {
    const [notice] = judge([masked('hunter2-hunter2')]).notices;
    const [print = ''] = /[0-9a-f]{32}/.exec(notice?.message ?? '') ?? [];
    expect(judge([masked('hunter2-hunter2')], { allowedSecrets: [print] }).notices).toEqual([]);
  });
});

describe('tokens that give no access', () => {
  it('are counted by kind in one notice without fingerprints', () => {
    const expired = (name: string): Finding => ({ ...finding(name, 'jwt/EXPIRED'), at: [name], severity: 'harmless' });
    const sample: Finding = { ...finding('three', 'jwt/SAMPLE'), severity: 'harmless' };
    expect(judge([expired('one'), expired('two'), sample])).toEqual({
      problems: [],
      notices: [
        {
          level: 'notice',
          message: 'Not counted as credentials in the files: 2 expired JSON Web Tokens, 1 sample JSON Web Token.',
        },
      ],
    });
  });
});

describe('the allowances for what was found', () => {
  it('are one for each value that is not allowed yet, with its rule and place', () => {
    const [known, fresh] = [finding('hunter2-hunter2'), finding('hunter3-hunter3')];
    const harmless: Finding = { ...finding('hunter4-hunter4'), severity: 'harmless' };
    const found = scanned([known, fresh, { ...fresh, at: ['item', 1] }, harmless, masked('hunter5-hunter5')]);
    expect(allowancesFor(found, [findingFingerprint(known)])).toEqual([
      { fingerprint: findingFingerprint(fresh), comment: 'slack/SLACK_TOKEN at postman/orders.json:7:15' },
      {
        fingerprint: findingFingerprint(masked('hunter5-hunter5')),
        comment: 'postman/SECRET_VARIABLE at postman/orders.json:7:15',
      },
    ]);
  });
});

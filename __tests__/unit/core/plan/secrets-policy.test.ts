import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { Secret } from '../../../../src/core/model/secret.ts';
import {
  type CredentialPolicy,
  type CredentialVerdict,
  type Finding,
  findingFingerprint,
  judgeCredentials,
} from '../../../../src/core/plan/secrets-policy.ts';

const finding = (value: string, rule = 'slack/SLACK_TOKEN'): Finding => ({
  rule,
  at: ['item', 0, 'name'],
  value: new Secret(value),
});

const fileOf = (content: JsonObject = {}) => ({
  path: 'postman/orders.json',
  content,
  bytes: 0,
  locate: () => ({ line: 7, column: 15 }),
});

const judge = (
  findings: readonly Finding[],
  policy: Partial<CredentialPolicy> = {},
  content?: JsonObject,
): CredentialVerdict =>
  judgeCredentials([{ file: fileOf(content), findings }], { secrets: 'block', allowedSecrets: [], ...policy });

const secretVariable = (value: unknown): JsonObject =>
  ({ values: [{ key: 'token', value, type: 'secret' }] }) as JsonObject;

describe('credentials in plain text', () => {
  it('are problems that say where, which rule, which fingerprint, and three ways out', () => {
    const print = findingFingerprint(finding('hunter2-hunter2'));
    const { problems, notices } = judge([finding('hunter2-hunter2')]);
    expect(notices).toEqual([]);
    expect(problems).toEqual([
      {
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

  it('are warnings with their place where the policy is to warn', () => {
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

  it('are told once for each place', () => {
    const elsewhere = { ...finding('hunter2-hunter2'), at: ['item', 1] };
    expect(judge([finding('hunter2-hunter2'), finding('hunter2-hunter2'), elsewhere]).problems).toHaveLength(2);
  });

  it('tells of allowed fingerprints that match nothing, but repeats nothing that may be the credential itself', () => {
    const idle = findingFingerprint(finding('gone'));
    const { notices } = judge([], { allowedSecrets: [idle, 'hunter2-hunter2'] });
    expect(notices.map(({ level }) => level)).toEqual(['notice', 'notice']);
    expect(notices[0]?.message).toContain(idle);
    expect(notices[1]?.message).toContain('entry 2');
    expect(JSON.stringify(notices)).not.toContain('hunter2');
  });

  it('never show the value, nor a part of it, whatever it is and whatever the policy', () => {
    const values = fc.stringMatching(/^[G-Z]{8,60}$/);
    const policies = fc.constantFrom('block' as const, 'warn' as const);
    fc.assert(
      fc.property(values, policies, (value, secrets) => {
        const told = JSON.stringify(
          judge([finding(value)], { secrets, allowedSecrets: [value] }, secretVariable(value)),
        );
        const parts = Array.from({ length: value.length - 4 }, (_, index) => value.slice(index, index + 5));
        expect(parts.filter((part) => told.includes(part))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('have fingerprints that tell values apart and are the same everywhere', () => {
    expect(findingFingerprint(finding('one'))).toMatch(/^[0-9a-f]{32}$/);
    expect(findingFingerprint(finding('one'))).toBe(findingFingerprint({ ...finding('one'), at: [] } as Finding));
    expect(findingFingerprint(finding('one'))).not.toBe(findingFingerprint(finding('two')));
  });
});

describe('a variable of type secret with its value in the file', () => {
  it('is warned about, and never stops a run', () => {
    for (const secrets of ['block', 'warn'] as const) {
      const { problems, notices } = judge([], { secrets }, secretVariable('hunter2-hunter2'));
      expect(problems).toEqual([]);
      expect(notices).toMatchObject([{ level: 'warning', message: expect.stringContaining('type "secret"') }]);
    }
  });

  it('is told once, by the rule that recognizes its value, where there is one', () => {
    const found = { ...finding('hunter2-hunter2'), at: ['values', 0, 'value'] };
    const { problems, notices } = judge([found], {}, secretVariable('hunter2-hunter2'));
    expect([problems.length, notices.length]).toEqual([1, 0]);
  });

  it('may be allowed by its fingerprint', () => {
    const [notice] = judge([], {}, secretVariable('hunter2-hunter2')).notices;
    const [print = ''] = /[0-9a-f]{32}/.exec(notice?.message ?? '') ?? [];
    expect(judge([], { allowedSecrets: [print] }, secretVariable('hunter2-hunter2')).notices).toEqual([]);
  });

  it.each([
    '',
    null,
    'changeme',
    'change-me',
    'CHANGE_ME!',
    '{{vault:token}}',
    '{{user}} {{password}}',
    '<your token>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands in files.
    '${TOKEN}',
    'xxxxxxxx',
    '********',
    'your-token-here',
    'replace me',
    'dummy-token',
    'secret',
    'password',
    '  ',
  ])('is left alone with the dummy %j', (value) => {
    expect(judge([], {}, secretVariable(value)).notices).toEqual([]);
  });

  it('takes no longer for a long row of placeholders that is none', () => {
    const started = performance.now();
    judge([], {}, secretVariable(`${'{{a}} '.repeat(5_000)}!`));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

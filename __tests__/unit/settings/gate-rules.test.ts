import { describe, expect, it } from '@jest/globals';
import { gateRuleNotices } from '../../../src/settings/gate-rules.ts';

const noticesFor = (before: string | undefined, text: string) =>
  gateRuleNotices({ path: 'postman-sync.yaml', text }, before).map(({ message }) => message);

describe("a change of the gate's own rules", () => {
  it.each([
    ['secrets: block', 'secrets: allow', 'secrets'],
    ['run: newman', 'run: none', 'run'],
    ['strict: true', '', 'strict'],
    ['', 'workspace: 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9', 'workspace'],
    ['thresholds: { p95: 800ms }', 'thresholds: { p95: 8s }', 'thresholds'],
    ['allowed-secrets: []', 'allowed-secrets: [a]', 'allowed-secrets'],
    ['suites: [{ collection: A }]', 'suites: [{ collection: A, blocking: false }]', 'suites (thresholds, blocking)'],
  ])('is reported: %j becomes %j', (before, after, name) => {
    expect(noticesFor(before, after)).toEqual([
      `postman-sync.yaml: this change alters the rules that it is checked by: ${name}. Review them.`,
    ]);
  });

  it.each([
    ['secrets: warn', '# comment\nsecrets:   warn\nbail: true'],
    ['suites: [{ collection: A }]', 'suites: [{ collection: A, retries: 1 }]'],
  ])('is not reported when other settings change: %j becomes %j', (before, after) => {
    expect(noticesFor(before, after)).toEqual([]);
  });

  it('is not reported for a new configuration, or when the base cannot be read', () => {
    expect(noticesFor(undefined, 'secrets: allow')).toEqual([]);
  });
});

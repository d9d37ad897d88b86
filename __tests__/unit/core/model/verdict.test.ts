import { describe, expect, it } from '@jest/globals';
import { exitCodeOf, FAILURE_KINDS, type FailureKind, inOrder, verdictOf } from '../../../../src/core/model/verdict.ts';

const ERRORS: readonly FailureKind[] = ['rate-limit', 'quota', 'auth', 'sync', 'settings', 'network'];

describe('the verdict', () => {
  it('is passed, with exit code 0, without failures', () => {
    expect([verdictOf([]), exitCodeOf([])]).toEqual(['passed', 0]);
  });

  it.each(FAILURE_KINDS.filter((kind) => !ERRORS.includes(kind)))('is failed, with exit status 1, for %s', (kind) => {
    expect([verdictOf([kind]), exitCodeOf([kind])]).toEqual(['failed', 1]);
  });

  it.each(ERRORS)('is error for %s, whatever else failed', (kind) => {
    expect([verdictOf([kind]), verdictOf(['assertion', kind])]).toEqual(['error', 'error']);
    expect(exitCodeOf(['assertion', kind])).toBe(kind === 'settings' ? 2 : 3);
  });

  it('has exit status 2 where settings are wrong, whatever else failed', () => {
    expect(exitCodeOf(['network', 'settings'])).toBe(2);
  });
});

describe('kinds of failures', () => {
  it('are listed once, in the order of the documentation', () => {
    expect(inOrder(['network', 'assertion', 'network', 'drift'])).toEqual(['assertion', 'drift', 'network']);
  });
});

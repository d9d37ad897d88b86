import { describe, expect, it } from '@jest/globals';
import { LearningRedactor } from '../../../../src/run/child/learning-redactor.ts';

describe('a redactor that learns', () => {
  it('redacts what it learns from then on', () => {
    const redactor = new LearningRedactor(['first-secret']);
    expect(redactor.redact('first-secret second-secret')).toBe('*** second-secret');
    expect(redactor.add('second-secret')).toBe(true);
    expect(redactor.add('second-secret')).toBe(false);
    expect(redactor.redact('first-secret second-secret')).toBe('*** ***');
  });

  it('forgets the oldest values of a long run', () => {
    const redactor = new LearningRedactor(['always']);
    for (let index = 100; index < 200; index += 1) redactor.add(`token-${index}`);
    expect(redactor.redact('always token-199 token-150 token-149')).toBe('*** *** *** token-149');
  });
});

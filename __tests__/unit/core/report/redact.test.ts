import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { redactor, Secret } from '../../../../src/core/model/secret.ts';
import { redactPart, redactReport } from '../../../../src/core/report/redact.ts';
import { reportSchema } from '../../../../src/core/report/report-schema.ts';
import { aChange, aReport } from '../../../support/report.ts';

const redact = redactor(['pass', 'failed', 'assertion', 'plan', 'postman', 'hunter'].map((text) => new Secret(text)));

/** Every word that a JSON schema lists, with the key whose value it is. */
function wordsIn(schema: unknown, key = ''): readonly (readonly [string, string])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, part]) => {
    if (name === 'enum') return part.map((word: string) => [key, word] as const);
    if (name !== 'properties') return wordsIn(part, key);
    return Object.entries(part).flatMap(([property, value]) => wordsIn(value, property));
  });
}

describe('redacting a report', () => {
  it('leaves the words of the report alone, which a secret may equal or be a part of', () => {
    const part = {
      verdict: 'failed',
      failureKinds: ['assertion'],
      runs: [{ suite: 'passed', status: 'passed', failures: [{ kind: 'assertion', message: 'failed: pass' }] }],
    };
    expect(redactPart(part, redact)).toEqual({
      ...part,
      runs: [{ suite: '***ed', status: 'passed', failures: [{ kind: 'assertion', message: '***: ***' }] }],
    });
    const { tool, command } = redactReport(aReport(), redact);
    expect([tool.name, command]).toEqual(['postman-sync', 'plan']);
  });

  it('leaves every word alone that the schema lists', () => {
    const words = wordsIn(z.toJSONSchema(reportSchema, { io: 'input' }));
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter(([key, word]) => redactPart({ [key]: word }, () => '***')[key] !== word)).toEqual([]);
  });

  it('hides a secret that is a whole text, of one word, under a key that also has words of the report', () => {
    const monitor = { status: 'hunter' };
    const ignored = { operation: 'GET /', pointer: '', reason: 'hunter', count: 1 };
    const { plan } = redactReport(
      aReport({ plan: { applied: true, cost: 0, changes: [aChange({ reason: 'hunter' })] } }),
      redact,
    );
    expect([plan?.changes[0]?.reason, redactPart(monitor, redact).status, redactPart(ignored, redact).reason]).toEqual(
      Array(3).fill('***'),
    );
    expect(redactPart({ toString: 'hunter', constructor: ['hunter'] }, redact)).toEqual({
      toString: '***',
      constructor: ['***'],
    });
  });
});

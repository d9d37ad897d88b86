import { describe, expect, it } from '@jest/globals';
import { renderDotenv } from '../../../src/render/dotenv.ts';
import { aChange, aReport } from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

const variablesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

describe('renderDotenv', () => {
  it('contains one output per line, in capitals with the prefix POSTMAN_', () => {
    const variables = variablesOf(renderDotenv(busyReport(), { html: 'postman-report/index.html' }));
    expect(Object.fromEntries(variables)).toMatchObject({
      POSTMAN_VERDICT: 'failed',
      POSTMAN_FAILURE_KINDS: 'assertion,threshold,monitor',
      POSTMAN_ASSERTIONS_FAILED: '3',
      POSTMAN_HTML: 'postman-report/index.html',
    });
    for (const name of variables.keys()) expect(name).toMatch(/^POSTMAN_[A-Z_]+$/);
  });

  it('stays below the limit of GitLab, and omits the longest lists first', () => {
    const changes = Array.from({ length: 500 }, (_, at) => aChange({ name: `Collection ${at}` }));
    const text = renderDotenv(aReport({ plan: { applied: false, cost: 0, changes } }));
    expect(Buffer.byteLength(text)).toBeLessThan(5120);
    const variables = variablesOf(text);
    expect(variables.has('POSTMAN_PLAN')).toBe(false);
    expect(variables.get('POSTMAN_UNCHANGED')).toBe('500');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ContractResult, Coverage, Violation } from '../../../src/core/model/contract.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { renderAnnotations } from '../../../src/render/annotations.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { renderJunit } from '../../../src/render/junit.ts';
import { renderComment, renderSummary } from '../../../src/render/markdown.ts';
import { renderResult } from '../../../src/render/text.ts';
import { aReport, aRun } from '../../support/report.ts';

const violation: Violation = {
  suite: 'Orders',
  request: 'List <b>',
  path: [],
  iteration: 1,
  operation: 'GET /orders',
  part: 'body',
  pointer: '/items/0/id',
  expected: 'integer',
  actual: 'string "::error::x"',
  document: { file: 'api.yaml', line: 7, column: 3 },
  place: { file: 'orders.postman_collection.json', line: 12, column: 9 },
  count: 2,
};

const contract: ContractResult = {
  mode: 'fail',
  documents: ['api.yaml'],
  checked: 3,
  deviating: 2,
  violations: [violation],
  ignored: [],
  unchecked: [],
  unmatched: [],
};

const coverage: Coverage = {
  operations: 3,
  tested: 2,
  percent: 66.6,
  untested: ['GET /health'],
  responses: { documented: 5, tested: 2 },
  untestedResponses: ['GET /orders 404'],
  tags: [{ tag: 'orders', operations: 2, tested: 2 }],
};

const runs = [aRun({ suite: 'Orders' })];
const report = aReport({ verdict: 'failed', contract, coverage, runs });

describe('deviations and coverage', () => {
  it.each([
    ['the terminal', renderResult(report, { color: false })],
    ['the summary', renderSummary(report)],
    ['the comment', renderComment(report, { marker: '<!-- m -->' })],
    ['the page', renderHtml(report)],
  ])('are shown in %s with position, count and untested operations', (_, text) => {
    for (const part of [
      'GET /orders',
      '/items/0/id',
      'integer',
      'api.yaml',
      '2 times',
      'GET /health',
      '66.6%',
      'orders',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/^\s*::error/m);
  });

  it('escape the names of requests', () => {
    for (const text of [renderSummary(report), renderHtml(report)]) expect(text).not.toContain('List <b>');
  });

  it('are annotations at the request in its collection', () => {
    expect(renderAnnotations(report)).toContainEqual({
      level: 'error',
      title: 'Orders: List <b>',
      message: expect.stringContaining('expected integer; got string'),
      path: 'orders.postman_collection.json',
      line: 12,
      column: 9,
    });
  });

  it('do not appear without a document', () => {
    expect(renderSummary(aReport())).not.toContain('Contract');
    expect(renderResult(aReport(), { color: false })).not.toContain('Contract');
  });

  it('fail a test case when they block, and are output of a passed one when they warn', () => {
    const red = renderJunit(aReport({ verdict: 'failed', contract, runs }));
    expect(red).toContain('<testsuite name="Contract" tests="1" failures="1" errors="0" skipped="0" time="0.000"');
    expect(red).toContain('<testcase name="GET /orders: body /items/0/id" classname="Orders / List &lt;b');
    expect(red).toContain('file="orders.postman_collection.json" line="12"');
    expect(red).toContain('rule (api.yaml:7:3)');
    const green = renderJunit(aReport({ contract: { ...contract, mode: 'warn' } }));
    expect(green).toContain('failures="0"');
    expect(green).toMatch(/<system-out>\s*expected integer; got string/);
    const clean = renderJunit(aReport({ contract: { ...contract, deviating: 0, violations: [] } }));
    expect(clean).toContain('name="3 answers checked, none deviates"');
    expect(renderJunit(aReport({ contract: { ...contract, mode: 'off' } }))).not.toContain('Contract');
  });

  it('are limited in number, with a count of the others', () => {
    const violations = Array.from({ length: 302 }, (_, at) => ({ ...violation, pointer: `/${at}` }));
    const untested = Array.from({ length: 303 }, (_, at) => `GET /untested/${at}`);
    const long = aReport({ contract: { ...contract, violations }, coverage: { ...coverage, untested } });
    const page = renderHtml(long);
    expect(page.match(/<div class="failure/g)).toHaveLength(300);
    expect(page).toContain('2 more deviations in report.json.');
    expect(page.match(/GET \/untested/g)).toHaveLength(300);
    expect(page).toContain('… and 3 more in report.json.');
    const whole = renderHtml(aReport({ contract: { ...contract, violations: violations.slice(2) }, coverage }));
    expect(whole).not.toContain('in report.json');
  });

  it.each<[string, Partial<Report>]>([
    ['contract: warn', { contract: { ...contract, mode: 'warn' }, runs }],
    ['a suite that does not gate', { contract, runs: [aRun({ suite: 'Orders', blocking: false })] }],
  ])('are warnings with %s, without failures in a passed run', (_, parts) => {
    const passed = aReport({ ...parts, notices: [{ level: 'warning', message: 'Two answers deviate.' }] });
    const text = renderResult(passed, { color: false });
    expect(text).toContain('! 2 of 3 answers deviate');
    expect(text).not.toContain('✗');
    for (const page of [renderSummary(passed), renderComment(passed, { marker: '<!-- m -->' })]) {
      expect(page).toContain('⚠️ 2 of 3 answers deviate');
      expect(page).not.toContain('❌');
    }
    expect(renderHtml(passed)).not.toContain('class="failure bad"');
    expect(renderJunit(passed)).toContain('<testsuite name="Contract" tests="1" failures="0"');
    expect(renderAnnotations(passed).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('are listed once when they fail the run', () => {
    const message = '3 answers deviate from their OpenAPI documents, first in Orders (GET /orders).';
    const failed = aReport({ verdict: 'failed', errors: [{ kind: 'contract', message, remedy: 'Correct the API.' }] });
    expect(renderResult(failed, { color: false })).toContain(`✗ contract violated: ${message} [contract]`);
  });

  it('include the number of bodies that were not checked', () => {
    const xml = { ...contract, unchecked: [{ mediaType: 'application/xml', count: 2 }] };
    expect(renderSummary(aReport({ contract: xml }))).toContain('bodies not checked: 2 (application/xml)');
  });
});

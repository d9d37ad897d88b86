import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderComment, renderSummary } from '../../../src/render/markdown.ts';
import { elementsOf, hostile, poisoned } from '../../support/hostile.ts';
import {
  aChange,
  aFailedRun,
  aFailure,
  aMonitor,
  anAttempt,
  anExecution,
  aReport,
  aRun,
} from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

const often = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

/** Every folded part and every code block that was opened is closed. */
function expectWhole(text: string): void {
  for (const name of ['details', 'pre']) {
    expect(often(text, new RegExp(`^<${name}[ >]`, 'gm'))).toBe(often(text, new RegExp(`^</${name}>$`, 'gm')));
  }
  const open = elementsOf(text).filter((name) => !['br', 'hr', 'input', 'img'].includes(name));
  expect(open.filter((name) => !name.startsWith('/'))).toHaveLength(open.filter((name) => name.startsWith('/')).length);
}

const OWN_ELEMENTS =
  /^\/?(?:h[1-6]|p|br|b|code|pre|sub|strong|em|ul|li|table|thead|tbody|tr|th|td|details|summary|blockquote|a)$/;

describe('renderSummary', () => {
  it('begins with the verdict, then suites, failures, monitors, plan and limits', () => {
    const text = renderSummary(busyReport());
    const places = [
      '## Postman ❌ Failed · Shop API',
      '### Suites',
      'Checkout / Place an order › status is 201',
      'orders.postman&#95;collection.json:42:17',
      '### Monitors',
      '### Plan: 1 to create, 2 to update, 1 to delete, 1 unchanged; applying costs 6 API calls',
      '+ request Checkout / Cancel an order',
      '### Limits',
      '1,040 of 1,000',
    ].map((piece) => text.indexOf(piece));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expectWhole(text);
  });

  it('begins with failed and flaky suites and their reasons, and collapses passed ones to a line', () => {
    const text = renderSummary(busyReport());
    expect(text.split('\n')[2]).toMatch(/^2 of 4 suites failed · 3 of 92 assertions failed/);
    const lines = text.split('\n').filter((line) => /^\| (?:❌|⚠️|✅)/.test(line) && !line.includes('success'));
    expect(lines.slice(0, 4).map((line) => /<b>([^<]+)</.exec(line)?.[1])).toEqual([
      'Orders',
      'Smoke on staging',
      'Search',
      'Catalog',
    ]);
    expect(lines[0]).toContain('| 2 assertions failed, 1 request failed, threshold exceeded |');
    expect(lines[2]).toContain('| failed once, then passed |');
    expect(text).toContain('<details><summary>✅ 1 suite passed · 24 requests, 48 assertions</summary>');
    expectWhole(text);
  });

  it('lists deletions above everything except problems, and notices below the plan', () => {
    const notices = [{ level: 'notice', message: 'Postman is ahead' }] as const;
    const text = renderSummary(busyReport({ notices }));
    const places = [
      '> 🗑️ Apply will delete in Postman: environment <b>Old staging</b>',
      '### Suites',
      '### Plan',
      '> ℹ️ Postman is ahead',
    ];
    const found = places.map((piece) => text.indexOf(piece));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  it('names five deletions, and counts the others', () => {
    const gone = (count: number) =>
      Array.from({ length: count }, (_, at) => aChange({ action: 'delete', name: `old ${at}` }));
    const line = (count: number) =>
      renderSummary(aReport({ plan: { applied: false, cost: 1, changes: gone(count) } }))
        .split('\n')
        .find((each) => each.includes('🗑️'));
    expect(line(5)).toMatch(/<b>old 4<\/b>$/);
    expect(line(7)).toMatch(/<b>old 4<\/b> and 2 more$/);
  });

  it('leaves room for every section, however long the others are', () => {
    const many = <T>(make: (at: number) => T): readonly T[] => Array.from({ length: 400 }, (_, at) => make(at));
    const violation = {
      ...{ suite: 'Orders', request: 'List', path: [], iteration: 1, operation: 'GET /orders', part: 'body' as const },
      ...{ expected: 'integer', actual: 'null', document: { file: 'a.yaml', line: 1, column: 1 }, count: 1 },
    };
    const contract = {
      ...{ mode: 'fail' as const, documents: ['a.yaml'], checked: 400, deviating: 400, ignored: [], unchecked: [] },
      ...{ defects: [], unmatched: [], violations: many((at) => ({ ...violation, pointer: `/${at}` })) },
    };
    const report = aReport({
      ...{ verdict: 'failed', contract, monitors: many((at) => aMonitor({ name: `Watch ${at}` })) },
      problems: many((at) => ({ code: 'wrong-value' as const, message: `No file ${at}`, remedy: 'Correct it.' })),
      runs: many((at) => aFailedRun({}, { suite: `Suite ${at}` })),
      plan: { applied: false, cost: 400, changes: many((at) => aChange({ action: 'update', name: `Change ${at}` })) },
      notices: many((at) => ({ level: 'notice' as const, message: `Note ${at}` })),
      api: {
        ...{ limits: {}, apiCalls: 3, waitedMs: 0 },
        usage: many((at) => ({ name: `usage_${at}`, limit: 100, usage: 1, overage: 0 })),
      },
    });
    const pieces = ['❌ No file 0', '### Suites', '### Contract', '### Monitors', '### Plan', 'ℹ️ Note 0'];
    const summary = renderSummary(report, { maxBytes: 24_000 });
    expect([...pieces, '### Limits'].filter((piece) => !summary.includes(piece))).toEqual([]);
    expect(bytes(summary)).toBeLessThanOrEqual(24_000);
    const comment = renderComment(report, { marker: '<!-- m -->', maxCharacters: 24_000 });
    expect(pieces.filter((piece) => !comment.includes(piece))).toEqual([]);
    expect(comment.length).toBeLessThanOrEqual(24_000);
    for (const text of [summary, comment]) expectWhole(text);
  });

  it('links to the report page if it is published', () => {
    const text = renderSummary(busyReport(), { pageUrl: 'https://github.com/acme/shop/actions/runs/1/artifacts/2' });
    expect(text.split('\n')[2]).toMatch(
      / · \[report\]\(https:\/\/github\.com\/acme\/shop\/actions\/runs\/1\/artifacts\/2\)$/,
    );
  });

  it('names every problem and error with its remedy', () => {
    const text = renderSummary(
      aReport({
        verdict: 'error',
        problems: [
          {
            code: 'wrong-value',
            message: 'No such file',
            remedy: 'Correct the path.',
            path: 'a.yaml',
            position: { line: 3, column: 5 },
          },
        ],
        errors: [{ kind: 'auth', message: 'Postman refused the key', remedy: 'Check the secret.' }],
      }),
    );
    expect(text).toContain(
      '> ❌ No such file <code>a.yaml:3:5</code> ([wrong-value](https://github.com/postman-sync/postman-sync/blob/main/docs/errors.md#wrong-value))<br>Correct the path.',
    );
    expect(text).toContain(
      '> ⛔ **access refused**: Postman refused the key ([auth](https://github.com/postman-sync/postman-sync/blob/main/docs/errors.md#kind-auth))<br>Check the secret.',
    );
  });

  it('shows a remedy once below up to five problems that share it', () => {
    const code = 'wrong-value' as const;
    const problems = Array.from({ length: 7 }, (_, at) => ({
      code,
      message: `No file ${at}`,
      remedy: at < 6 ? 'Correct the path.' : 'Remove it.',
    }));
    const text = renderSummary(aReport({ verdict: 'error', problems }));
    expect(text.split('Correct the path.')).toHaveLength(3);
    const quotes = text.split('\n').filter((line) => line.startsWith('> ❌'));
    expect(quotes.map((quote) => often(quote, /❌/g))).toEqual([5, 1, 1]);
  });

  it('lists a failure that repeats in every iteration once', () => {
    const failures = Array.from({ length: 10_000 }, (_, at) => aFailure({ iteration: at + 1 }));
    const text = renderSummary(
      aReport({ verdict: 'failed', runs: [aFailedRun({}, { attempt: anAttempt({ iterations: 10_000, failures }) })] }),
    );
    expect(often(text, /status is 201/g)).toBe(1);
    expect(text).toContain('iterations 1–10,000');
  });

  it('expands the failures of a few suites, and collapses the others', () => {
    const suite = (at: number, count: number) => {
      const failures = Array.from({ length: count }, (_, test) => aFailure({ assertion: `test ${test}` }));
      return aFailedRun({}, { suite: `Suite ${at}`, attempt: anAttempt({ failures }) });
    };
    const opened = (...counts: number[]) => {
      const text = renderSummary(aReport({ verdict: 'failed', runs: counts.map((count, at) => suite(at, count)) }));
      return [...text.matchAll(/^<details open><summary><b>Suite (\d)/gm)].map(([, at]) => Number(at));
    };
    expect(opened(1, 10, 5)).toEqual([0, 1, 2]);
    expect(opened(10_000, 10_000)).toEqual([0]);
    expect(opened(20, 20, 5)).toEqual([0, 2]);
  });

  it('shows an exchange once for all assertions about it', () => {
    const answered = (request: string, line: string) =>
      anExecution({
        request,
        exchange: { request: { line: 'GET /orders', headers: [] }, response: { line, headers: [] } },
      });
    const executions = [answered('List', 'HTTP 404'), answered('Read', 'HTTP 500')];
    const about = (assertion: string, request: string) => aFailure({ assertion, request });
    const failures = [about('a', 'List'), about('b', 'List'), about('c', 'Read')];
    const text = renderSummary(aReport({ runs: [aFailedRun({}, { attempt: anAttempt({ executions, failures }) })] }));
    const places = ['› a', 'HTTP 404', '› b', '› c', 'HTTP 500'].map((piece) => text.indexOf(piece));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([often(text, /HTTP 404/g), often(text, /HTTP 500/g)]).toEqual([1, 1]);
  });

  it('stays readable and well-formed with 10,000 different failures', () => {
    const failures = Array.from({ length: 10_000 }, (_, at) =>
      aFailure({ assertion: `test ${at}`, message: 'x'.repeat(20_000) }),
    );
    const text = renderSummary(
      aReport({ verdict: 'failed', runs: [aFailedRun({}, { attempt: anAttempt({ failures }) })] }),
    );
    expect(bytes(text)).toBeLessThan(1_000_000);
    expect(text).toContain('9,900 more failures in the report');
    expectWhole(text);
  });

  it('omits whole sections that do not fit, and says so', () => {
    const changes = Array.from({ length: 400 }, (_, at) =>
      aChange({
        action: 'update',
        name: `Collection ${at}`,
        diff: [{ change: 'added', what: 'request', path: ['ü'.repeat(150)] }],
      }),
    );
    const report = busyReport({ plan: { applied: false, cost: 400, changes } });
    const text = renderSummary(report, { maxBytes: 30_000 });
    expect(bytes(text)).toBeLessThanOrEqual(30_000);
    expect(text).toContain('✂️ This page is truncated. The report has the rest.');
    expect(text).toContain('### Limits');
    expectWhole(text);
  });

  it('fits any limit and is always well-formed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12_000 }), (maxBytes) => {
        const text = renderSummary(busyReport(), { maxBytes });
        expect(bytes(text)).toBeLessThanOrEqual(maxBytes);
        expectWhole(text);
      }),
      { numRuns: 40 },
    );
  });

  it('draws a timeline of the suites, whatever their names', () => {
    fc.assert(
      fc.property(hostile, (suite) => {
        const summary = renderSummary(aReport({ runs: [aRun({ suite }), aFailedRun({}, { suite })] }));
        const chart = /```mermaid\n(.*?)\n```/s.exec(summary)?.[1]?.split('\n') ?? [];
        expect(chart.slice(0, 3)).toEqual(['gantt', '  dateFormat x', '  axisFormat %S.%L']);
        expect(chart[3]).toMatch(/^ {2}1[\p{L}\p{N} ._…-]* :active, 0, 1200$/u);
        expect(chart[4]).toMatch(/^ {2}2[\p{L}\p{N} ._…-]* :crit, 0, 1200$/u);
        expect(chart).toHaveLength(5);
      }),
    );
  });

  it('escapes all texts of the report', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const summary = renderSummary(poisoned(busyReport(), `x${text}`));
        expect(elementsOf(summary).filter((name) => !OWN_ELEMENTS.test(name))).toEqual([]);
        expect(elementsOf(summary).filter((name) => name === 'a')).toEqual([]);
        expectWhole(summary);
      }),
      { numRuns: 25 },
    );
  });
});

describe('renderComment', () => {
  const marker = '<!-- postman-sync: acme/shop -->';

  it('is one line below its marker when everything is in sync and passed', () => {
    const report = aReport({
      runs: [aRun()],
      monitors: [aMonitor()],
      plan: { applied: false, cost: 0, changes: [aChange()] },
    });
    expect(renderComment(report, { marker, runUrl: 'https://github.com/acme/shop/actions/runs/1' })).toBe(
      `${marker}\n**Postman ✅ Passed** · in sync · 1 suite passed · 1 assertion passed · 1 monitor passed · 4.2 s · [details](https://github.com/acme/shop/actions/runs/1)\n`,
    );
  });

  it('names the commit in a form that GitHub links, and no other text in its place', () => {
    const commit = 'b51b7e6a1c2d3e4f5061728394a5b6c7d8e9f001';
    expect(renderComment(aReport({ commit }), { marker })).toContain(' · b51b7e6\n');
    expect(renderComment(aReport({ commit: '@acme/owners' }), { marker })).not.toContain('owners');
    expect(renderComment(aReport({ commit: 'f'.repeat(40) }), { marker, commit })).toContain(' · b51b7e6\n');
  });

  it('links to lines of files, and never outside the repository', () => {
    const sourceUrl = 'https://github.com/acme/shop/blob/b51b7e6a1c2d3e4f5061728394a5b6c7d8e9f001';
    const linksOf = (file: string, pages = [renderComment, renderSummary] as const) =>
      pages.map((render) => {
        const text = render(aReport({ verdict: 'failed', runs: [aFailedRun({ file })] }), { marker, sourceUrl });
        return [...text.matchAll(/<a href="([^"]*)">/g)].map(([, link]) => link);
      });
    const here = [`${sourceUrl}/postman/my%20orders%22%231.json#L42`];
    expect(linksOf('postman/my orders"#1.json')).toEqual([here, here]);
    for (const file of ['../../../../evil/x.json', 'a/./b.json', '/etc/passwd', 'a//b.json'])
      expect(linksOf(file)).toEqual([[], []]);
    expect(linksOf('a\ud800.json')).toEqual([
      [`${sourceUrl}/a%EF%BF%BD.json#L42`],
      [`${sourceUrl}/a%EF%BF%BD.json#L42`],
    ]);
  });

  it('says that there is no plan when one was expected', () => {
    expect(renderComment(aReport({ runs: [aRun()] }), { marker })).toContain('1 assertion passed · no plan · ');
    expect(renderComment(aReport({ command: 'test', runs: [aRun()] }), { marker })).not.toContain('no plan');
  });

  it.each([
    ['a change', busyReport({ verdict: 'passed', runs: [], monitors: [], notices: [] })],
    ['a flaky suite', aReport({ runs: [aRun({ flaky: true, earlier: [anAttempt({ failures: [aFailure()] })] })] })],
    ['a warning', aReport({ notices: [{ level: 'warning', message: 'quota' }] })],
    ['drift that is kept', aReport({ plan: { applied: false, cost: 0, changes: [aChange({ drifted: true })] } })],
    ['a suite that fails without gating', aReport({ runs: [aFailedRun({}, { blocking: false })] })],
  ])('is longer when there is %s', (_what, report) => {
    const text = renderComment(report, { marker });
    expect(text.startsWith(`${marker}\n### Postman`)).toBe(true);
    expect(text.split('\n').length).toBeGreaterThan(4);
  });

  it('fits GitHub’s limit however much there is', () => {
    const runs = Array.from({ length: 300 }, (_, at) =>
      aFailedRun({ message: '😀'.repeat(4000) }, { suite: `Suite ${at}` }),
    );
    const text = renderComment(aReport({ verdict: 'failed', runs }), { marker });
    expect(text.length).toBeLessThanOrEqual(65_536);
    expectWhole(text);
  });

  it('fits any limit, is always well-formed, and contains no foreign markup', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1000, max: 9000 }), (text, maxCharacters) => {
        const comment = renderComment(poisoned(busyReport(), `x${text}`), { marker, maxCharacters });
        expect(comment.length).toBeLessThanOrEqual(maxCharacters);
        expect(elementsOf(comment).filter((name) => !OWN_ELEMENTS.test(name))).toEqual([]);
        expectWhole(comment);
      }),
      { numRuns: 25 },
    );
  });
});

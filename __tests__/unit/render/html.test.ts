import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderHtml } from '../../../src/render/html.ts';
import { hostile, poisoned } from '../../support/hostile.ts';
import { aFailedRun, aFailure, anAttempt, anExecution, aReport } from '../../support/report.ts';
import { busyReport, shop } from '../../support/sample-report.ts';

const VOID = new Set(['meta', 'br', 'rect', '!doctype']);

/** Names of a page's elements, opening and closing; the style is left out. */
const tagsOf = (page: string): readonly string[] =>
  [...page.replace(/<style>.*?<\/style>/s, '').matchAll(/<([/!]?[a-z][\w-]*)/gi)]
    .map(([, name]) => String(name).toLowerCase())
    .filter((name) => !VOID.has(name));

function expectNested(page: string): void {
  const open: string[] = [];
  for (const name of tagsOf(page)) {
    if (name.startsWith('/')) expect(open.pop()).toBe(name.slice(1));
    else open.push(name);
  }
  expect(open).toEqual([]);
}

describe('renderHtml', () => {
  it('shows the verdict, the suites with failures and timeline, the plan, the monitors and the limits', () => {
    const page = renderHtml(busyReport());
    for (const piece of [
      '<title>Failed · Shop API · Postman report</title>',
      'Checkout / Place an order › status is 201',
      'postman/collections/orders.postman_collection.json:42:17',
      'stock service is down',
      'Timeline of 17 requests over 2.4 s',
      'pm.response.to.have.status(201);',
      'Two assertions failed in eu-central.',
      '1,040 of 1,000',
    ]) {
      expect(page).toContain(piece);
    }
    expectNested(page);
  });

  it('loads nothing, runs nothing and says so to the browser', () => {
    const page = renderHtml(busyReport());
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|url\(|@import|javascript:/i);
  });

  it('has a heading and sections with names for those who hear the page', () => {
    const page = renderHtml(busyReport());
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain('<html lang="en">');
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(page).toContain(`<h2 id="${id}">`);
  });

  it('reads well with nothing in it', () => {
    const page = renderHtml(aReport());
    expect(page).toContain('Nothing was planned and nothing was run.');
    expectNested(page);
  });

  it('cuts five thousand requests with a note, keeping the failed ones', () => {
    const executions = shop(5000).map((execution, at) =>
      at === 4321
        ? { ...execution, request: 'The broken one', assertions: [{ name: 'x', status: 'failed' as const }] }
        : execution,
    );
    const attempt = anAttempt({ iterations: 1000, executions, failures: [aFailure({ iteration: 865 })] });
    const page = renderHtml(aReport({ verdict: 'failed', runs: [aFailedRun({}, { attempt })] }));
    expect(page).toContain('150 of 5,000 requests are listed');
    expect(page).toContain('The broken one');
    expect(page.length).toBeLessThan(200_000);
    expectNested(page);
  });

  it('marks in the timeline what failed beside assertions, and not what a script skipped', () => {
    const { code: _none, ...skipped } = anExecution({ request: 'Skipped', method: '', assertions: [] });
    const { assertion: _own, ...script } = aFailure({ kind: 'script', message: 'TypeError: no' });
    const attempt = anAttempt({ executions: [anExecution(), skipped], failures: [script] });
    const rows = renderHtml(aReport({ verdict: 'failed', runs: [aFailedRun({}, { attempt })] }))
      .split('<tr')
      .slice(2);
    expect(rows.map((row) => row.includes('✗'))).toEqual([true, false]);
    expect(rows[1]).toContain('not sent');
  });

  it('lets no text of the report become markup', () => {
    const clean = tagsOf(renderHtml(poisoned(busyReport(), 'x')));
    fc.assert(
      fc.property(hostile, (text) => expect(tagsOf(renderHtml(poisoned(busyReport(), `x${text}`)))).toEqual(clean)),
      { numRuns: 40 },
    );
  });
});

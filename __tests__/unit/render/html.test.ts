import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reportedConflicts } from '../../../src/core/plan/conflict-problems.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { hostile, poisoned } from '../../support/hostile.ts';
import { aChange, aFailedRun, aFailure, anAttempt, anExecution, aReport, aRun } from '../../support/report.ts';
import { busyReport, shop } from '../../support/sample-report.ts';

const VOID = new Set(['meta', 'br', 'rect', 'input', '!doctype']);

/** Names of a page's elements, opening and closing; style and script are left out. */
const tagsOf = (page: string): readonly string[] =>
  [...page.replace(/<(style|script)>.*?<\/\1>/gs, '').matchAll(/<([/!]?[a-z][\w-]*)/gi)]
    .map(([, name]) => String(name).toLowerCase())
    .filter((name) => !VOID.has(name));

function expectNested(page: string): void {
  const open: string[] = [];
  // A page has a hundred thousand tags: an assertion for each takes longer than all else.
  const wrong = tagsOf(page).filter((name) =>
    name.startsWith('/') ? open.pop() !== name.slice(1) : open.push(name) === 0,
  );
  expect(wrong).toEqual([]);
  expect(open).toEqual([]);
}

/** A request of two kilobytes and its response. */
const exchangeOf = (at: number) => ({
  request: { line: `GET http://host/${at}`, headers: ['accept: */*'] },
  response: { line: 'HTTP 200 OK', headers: [], body: 'x'.repeat(2000), bodyBytes: 2000 },
});

describe('renderHtml', () => {
  it('shows the verdict, the suites with failures and requests, the plan, the monitors and the limits', () => {
    const page = renderHtml(busyReport());
    for (const piece of [
      '<title>Failed · Shop API · Postman report</title>',
      'Checkout / Place an order</a>',
      '<b>status is 201</b>',
      'postman/collections/orders.postman_collection.json:42:17',
      'stock service is down',
      '17 requests over 1.7 s',
      'pm.test(&#39;status is 201&#39;, () =&gt; {',
      'pm.response.to.have.status(201);',
      'Two assertions failed in eu-central.',
      '1,040 of 1,000',
    ]) {
      expect(page).toContain(piece);
    }
    expectNested(page);
  });

  it.each([
    [12, 1, false],
    [11, 2, true],
    [10, 2, false],
    [0, 13, false],
  ])('collapses passed suites when there are many, or some failed: %d failed, %d passed', (red, green, folded) => {
    const runs = [
      ...Array.from({ length: red }, (_, at) => aFailedRun({}, { suite: `Red ${at}` })),
      ...Array.from({ length: green }, (_, at) => aRun({ suite: `Green ${at}` })),
    ];
    const page = renderHtml(aReport({ runs }));
    expect(page.includes('id="passed"')).toBe(folded);
    expect(page.includes(`${green} suites passed</span>`)).toBe(folded);
    expect(page.match(/<details class="row suite"/g)).toHaveLength(red + green);
  });

  it.each([
    [100, ['Bad open', 'Good open']],
    [101, ['Bad open', 'Good']],
  ])('collapses folders without a failure in a suite with many requests: %d', (count, folders) => {
    const executions = Array.from({ length: count }, (_, at) =>
      at === 0
        ? anExecution({ path: ['Bad'], assertions: [{ name: 'status is 201', status: 'failed' }] })
        : anExecution({ path: ['Good'], request: `Request ${at}` }),
    );
    const page = renderHtml(aReport({ runs: [aRun({ attempt: anAttempt({ executions }) })] }));
    const found = [...page.matchAll(/<details class="folder"( open)?>.*?<b>(\w+)<\/b>/g)];
    expect(found.map(([, open = '', name]) => `${name}${open}`)).toEqual(folders);
    expect(page.includes('class="chart"')).toBe(count > 100);
    expect(page).not.toContain('0 failed');
  });

  it('loads nothing, and has a content security policy that allows only its own script', () => {
    const page = renderHtml(busyReport());
    const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text);
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page.replace(/<script>.*?<\/script>/s, '')).not.toMatch(
      /<script|<link|<img|<iframe|\bsrc=|url\(|@import|javascript:|\son\w+=/i,
    );
  });

  it('has a heading and named sections for screen readers', () => {
    const page = renderHtml(busyReport());
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain('<html lang="en">');
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(page).toContain(`<h2 id="${id}">`);
  });

  it('is complete for an empty report', () => {
    const page = renderHtml(aReport());
    expect(page).toContain('Nothing was planned and nothing was run.');
    expectNested(page);
  });

  it('gives every suite, request and failure a stable anchor', () => {
    const idsOf = (page: string): readonly string[] => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => String(id));
    const ids = idsOf(renderHtml(busyReport()));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        'orders',
        'orders-checkout-place-an-order',
        'orders-checkout-place-an-order-iteration-3',
        'orders-checkout-place-an-order-status-is-201',
      ]),
    );
    expect(idsOf(renderHtml(busyReport({ startedAt: 0 })))).toEqual(ids);
  });

  it('links from the index and from each failure to its subject', () => {
    const page = renderHtml(busyReport());
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('lists failed and flaky suites with their reasons, and many passed ones as one row', () => {
    const green = Array.from({ length: 40 }, (_, at) => aRun({ suite: `Green ${at}` }));
    const threshold = { name: 'p95', actual: 957, limit: 300 };
    const slow = aFailedRun(
      {},
      {
        suite: 'Slow',
        attempt: anAttempt({ failures: [{ kind: 'threshold', suite: 'Slow', path: [], message: 'x', threshold }] }),
      },
    );
    const page = renderHtml(
      aReport({
        verdict: 'failed',
        runs: [...green, slow, aRun({ suite: 'Shaky', flaky: true, earlier: [anAttempt()] })],
      }),
    );
    const index = page.slice(page.indexOf('<table class="index">'), page.indexOf('</table>'));
    const texts = [...index.matchAll(/<a href="#[^"]+">([^<]+)</g)].map(([, text]) => text);
    expect(texts).toEqual(['Slow', 'Shaky', '40 suites passed']);
    expect(index).toContain('p95 957 ms &gt; 300 ms');
    expect(index).toContain('failed once, then passed');
  });

  it('shows assertions, console output, request, response and curl command of every request', () => {
    const execution = anExecution({
      console: ['log: a line of the script'],
      responseBytes: 2345,
      exchange: {
        request: { line: 'POST http://host/orders', headers: ['authorization: ***'], body: '{"a":1}', bodyBytes: 7 },
        response: { line: 'HTTP 201 Created', headers: ['x-answer: yes'], body: '{"b":[1,2]}', bodyBytes: 11 },
      },
    });
    const page = renderHtml(aReport({ runs: [aRun({ attempt: anAttempt({ executions: [execution] }) })] }));
    for (const piece of [
      '<li>status is 201</li>',
      'log: a line of the script',
      '<span>2.3 kB</span>',
      'x-answer: yes',
      '{\n  &quot;b&quot;: [\n    1,\n    2\n  ]\n}',
      'curl -X &#39;POST&#39; &#39;http://host/orders&#39;',
      '-H &#39;authorization: &#39;&quot;$AUTHORIZATION&quot;',
    ]) {
      expect(page).toContain(piece);
    }
  });

  it('shows conflicts first, with base, file and Postman, and then newer content in Postman', () => {
    const place = {
      at: 'Checkout / Pay › method',
      base: 'GET',
      ours: 'POST',
      theirs: 'PUT',
      position: { line: 9, column: 3 },
    };
    const changes = [
      aChange({ name: 'Torn', drifted: true, conflict: { reason: 'both-changed', places: [place] } }),
      aChange({ name: 'Ahead', drifted: true, behind: [{ change: 'added', what: 'request', path: ['New one'] }] }),
    ];
    const page = renderHtml(busyReport({ plan: { applied: false, cost: 0, changes } }));
    const found = [
      '<h2 id="conflicts">1 conflict',
      '<td><code>PUT</code></td>',
      '<h2 id="suites">',
      'Postman is ahead; pull writes',
      'request New one',
    ];
    const places = found.map((piece) => page.indexOf(piece));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).toContain('Checkout / Pay › method<br><span class="dim">line 9</span>');
    expectNested(page);
    const clean = tagsOf(renderHtml(poisoned(busyReport({ plan: { applied: false, cost: 0, changes } }), 'x')));
    expect(tagsOf(renderHtml(poisoned(busyReport({ plan: { applied: false, cost: 0, changes } }), 'x"><b>')))).toEqual(
      clean,
    );
  });

  it('shows a conflict once with its remedy, and counts conflicts in the headline', () => {
    const places = [
      { at: 'method', base: 'GET', ours: 'POST', theirs: 'PUT' },
      { at: 'url', ours: 'a', theirs: 'b', file: 'orders/pay.request.yaml', position: { line: 3, column: 1 } },
    ];
    const change = aChange({ name: 'Torn', drifted: true, conflict: { reason: 'both-changed', places } });
    const plan = { applied: false, cost: 0, changes: [change] };
    const other = { code: 'wrong-value', message: 'No such file', remedy: 'Correct the path.' } as const;
    const report = aReport({ verdict: 'failed', plan, problems: [...reportedConflicts(change), other] });
    const page = renderHtml(report);
    expect(page).toContain('<p>1 conflict · 1 problem · ');
    expect(page).not.toContain('Conflict in the collection');
    expect(page).toContain('No such file');
    expect(page.split('Run pull --theirs')).toHaveLength(2);
    expect(page).toContain('url<br><span class="dim">orders/pay.request.yaml, line 3</span>');
    expect(page).not.toContain('method<br>');
  });

  it('links positions to the commit, and resources to their pages in Postman', () => {
    const sources = {
      file: 'https://git.example.com/-/blob/abc/{path}',
      line: 'https://git.example.com/-/blob/abc/{path}#L{line}',
    };
    const page = renderHtml(busyReport({ sources }));
    const file = 'https://git.example.com/-/blob/abc/postman/collections/orders.postman_collection.json';
    expect(page).toContain(`href="${file}#L42"`);
    expect(page).toContain(`href="${file}"`);
    expect(page).toContain(
      'href="https://go.postman.co/workspace/1f0df51a-8658-4ee8-a2a1-d2567dfa09a9/collection/12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2"',
    );
  });

  it('contains every name and most exchanges in 3 MB for 1,000 requests, and in 10 MB for 5,000', () => {
    const many = (length: number) =>
      shop(length).map((execution, at) => ({
        ...execution,
        assertions: [...execution.assertions, { name: `assertion number ${at}`, status: 'passed' as const }],
        exchange: exchangeOf(at),
      }));
    const pageOf = (length: number) =>
      renderHtml(aReport({ runs: [aRun({ attempt: anAttempt({ executions: many(length) }) })] }));
    const thousand = pageOf(1000);
    expect(Buffer.byteLength(thousand)).toBeLessThan(3_000_000);
    expect(thousand.match(/<li>assertion number/g)).toHaveLength(1000);
    expect(thousand.match(/class="curl"/g)?.length).toBeGreaterThan(300);
    expect(thousand).toContain('Request and response are in report.json.');
    expect(Buffer.byteLength(pageOf(5000))).toBeLessThan(10_000_000);
  });

  it('shortens 10,000 requests with a note, and keeps all details of failed ones', () => {
    const executions = shop(10_000).map((execution, at) =>
      at === 9321
        ? {
            ...execution,
            request: 'The broken one',
            exchange: exchangeOf(1),
            assertions: [{ name: 'x', status: 'failed' as const }],
          }
        : execution,
    );
    const attempt = anAttempt({ iterations: 2000, executions, failures: [aFailure({ iteration: 1865 })] });
    const page = renderHtml(aReport({ verdict: 'failed', runs: [aFailedRun({}, { attempt })] }));
    expect(page).toContain('6,000 of 10,000 requests are listed');
    expect(page).toContain('The broken one');
    expect(page.match(/class="curl"/g)).toHaveLength(1);
    expect(page.length).toBeLessThan(10_000_000);
    expectNested(page);
  });

  it('marks failures outside assertions, but not skipped requests', () => {
    const { code: _none, ...skipped } = anExecution({ request: 'Skipped', method: '', assertions: [] });
    const { assertion: _own, ...script } = aFailure({ kind: 'script', message: 'TypeError: no' });
    const attempt = anAttempt({ executions: [anExecution(), skipped], failures: [script] });
    const rows = renderHtml(aReport({ verdict: 'failed', runs: [aFailedRun({}, { attempt })] }))
      .split('<details class="q')
      .slice(1);
    expect(rows.map((row) => row.startsWith(' f"'))).toEqual([true, false]);
    expect(rows[1]).toContain('not sent');
  });

  it('shows messages of failures of up to 5,000 characters as a whole', () => {
    const failures = [5_000, 5_001].map((length) => aFailure({ message: 'm'.repeat(length) }));
    const page = renderHtml(aReport({ runs: [aFailedRun({}, { attempt: anAttempt({ failures }) })] }));
    const shown = [...page.matchAll(/<pre class="message">(m+…?)</g)].map(([, message = '']) => message);
    expect(shown).toEqual(['m'.repeat(5_000), `${'m'.repeat(4_999)}…`]);
  });

  it('escapes all texts of the report', () => {
    const clean = tagsOf(renderHtml(poisoned(busyReport(), 'x')));
    fc.assert(
      fc.property(hostile, (text) => expect(tagsOf(renderHtml(poisoned(busyReport(), `x${text}`)))).toEqual(clean)),
      { numRuns: 40 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { BaselineComparison } from '../../../src/core/model/baseline.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { baselineWords } from '../../../src/render/baseline.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { renderComment, renderSummary } from '../../../src/render/markdown.ts';
import { renderReport } from '../../../src/render/text.ts';
import { aFailure, anAttempt, anExecution, aReport, aRun } from '../../support/report.ts';

const latency = (request: string | undefined, change: number, regressed: boolean) => ({
  suite: 'Orders <b>',
  ...(request === undefined ? {} : { request }),
  before: { p95Ms: 100, samples: 20 },
  after: { p95Ms: 100 * (1 + change), samples: 30 },
  change,
  regressed,
});

const fixed = { suite: 'Orders <b>', path: [], request: 'Pay', assertion: 'is paid' };

function reportOf(baseline: Partial<BaselineComparison>, known: readonly boolean[] = []): Report {
  const failures = known.map((is, index) => aFailure({ suite: 'Orders <b>', assertion: `a${index}`, known: is }));
  return aReport({
    verdict: failures.length > 0 ? 'failed' : 'passed',
    baseline: { commit: 'b51b7e6a1c2d3e4f', fixed: [], latencies: [], ...baseline },
    runs: [aRun({ suite: 'Orders <b>', attempt: anAttempt({ executions: [anExecution()], failures }) })],
  });
}

const busy = reportOf(
  {
    fixed: [fixed],
    latencies: [latency(undefined, 0.4, true), latency('List', 0.5, true), latency('Get', -0.1, false)],
  },
  [false, false, true],
);
const WORDS = 'Against the baseline b51b7e6: 2 new failures, 1 known, 1 fixed, p95 +40% in Orders <b>';

describe('the baseline in words', () => {
  it.each<[string, Report, string | undefined]>([
    ['nothing without one', aReport(), undefined],
    ['new, known and fixed failures, and what became slower', busy, WORDS],
    ['that nothing is new', reportOf({}), 'Against the baseline b51b7e6: no new failures'],
    [
      'slower requests of a suite that is not slower as a whole, a few by name',
      reportOf({ latencies: ['a', 'b', 'c', 'd'].map((name) => latency(name, 1.5, true)) }, [false]),
      'Against the baseline b51b7e6: 1 new failure, p95 +150% in Orders <b> / a, p95 +150% in Orders <b> / b, p95 +150% in Orders <b> / c, 1 more slower',
    ],
  ])('say %s', (_, report, words) => {
    expect(baselineWords(report)).toBe(words);
  });

  it('are in the comment, the summary, the log and at the top of the page', () => {
    const [escaped, inHtml] = [WORDS.replace('<b>', '&#60;b&#62;'), WORDS.replace('<b>', '&lt;b&gt;')];
    expect(renderComment(busy, { marker: '<!-- m -->' })).toContain(`**${escaped}**`);
    expect(renderSummary(busy)).toContain(`**${escaped}**`);
    expect(renderReport(busy, { color: false })).toContain(WORDS);
    expect(renderHtml(busy)).toContain(`<b>${inHtml}</b>`);
    const calm = renderComment(reportOf({ fixed: [fixed] }), { marker: '<!-- m -->' });
    expect(calm).toContain('no new failures, 1 fixed');
  });

  it('are next to the latencies of each request on the page, slowest first', () => {
    const page = renderHtml(busy);
    const table = /<details class="baseline" open>.*?<\/details>/s.exec(page)?.[0] ?? '';
    expect(table.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(
      'The suite 100 ms 140 ms +40% slower 20 → 30 List 100 ms 150 ms +50% slower 20 → 30 Get 100 ms 90 ms -10% 20 → 30',
    );
    expect(renderHtml(reportOf({ latencies: [latency('Get', 0, false)] }))).toContain('<details class="baseline">');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../../src/core/report/report.ts';
import { allAnnotations } from '../../../src/render/annotations.ts';
import { renderCtrf } from '../../../src/render/ctrf.ts';
import { renderDotenv } from '../../../src/render/dotenv.ts';
import { renderCodeQuality } from '../../../src/render/gitlab-codequality.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { renderJunit } from '../../../src/render/junit.ts';
import { renderComment, renderSummary } from '../../../src/render/markdown.ts';
import { renderOutputs } from '../../../src/render/outputs.ts';
import { renderQuiet, renderReport, renderRequests, renderResult, renderStatus } from '../../../src/render/text.ts';
import type { ReportFormat } from '../../../src/settings/inputs/reports.ts';
import { brokenReport, calmReport, reviewedReport } from '../../support/whole-reports.ts';

const REPORTS = { reviewed: reviewedReport(), broken: brokenReport(), calm: calmReport() };
const PATHS = { report: 'out/report.json', junit: 'out/junit.xml', html: 'out/index.html' };
const sourceUrl = 'https://github.com/acme/shop/blob/abc';
const pages = { pageUrl: 'https://example.com/page', sourceUrl };

/** `report.json` has a test of its own. */
type ReportFile = Exclude<ReportFormat, 'json'>;

const FILES: Readonly<Record<ReportFile, (report: Report) => string>> = {
  html: (report) => renderHtml(report).replace(/<(style|script)>.*?<\/\1>|sha256-[^']+/gs, '…'),
  junit: renderJunit,
  ctrf: renderCtrf,
  'gitlab-codequality': renderCodeQuality,
  dotenv: (report) => renderDotenv(report, PATHS),
};

const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  summary: (report) => renderSummary(report, pages),
  comment: (report) => renderComment(report, { ...pages, marker: '<!-- m -->', runUrl: 'https://example.com/run' }),
  terminal: (report) => renderReport(report, { color: false }),
  'terminal in colour': (report) => renderResult(report, { color: true }),
  quiet: (report) => renderQuiet(report, { color: false }),
  status: (report) => renderStatus(report, { color: false }),
  requests: renderRequests,
  ...FILES,
  outputs: (report) => JSON.stringify([...renderOutputs(report, PATHS)], null, 1),
  annotations: (report) => JSON.stringify(allAnnotations(report), null, 1),
};

/** After a change on purpose: `npm test -- whole-reports -u`, and read the difference. */
describe('whole reports', () => {
  it.each(Object.keys(REPORTS).flatMap((name) => Object.keys(FORMATS).map((format) => [name, format] as const)))(
    'are rendered as they were read and found good: %s, %s',
    (name, format) => {
      const report = REPORTS[name as keyof typeof REPORTS];
      expect(FORMATS[format]?.(report)).toMatchSnapshot();
    },
  );
});

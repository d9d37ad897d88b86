import { describe, expect, it } from '@jest/globals';
import { reportSchema } from '../../../../src/core/report/report-schema.ts';
import { renderJson } from '../../../../src/render/json.ts';
import { aReport } from '../../../support/report.ts';
import { errorsOf, undocumentedIn } from '../../../support/report-file.ts';
import { busyReport } from '../../../support/sample-report.ts';
import { brokenReport, calmReport, reviewedReport } from '../../../support/whole-reports.ts';

describe('the published schema of report.json', () => {
  it('describes a full and an empty report', () => {
    expect(errorsOf(JSON.parse(renderJson(busyReport({ branch: 'main', run: { url: 'https://ci/1' } }))))).toEqual([]);
    expect(errorsOf(JSON.parse(renderJson(aReport())))).toEqual([]);
  });

  it('lets later versions add fields', () => {
    expect(errorsOf({ ...aReport(), later: { percent: 80 } })).toEqual([]);
  });

  it('has every field of a busy report', () => {
    expect(undocumentedIn(JSON.parse(renderJson(busyReport())))).toEqual([]);
    expect(undocumentedIn({ ...aReport(), weather: 1 })).toEqual([' must NOT have additional properties']);
  });

  it('refuses reports that a reader would misunderstand', () => {
    expect(errorsOf({ ...aReport(), version: 1 })).toEqual(['/version must be equal to constant']);
    expect(errorsOf({ ...aReport(), verdict: 'green' })).toEqual([
      '/verdict must be equal to one of the allowed values',
    ]);
    const { runs: _runs, ...without } = aReport();
    expect(errorsOf(without)).toEqual([" must have required property 'runs'"]);
  });
});

describe('the schema with which reports are read', () => {
  const withMode = (mode: 'fail' | 'warn' | 'off') => {
    const { contract, ...report } = reviewedReport();
    return contract ? { ...report, contract: { ...contract, mode } } : report;
  };

  it.each([
    ['a review', reviewedReport()],
    ['a run with errors', brokenReport()],
    ['a run without anything to tell', calmReport()],
    ...(['fail', 'warn', 'off'] as const).map((mode) => [`contract: ${mode}`, withMode(mode)] as const),
  ])('accepts every report that is written: %s', (_, report) => {
    expect(reportSchema.safeParse(JSON.parse(renderJson(report))).error?.issues).toBeUndefined();
  });
});

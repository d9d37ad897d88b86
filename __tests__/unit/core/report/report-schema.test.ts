import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { renderJson } from '../../../../src/render/json.ts';
import { aReport } from '../../../support/report.ts';
import { busyReport } from '../../../support/sample-report.ts';

const published = JSON.parse(
  readFileSync(new URL('../../../../schema/report.schema.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const validate = ajv.compile(published);

const errorsOf = (report: object): readonly string[] => {
  validate(JSON.parse(JSON.stringify(report)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe('the published schema of report.json', () => {
  it('describes a report with everything in it, and one with nothing', () => {
    expect(errorsOf(JSON.parse(renderJson(busyReport({ branch: 'main', run: { url: 'https://ci/1' } }))))).toEqual([]);
    expect(errorsOf(JSON.parse(renderJson(aReport())))).toEqual([]);
  });

  it('lets later versions add fields', () => {
    expect(errorsOf({ ...aReport(), later: { percent: 80 } })).toEqual([]);
  });

  it('refuses what a reader would misunderstand', () => {
    expect(errorsOf({ ...aReport(), version: 1 })).toEqual(['/version must be equal to constant']);
    expect(errorsOf({ ...aReport(), verdict: 'green' })).toEqual([
      '/verdict must be equal to one of the allowed values',
    ]);
    const { runs: _runs, ...without } = aReport();
    expect(errorsOf(without)).toEqual([" must have required property 'runs'"]);
  });
});

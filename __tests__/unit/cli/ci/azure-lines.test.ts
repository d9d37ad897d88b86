import { describe, expect, it } from '@jest/globals';
import { azureLines } from '../../../../src/cli/ci/azure-lines.ts';
import { busyReport } from '../../../support/sample-report.ts';

describe('the lines for Azure Pipelines', () => {
  it('name an error at its file and line', () => {
    const lines = azureLines(busyReport(), {});
    expect(lines.length).toBeGreaterThan(0);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^##vso\[task\.logissue type=error;sourcepath=[^;\]]+;linenumber=\d+(;columnnumber=\d+)?\].+/,
      ),
    );
  });

  it('contain one command each, whatever the report contains', () => {
    const hostile = busyReport();
    const runs = hostile.runs.map((run) => ({
      ...run,
      attempt: {
        ...run.attempt,
        failures: run.attempt.failures.map((failure) => ({
          ...failure,
          message: 'x\n##vso[task.setvariable variable=PATH]/tmp\r##vso[task.complete]100%',
          file: 'a];b\n.json',
        })),
      },
    }));
    for (const line of azureLines({ ...hostile, runs }, {})) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(line.startsWith('##vso[task.logissue type=')).toBe(true);
      expect(line.slice(2)).not.toContain('##vso[');
      expect(line.split(']')[0]).toMatch(/^##vso\[task\.logissue [^\]]*$/);
    }
  });

  it('upload the summary and the report', () => {
    const lines = azureLines(busyReport(), { html: 'postman-report/index.html', summary: 'postman-report/summary.md' });
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^##vso\[task\.uploadsummary\].*summary\.md$/),
      expect.stringMatching(/^##vso\[artifact\.upload artifactname=postman-report\].*index\.html$/),
    ]);
  });
});

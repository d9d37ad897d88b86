import { describe, expect, it } from '@jest/globals';
import { buildCheckRun, publishCheckRun } from '../../../src/action/check-run.ts';
import { memoryGitHub } from '../../support/github-port.ts';
import { aFailedRun, aFailure, anAttempt, aReport } from '../../support/report.ts';

const sha = 'b51b7e6a1c2d3e4f5061728394a5b6c7d8e9f001';
const failing = (failures: number) =>
  aReport({
    verdict: 'failed',
    failureKinds: ['assertion'],
    runs: [
      aFailedRun(
        {},
        {
          attempt: anAttempt({
            failures: Array.from({ length: failures }, (_, at) => aFailure({ message: `No ${at}` })),
          }),
        },
      ),
    ],
    notices: [
      { level: 'warning', message: 'Orders was changed in Postman', path: 'orders.json' },
      { level: 'warning', message: '83% of the quota is used' },
    ],
  });

describe('a check run', () => {
  it.each([
    ['passed', 'success'],
    ['failed', 'failure'],
    ['error', 'failure'],
  ] as const)('of a run that %s is a %s', (verdict, conclusion) => {
    expect(buildCheckRun(aReport({ verdict }), { sha }).conclusion).toBe(conclusion);
  });

  it('contains annotations with a file, errors first', () => {
    const { annotations } = buildCheckRun(failing(2), { sha }).output;
    expect(annotations.map(({ annotation_level: level, start_line: line }) => [level, line])).toEqual([
      ['failure', 42],
      ['failure', 42],
      ['warning', 1],
    ]);
  });

  it('needs ten requests for 10,000 failures, and has a summary within the limit of GitHub', async () => {
    const github = memoryGitHub();
    await publishCheckRun(github, buildCheckRun(failing(10_000), { sha, label: 'x'.repeat(300) }));
    const [run] = github.published;
    expect(run?.name.length).toBeLessThanOrEqual(200);
    expect(Buffer.byteLength(run?.output.summary ?? '')).toBeLessThan(65_535);
    const sent = [run?.output, ...github.added].map((output) => output?.annotations ?? []);
    expect(sent.map(({ length }) => length)).toEqual(Array(10).fill(50));
    expect(sent.flat()[499]?.message).toBe('No 499');
  });
});

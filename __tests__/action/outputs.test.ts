import { describe, expect, it } from '@jest/globals';
import { OUTPUTS } from '../../src/render/output-table.ts';
import { pullRequest } from '../support/events.ts';
import { FILE, setScene } from '../support/github-scenario.ts';
import { collection } from '../support/shop-api.ts';

const scene = setScene();
const { run, runQuickly } = scene;

const NAMES = OUTPUTS.map(({ name }) => name).sort();
const silent = { comment: 'never' };

describe('the outputs', () => {
  it.each([
    ['all is well', () => runQuickly({ inputs: silent }), { verdict: 'passed', 'failure-kinds': '' }],
    [
      'an input is wrong',
      () => runQuickly({ inputs: { ...silent, 'on-drift': 'dance' } }),
      { verdict: 'error', 'failure-kinds': 'settings' },
    ],
    [
      'the report cannot be written',
      () => runQuickly({ inputs: { ...silent, 'report-dir': `${FILE}/reports` } }),
      { verdict: 'error', 'failure-kinds': 'settings', report: '' },
    ],
    [
      'the report cannot be read',
      () => runQuickly({ inputs: { ...silent, command: 'comment', 'report-dir': 'nowhere' } }),
      { verdict: 'error', 'failure-kinds': 'settings' },
    ],
    [
      'the event forbids it',
      () => {
        const fork = { number: 7, sha: 'b'.repeat(40), from: 'mallory/shop' };
        return runQuickly({ event: pullRequest(fork, 'pull_request_target'), inputs: silent });
      },
      { verdict: 'error', 'failure-kinds': 'settings' },
    ],
    [
      'Postman cannot be reached',
      () =>
        runQuickly({
          inputs: {
            ...silent,
            'postman-api-key': 'PMAK-0000',
            'api-url': 'http://127.0.0.1:9',
            workspace: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9',
            'max-wait': '0',
          },
        }),
      { verdict: 'error', 'failure-kinds': 'network' },
    ],
  ])('are complete when %s, and the exit status says what the verdict says', async (_what, play, expected) => {
    const { code, outputs, summary, log } = await play();
    expect(Object.keys(outputs).sort()).toEqual(NAMES);
    expect(outputs).toMatchObject(expected);
    expect(code).toBe(expected.verdict === 'passed' ? 0 : 1);
    expect(summary).toContain(expected.verdict === 'passed' ? '✅ Passed' : '⛔ Error');
    expect(log).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  it('that cannot be written make the step fail, for whoever reads them would read nothing', async () => {
    const result = await runQuickly({ inputs: silent, env: { GITHUB_OUTPUT: '/nowhere/at/all' } });
    expect(result.code).toBe(1);
    expect(result.log).toContain('::error::postman-sync itself failed');
    expect(result.summary).toContain('✅ Passed');
  });
});

describe('a summary that cannot be written', () => {
  it('changes no verdict', async () => {
    const result = await runQuickly({ inputs: silent, env: { GITHUB_STEP_SUMMARY: '/nowhere/at/all' } });
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    expect(result.log).toContain('::warning::The job summary cannot be written');
  });
});

describe('an event that cannot be read', () => {
  it('means plan, and says so', async () => {
    const event = { env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }, payload: '{' };
    const result = await runQuickly({ event });
    expect(result.code).toBe(0);
    expect(result.log).toContain('auto means plan');
    expect(JSON.parse(result.read('postman-report/report.json') ?? '')).toMatchObject({ command: 'plan' });
  });
});

describe('ten thousand failing assertions', () => {
  it('leave a readable summary, comment, list and annotations', async () => {
    const files = { [FILE]: collection(`${scene.shopUrl}/broken`, { tests: 10_000 }) };
    const result = await run({ files });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'assertions-failed': '10000' } });
    expect(JSON.parse(result.outputs.failures ?? '')).toHaveLength(50);
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024);
    const [comment] = await scene.github.comments(scene.pull.number);
    for (const page of [result.summary, comment?.body ?? '']) {
      expect(page).toContain('10,000 failed');
      expect(page).toContain('looked at 1 times');
      expect(page.match(/<details/g)).toHaveLength(page.match(/<\/details>/g)?.length ?? 0);
      expect(page).toMatch(/more failures in the report/);
    }
    expect(comment?.body.length).toBeLessThan(65_536);
    const errors = result.log.match(/^::error .*$/gm) ?? [];
    expect(result.log.match(/^::error/gm)).toHaveLength(10);
    expect(errors[0]).toContain(`file=${FILE},line=20`);
    expect(result.log).toContain('::error::… and 9,991 more errors: see the job summary.');
    expect(result.log.length).toBeLessThan(200_000);
  }, 60_000);
});

import { describe, expect, it } from '@jest/globals';
import { other, push } from '../support/events.ts';
import { REPOSITORY } from '../support/github.ts';
import { FILE, setScene } from '../support/github-scenario.ts';
import { collection } from '../support/shop-api.ts';

const scene = setScene();
const { run, runQuickly } = scene;

const checked = { 'check-run': 'true', comment: 'never' };
const checkRuns = async (sha: string) =>
  (await scene.github.api('GET', `/repos/${REPOSITORY}/commits/${sha}/check-runs`)).check_runs;
const sent = () => scene.github.calls.filter(({ path }) => path.includes('/check-runs'));

describe('the check run', () => {
  it('is there only when asked for', async () => {
    await runQuickly({ inputs: { comment: 'never' } });
    expect(scene.github.calls).toEqual([]);
  });

  it('says of the head commit what the verdict says, and leads to the run', async () => {
    await runQuickly({ inputs: checked });
    await run({
      inputs: { ...checked, matrix: '{"node":24}' },
      files: { [FILE]: collection(`${scene.shopUrl}/broken`) },
    });
    const [failed, passed] = await checkRuns(scene.pull.head.sha);
    const link = `https://github.com/${REPOSITORY}/actions/runs/42`;
    expect(passed).toMatchObject({ name: 'postman-sync', conclusion: 'success', details_url: link });
    expect(failed).toMatchObject({ name: 'postman-sync (24)', conclusion: 'failure', details_url: link });
    expect(failed.output.title).toContain('1 of 1 suite failed');
    expect(failed.output.summary).toContain(link);
    expect(sent().at(-1)?.body.output.annotations).toEqual([
      {
        path: FILE,
        start_line: 19,
        end_line: 19,
        start_column: 15,
        end_column: 15,
        annotation_level: 'failure',
        title: 'Orders: List orders › answers with 200',
        message: 'expected response to have status code 200 but got 404',
      },
    ]);
  });

  it('gets its annotations fifty at a time', async () => {
    const files = { [FILE]: collection(`${scene.shopUrl}/broken`, { tests: 120 }) };
    expect(await run({ files, inputs: checked })).toMatchObject({ code: 1, outputs: { 'assertions-failed': '120' } });
    expect(sent().map(({ method, status }) => [method, status])).toEqual([
      ['POST', 201],
      ['PATCH', 200],
      ['PATCH', 200],
    ]);
    expect(sent().map(({ body }) => body.output.annotations.length)).toEqual([50, 50, 20]);
    const titles = sent().flatMap(({ body }) => body.output.annotations.map(({ title }: { title: string }) => title));
    expect(new Set(titles).size).toBe(120);
  });

  it.each([
    ['a merge queue', () => other('merge_group', 'refs/heads/gh-readonly-queue/main/pr-1-0a1b')],
    ['a push', () => push('refs/heads/feature')],
  ])('goes to the commit itself on %s', async (_what, event) => {
    await runQuickly({ event: event(), inputs: checked });
    expect(sent().map(({ body }) => body.head_sha)).toEqual(['a'.repeat(40)]);
  });

  it.each([403, 404, 500])('changes no verdict when GitHub answers %d, and is not sent again', async (status) => {
    scene.github.refuse({ method: 'POST', path: /check-runs$/, status, message: 'No' });
    const result = await runQuickly({ inputs: checked });
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    expect(result.log).toContain(`::warning::The check run was not published: GitHub answered "${status} No"`);
    expect(sent()).toHaveLength(1);
  });
});

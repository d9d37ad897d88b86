import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../support/action.ts';
import { setScene } from '../support/github-scenario.ts';
import { collection } from '../support/shop-api.ts';

const scene = setScene();

const REPORT = 'postman-report/report.json';

/** Three suites, of which the first has five rows of data that any shard may run. */
const files = () => ({
  'rows.csv': 'row\n1\n2\n3\n4\n5\n',
  'rows.postman_collection.json': collection(`${scene.shopUrl}/row/{{row}}`, { name: 'Rows' }),
  'orders.postman_collection.json': collection(`${scene.shopUrl}/orders`),
  'broken.postman_collection.json': collection(`${scene.shopUrl}/broken`, { name: 'Broken' }),
  'postman-sync.yaml': `suites:
  - { name: Rows, collection: Rows, iteration-data: rows.csv, split: true }
  - { name: Orders, collection: Orders }
  - { name: Broken, collection: Broken }
`,
});

const shard = (index: number): Promise<StepResult> =>
  scene.run({ files: files(), inputs: { command: 'test', shard: `${index}/2` } });

describe('a run on two machines', () => {
  it('is one run again: one report, one comment, one verdict; and red where a machine is missing', async () => {
    const [first, second] = await Promise.all([shard(1), shard(2)]);
    const texts = [first, second].map((step) => step.read(REPORT) ?? '');
    const ran = texts.map((text) => JSON.parse(text).runs.map((run: { suite: string }) => run.suite));
    expect(ran).toEqual([
      ['Rows', 'Broken'],
      ['Rows', 'Orders'],
    ]);
    expect([first.code, second.code]).toEqual([1, 0]);
    expect(await scene.github.comments(scene.pull.number)).toEqual([]);

    const merged = await scene.run({
      files: { 'shards/postman-report-1/report.json': texts[0], 'shards/postman-report-2/report.json': texts[1] },
      inputs: { command: 'merge-reports', reports: 'shards' },
    });
    expect(merged).toMatchObject({
      code: 1,
      outputs: { verdict: 'failed', 'failure-kinds': 'assertion', 'requests-total': '7', 'assertions-failed': '1' },
    });
    const { runs } = JSON.parse(merged.read(REPORT) ?? '');
    expect(runs.map((run: { suite: string }) => run.suite)).toEqual(['Rows', 'Orders', 'Broken']);
    const rows = runs[0].attempt.executions.map(({ iteration, url }: { iteration: number; url: string }) => [
      iteration,
      new URL(url).pathname,
    ]);
    expect(rows).toEqual([1, 2, 3, 4, 5].map((row) => [row, `/row/${row}`]));
    expect(merged.read('postman-report/junit.xml')).toContain('<testsuite name="Broken');
    expect(merged.read('postman-report/index.html')).toContain('Broken');
    expect(merged.summary).toContain('Broken');
    expect(merged.log).toContain('::error');
    const comments = await scene.github.comments(scene.pull.number);
    expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining('answers with 200')]);

    const alone = await scene.run({
      files: { 'shards/postman-report-2/report.json': texts[1] },
      argv: ['merge-reports', 'shards', '--comment', 'never'],
    });
    expect(alone.code).toBe(1);
    expect(alone.log).toContain('1 of 2 shards reported: shard 1 is missing.');
  }, 90_000);
});

import { expect, it } from '@jest/globals';
import { startArtifacts } from '../support/artifacts.ts';
import { setScene } from '../support/github-scenario.ts';

const scene = setScene();

it('keeps the report of a failed run as an artifact, and links it in output, summary and comment', async () => {
  const service = await startArtifacts();
  const env = { ...service.env, GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '42' };
  const { outputs, summary, log } = await scene.runQuickly({ env, inputs: { 'on-drift': 'dance' } });
  await service.close();
  const url = `https://github.com/acme/shop/actions/runs/42/artifacts/4711`;
  expect(outputs['artifact-url']).toBe(url);
  expect(summary.split('\n').find((line) => line.includes('[report]'))).toContain(`[report](${url})`);
  const [comment] = await scene.github.comments(scene.pull.number);
  expect(comment?.body).toContain(`[report](${url})`);
  expect(log).not.toContain('signature-of-the-runner');
  expect(service.artifacts.size).toBe(1);
});

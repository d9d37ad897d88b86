import { describe, expect, it } from '@jest/globals';
import { payloadSchema } from '../../../src/action/event.ts';
import type { GitHubContext } from '../../../src/action/github-context.ts';
import { GitHubError } from '../../../src/action/ports.ts';
import { publish } from '../../../src/action/publish.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { parseHostSettings } from '../../../src/settings/host-settings.ts';
import { other, pullRequest, type RunnerEvent } from '../../support/events.ts';
import { type MemoryGitHub, memoryGitHub } from '../../support/github-port.ts';
import { aReport } from '../../support/report.ts';

const sha = 'b51b7e6a1c2d3e4f5061728394a5b6c7d8e9f001';
const here = pullRequest({ number: 7, sha });

const contextOf = ({ env, payload }: RunnerEvent): GitHubContext => ({
  event: { name: env.GITHUB_EVENT_NAME ?? '', ref: env.GITHUB_REF ?? '', payload: payloadSchema.parse(payload) },
  repository: { owner: 'acme', repo: 'shop' },
  apiUrl: 'https://api.github.com',
  step: ['w', 'j', 's'],
  sha,
});

interface Scenario {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly report?: Partial<Report>;
  readonly event?: RunnerEvent;
  readonly github?: MemoryGitHub;
}

/** Publishes a report, and answers with what was logged. */
async function play({ inputs = {}, report = {}, event = here, github = memoryGitHub() }: Scenario) {
  const log: string[] = [];
  const raw = new Map(Object.entries({ 'github-token': 'ghs_1', ...inputs }));
  await publish(
    { report: aReport(report), paths: {}, settings: parseHostSettings(raw) },
    {
      context: contextOf(event),
      sourceUrl: undefined,
      log: { notice: (text) => log.push(`notice ${text}`), warning: (text) => log.push(`warning ${text}`) },
      connect: async () => github,
    },
  );
  return log;
}

describe('publishing', () => {
  it.each(['plan', 'apply', 'test', 'auto'])('comments on a pull request after %s', async (command) => {
    const github = memoryGitHub();
    expect(await play({ report: { command }, github, inputs: { command } })).toEqual([]);
    expect(github.list).toHaveLength(1);
  });

  it.each(['status', 'pull', 'comment'])('has nothing to say after %s', async (command) => {
    const github = memoryGitHub();
    await play({ report: { command }, github, inputs: { command, 'check-run': 'true' } });
    expect([github.list, github.published]).toEqual([[], []]);
  });

  it.each(['merge_group', 'schedule', 'workflow_dispatch'])('comments nowhere on %s', async (name) => {
    const github = memoryGitHub();
    expect(await play({ event: other(name), github })).toEqual([]);
    expect(github.list).toEqual([]);
  });

  it('reports a missing permission and its remedy in a notice', async () => {
    const refused = async () =>
      Promise.reject(new GitHubError('refused', '403 Resource not accessible by integration'));
    const github = { ...memoryGitHub(), createComment: refused };
    expect(await play({ github })).toEqual([
      'notice The pull-request comment was not published: GitHub answered "403 Resource not accessible by integration". The verdict stands. Grant the job "pull-requests: write".',
    ]);
    const fork = pullRequest({ number: 7, sha, from: 'mallory/shop' });
    expect(await play({ github, event: fork })).toEqual([expect.stringContaining('fork-comment.yml')]);
  });

  it('does not suggest a permission when GitHub rejects the token', async () => {
    const unknown = async () => Promise.reject(new GitHubError('unauthorized', '401 Bad credentials'));
    expect(await play({ github: { ...memoryGitHub(), createComment: unknown } })).toEqual([
      'notice The pull-request comment was not published: GitHub answered "401 Bad credentials". The verdict stands. Leave github-token at its default, or give one that is valid.',
    ]);
  });

  it('reports each part that failed, and does the other', async () => {
    const broken = async () => Promise.reject(new Error('the network is down'));
    const github = { ...memoryGitHub(), createComment: broken };
    expect(await play({ github, inputs: { 'check-run': 'true' } })).toEqual([
      'notice The pull-request comment was not published: the network is down. The verdict stands.',
    ]);
    expect(github.published).toHaveLength(1);
  });

  it('reports a missing token once for each part', async () => {
    const log = await play({ inputs: { 'github-token': '', 'check-run': 'true' } });
    expect(log).toEqual([
      'notice The pull-request comment was not published: no github-token was given. The verdict stands.',
      'warning The check run was not published: no github-token was given. The verdict stands.',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  autoCommand,
  baseBranchOf,
  commitOf,
  type GitHubEvent,
  isFork,
  payloadSchema,
  pullRequestOf,
  type RefusalInputs,
  refusalOf,
  whyNoKey,
} from '../../../src/action/event.ts';
import type { RepositoryCommand } from '../../../src/settings/commands.ts';
import { other, pullRequest, push, type RunnerEvent, workflowRun } from '../../support/events.ts';

const asking = (command: RepositoryCommand | 'auto', allowForks = false): RefusalInputs => ({ command, allowForks });

const sha = 'b51b7e6a1c2d3e4f5061728394a5b6c7d8e9f001';
const fork = { number: 7, sha, from: 'mallory/shop' };

const eventOf = ({ env, payload }: RunnerEvent, actor?: string): GitHubEvent => ({
  name: env.GITHUB_EVENT_NAME ?? '',
  ref: env.GITHUB_REF ?? '',
  ...(actor ? { actor } : {}),
  payload: payloadSchema.parse(payload),
});

describe('auto', () => {
  it.each([
    ['a push to the default branch', push('refs/heads/main'), 'apply'],
    ['a schedule', { ...other('schedule'), payload: { schedule: '0 3 * * *' } }, 'apply'],
    ['a manual run', other('workflow_dispatch'), 'apply'],
    ['a manual run of a branch', other('workflow_dispatch', 'refs/heads/feature'), 'apply'],
    ['a call from outside', other('repository_dispatch'), 'apply'],
    ['a release', other('release', 'refs/tags/v1.2.3'), 'apply'],
    ['a push to another branch', push('refs/heads/feature'), 'plan'],
    ['a push to a branch whose name ends like the default one', push('refs/heads/feature/main'), 'plan'],
    ['a tag', push('refs/tags/v1.2.3'), 'plan'],
    ['a tag with the name of the default branch', push('refs/tags/main'), 'plan'],
    ['a pull request', pullRequest({ number: 7, sha }), 'plan'],
    ["a fork's pull request", pullRequest(fork), 'plan'],
    ['a pull request in the context of its target', pullRequest({ number: 7, sha }, 'pull_request_target'), 'plan'],
    ['a merge queue', other('merge_group', 'refs/heads/gh-readonly-queue/main/pr-7-0a1b'), 'plan'],
    ['another workflow that ended', workflowRun({ sha }), 'plan'],
    ['a comment', other('issue_comment'), 'plan'],
    ['a push whose payload is lost', { ...push('refs/heads/main'), payload: {} }, 'plan'],
  ])('on %s means %3$s', (_what, event, command) => {
    expect(autoCommand(eventOf(event))).toBe(command);
  });
});

describe('the base branch', () => {
  it.each([
    ['of a pull request is its target', { pull_request: { number: 1, base: { sha, ref: 'release' } } }, 'release'],
    ['of a merge group is its target', { merge_group: { base_sha: sha, base_ref: 'refs/heads/release' } }, 'release'],
    ['of other events is the default branch', { repository: { default_branch: 'trunk' } }, 'trunk'],
    ['is unknown without a payload', {}, undefined],
  ])('%s', (_, payload, branch) => {
    expect(baseBranchOf({ name: 'push', ref: '', payload: payloadSchema.parse(payload) })).toBe(branch);
  });
});

describe('what a run is about', () => {
  it("is a pull request's head, not the merge commit that GitHub made for it", () => {
    expect(commitOf(eventOf(pullRequest({ number: 7, sha })), '0'.repeat(40))).toBe(sha);
    expect(commitOf(eventOf(push('refs/heads/main')), sha)).toBe(sha);
  });

  it('is a pull request on its own events and on comments to it only', () => {
    expect(pullRequestOf(eventOf(pullRequest({ number: 7, sha })))).toBe(7);
    const comment = other('issue_comment');
    expect(pullRequestOf(eventOf(comment))).toBeUndefined();
    const issue = { ...comment.payload.issue, number: 9, pull_request: { url: 'https://api.github.com' } };
    expect(pullRequestOf(eventOf({ ...comment, payload: { ...comment.payload, issue } }))).toBe(9);
    expect(pullRequestOf(eventOf(other('merge_group')))).toBeUndefined();
    expect(pullRequestOf(eventOf(workflowRun({ sha })))).toBeUndefined();
  });
});

describe('a fork', () => {
  const deleted = pullRequest({ number: 7, sha });
  deleted.payload.pull_request.head.repo = null;

  it.each([
    ['a pull request from one', pullRequest(fork), true],
    ['a pull request from one that is deleted', deleted, true],
    ["a run that one's pull request caused", workflowRun(fork), true],
    ['a pull request from a branch', pullRequest({ number: 7, sha }), false],
    ["a run that a branch's pull request caused", workflowRun({ sha }), false],
    ['a push', push('refs/heads/main'), false],
  ])('%s: %3$s', (_what, event, expected) => {
    expect(isFork(eventOf(event))).toBe(expected);
  });

  it.each(['auto', 'plan', 'test', 'apply', 'pull'] as const)(
    'never has its files run beside secrets, whatever the command: %s',
    (command) => {
      for (const event of [pullRequest(fork, 'pull_request_target'), workflowRun(fork)]) {
        const refusal = refusalOf(eventOf(event), asking(command));
        expect(refusal?.message).toContain(command === 'apply' ? 'apply' : event.env.GITHUB_EVENT_NAME);
        expect(refusal?.remedy).toContain(command === 'apply' ? 'auto' : 'pull_request');
      }
    },
  );

  const comment = other('issue_comment');
  const commented = (issue: object): RunnerEvent => ({
    ...comment,
    payload: { ...comment.payload, issue: { ...comment.payload.issue, ...issue } },
  });

  it('may be the source of a pull request with a comment event', () => {
    const event = eventOf(commented({ number: 9, pull_request: { url: 'https://api.github.com' } }));
    expect(refusalOf(event, asking('test'))?.message).toContain('issue_comment');
    expect(refusalOf(event, asking('test', true))).toBeUndefined();
    expect(refusalOf(event, asking('status'))).toBeUndefined();
    expect(refusalOf(eventOf(commented({ pull_request: undefined })), asking('test'))).toBeUndefined();
  });

  it('runs with secrets only if an input allows it', () => {
    for (const event of [pullRequest(fork, 'pull_request_target'), workflowRun(fork)])
      expect(refusalOf(eventOf(event), asking('auto', true))).toBeUndefined();
  });

  it('is never applied, with any event and inputs', () => {
    for (const event of [pullRequest(fork), pullRequest(fork, 'pull_request_target'), workflowRun(fork)])
      expect(refusalOf(eventOf(event), asking('apply', true))?.message).toMatch(/^apply: /);
    expect(refusalOf(eventOf(pullRequest({ number: 7, sha })), asking('apply'))).toBeUndefined();
  });

  it('may be planned and tested without secrets, and commented on with them', () => {
    expect(refusalOf(eventOf(pullRequest(fork)), asking('auto'))).toBeUndefined();
    expect(refusalOf(eventOf(workflowRun(fork)), asking('comment'))).toBeUndefined();
    expect(refusalOf(eventOf(pullRequest({ number: 7, sha }, 'pull_request_target')), asking('auto'))).toBeUndefined();
  });

  it('has no key, and Dependabot has none for another reason', () => {
    expect(whyNoKey(eventOf(pullRequest(fork)))).toContain('fork');
    expect(whyNoKey(eventOf(pullRequest({ number: 7, sha }), 'dependabot[bot]'))).toContain('Dependabot');
    expect(whyNoKey(eventOf(push('refs/heads/main')))).toBeUndefined();
  });
});

describe('a payload', () => {
  it('of an unexpected shape loses only its invalid fields', () => {
    const payload = payloadSchema.parse({ pull_request: 'none', repository: { full_name: 'acme/shop' }, issue: 3 });
    expect(payload).toEqual({ repository: { full_name: 'acme/shop' } });
    const headless = payloadSchema.parse({ pull_request: { number: 7, head: { repo: { id: 1 } } } });
    expect(headless).toEqual({ pull_request: { number: 7, head: {} } });
  });

  it('with only the default branch is enough for a push', () => {
    const payload = payloadSchema.parse({ repository: { default_branch: 'main' } });
    expect(autoCommand({ name: 'push', ref: 'refs/heads/main', payload })).toBe('apply');
    expect(autoCommand({ name: 'push', ref: 'refs/heads/next', payload })).toBe('plan');
  });

  it.each(['pull_request_target', 'workflow_run'])(
    'of %s that does not tell where the files come from is taken for a fork’s',
    (name) => {
      for (const told of [{}, { pull_request: { number: 7 } }, { workflow_run: { event: 'pull_request' } }]) {
        const event = { name, ref: 'refs/heads/main', repository: 'acme/shop', payload: payloadSchema.parse(told) };
        expect(refusalOf(event, asking('auto'))?.message).toContain('fork');
      }
    },
  );

  it('without its repository is compared with the one that the runner names', () => {
    const payload = payloadSchema.parse({ pull_request: { number: 7, head: { repo: { full_name: 'acme/shop' } } } });
    expect(isFork({ name: 'pull_request', ref: '', repository: 'acme/shop', payload })).toBe(false);
    expect(isFork({ name: 'pull_request', ref: '', repository: 'acme/other', payload })).toBe(true);
    expect(isFork({ name: 'pull_request', ref: '', payload })).toBe(true);
  });
});

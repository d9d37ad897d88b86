import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { pullRequest, workflowRun } from '../support/events.ts';
import { REPOSITORY } from '../support/github.ts';
import { FILE, type Pull, setScene } from '../support/github-scenario.ts';
import { aFailedRun, aReport } from '../support/report.ts';
import { collection } from '../support/shop-api.ts';

const scene = setScene();
const { run, runQuickly } = scene;
let fork: Pull;

beforeEach(async () => {
  fork = await scene.openFork();
});

const from = 'mallory/shop';
const head = () => ({ number: fork.number, sha: fork.head.sha, branch: 'patch', from });
const broken = () => ({ [FILE]: collection(`${scene.shopUrl}/broken`) });

/** The second workflow: what is in the first one's artifact lies beside nothing else. */
const relay = (report: unknown, parts: Parameters<typeof run>[0] = {}) =>
  run({
    event: workflowRun(head()),
    files: { 'postman-report/report.json': report },
    ...parts,
    inputs: { command: 'comment', ...parts.inputs },
  });

const writes = () =>
  scene.github.calls.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').map(({ path }) => path);

describe('a pull request from a fork', () => {
  it('has its suites run and gate without a key, and its comment refused without a word on the verdict', async () => {
    scene.github.refuse({ method: 'POST', path: /comments$/, status: 403, message: 'Resource not accessible' });
    const event = pullRequest(head());
    expect(await run({ event })).toMatchObject({ code: 0, outputs: { verdict: 'passed', 'assertions-total': '1' } });
    const failed = await run({ event, files: broken() });
    expect(failed).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'failure-kinds': 'assertion' } });
    expect(failed.log).toContain('the plan is skipped');
    expect(failed.log).toMatch(/::notice::.*fork-comment\.yml/);
  });
});

describe('a fork where secrets are at hand', () => {
  let postman: Emulator;

  beforeEach(async () => {
    postman = await createEmulator();
  });

  afterEach(() => postman.close());

  it.each([
    ['pull_request_target', () => pullRequest(head(), 'pull_request_target')],
    ['workflow_run', () => workflowRun(head())],
  ])('is refused on %s: nothing of it runs, and it says what to do instead', async (name, event) => {
    const key = { 'postman-api-key': postman.apiKey, 'api-url': postman.url, workspace: postman.workspaceId };
    const result = await run({ event: event(), files: broken(), inputs: { ...key, 'wait-for': scene.shopUrl } });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'error', 'failure-kinds': 'settings' } });
    expect(result.outputs['requests-total']).toBe('0');
    expect(result.summary).toContain(name.replace(/_/g, '&#95;'));
    expect(result.log).toContain('Run on pull_request instead');
    expect(postman.journal).toEqual([]);
  });
});

describe('the comment command after a fork ran its suites', () => {
  it('posts what the first workflow reported, once, marked as what a stranger said, and writes nothing beside it', async () => {
    scene.github.refuse({ method: 'POST', path: /comments$/, status: 403, times: 1 });
    const first = await run({ event: pullRequest(head()), files: broken() });
    const report = first.read('postman-report/report.json') ?? '';
    expect(JSON.parse(report)).toMatchObject({ pullRequest: fork.number, commit: fork.head.sha });
    for (const _time of [1, 2]) {
      const second = await relay(report);
      expect(second).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
      expect(second.read('postman-report/report.json')).toBe(report);
      expect(second.read('postman-report/index.html')).toBeUndefined();
    }
    const comments = await scene.github.comments(fork.number);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('❌ Failed');
    expect(comments[0]?.body).toContain('its author may have written anything');
    expect(comments[0]?.body).toContain(`https://github.com/${REPOSITORY}/actions/runs/4711`);
  });

  it('finds the pull request by itself where the report does not name one', async () => {
    expect(await relay(aReport())).toMatchObject({ code: 0 });
    expect(await scene.github.comments(fork.number)).toHaveLength(1);
  });

  it.each([
    ['that is another one', () => scene.pull.number],
    ['that does not exist', () => 999],
  ])('goes to no pull request %s, whatever the report says', async (_what, number) => {
    const result = await relay(aReport({ pullRequest: number() }));
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'error', 'failure-kinds': 'settings' } });
    expect(result.log).toContain(`the report names pull request #${number()}`);
    expect(writes()).toEqual([]);
  });

  it('goes nowhere when the pull request has moved on, or the run was for none', async () => {
    const late = await relay(aReport(), { event: workflowRun({ ...head(), sha: 'f'.repeat(40) }) });
    expect(late).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    expect(late.log).toContain('newer commits');
    const none = await relay(aReport(), { event: workflowRun(head(), 'push') });
    expect(none).toMatchObject({ code: 0 });
    expect(none.log).toContain('not for a pull request');
    expect(writes()).toEqual([]);
  });

  it('shows what GitHub says of the run and its commit, whatever the report says', async () => {
    await relay(aReport({ verdict: 'passed', commit: 'e'.repeat(40) }));
    const [comment] = await scene.github.comments(fork.number);
    expect(comment?.body).toContain('GitHub says that this run failed');
    expect(comment?.body).toContain(fork.head.sha.slice(0, 7));
    expect(comment?.body).not.toContain('eeeeeee');
  });

  it('shows hostile texts as texts', async () => {
    const evil =
      '</details><img src=x onerror=alert(1)> @acme/owners [x](https://evil.example) ##[add-mask]x\n::error::x';
    const result = await relay(
      aReport({
        verdict: 'failed',
        failureKinds: ['assertion'],
        workspace: { id: 'w', name: evil },
        notices: [{ level: 'warning', message: evil }],
        runs: [aFailedRun({ message: evil, assertion: evil, path: [evil] }, { suite: evil })],
      }),
    );
    expect(result.code).toBe(0);
    expect(result.log).not.toMatch(/^::error::x/m);
    const [comment] = await scene.github.comments(fork.number);
    // GitHub links, mentions and formats nothing inside <pre>.
    const outside = comment?.body.replace(/<pre>[^<]*<\/pre>/g, '');
    expect(outside).not.toMatch(/<img|<pre|\]\(https:\/\/evil|@acme/);
  });

  it('refuses a report that is none before it asks GitHub anything', async () => {
    const result = await relay({ hello: 'world' });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'error', 'failure-kinds': 'settings' } });
    expect(result.log).toContain('is not a report of this version');
    expect(scene.github.calls).toEqual([]);
  });

  it('reads no configuration that lies beside the report', async () => {
    const files = { 'postman-report/report.json': aReport(), 'postman-sync.yaml': 'no: such key' };
    expect(await relay(aReport(), { files })).toMatchObject({ code: 0 });
  });

  it('fails when the token may not write, for that is all it is for', async () => {
    scene.github.refuse({ method: 'POST', path: /comments$/, status: 403, message: 'Resource not accessible' });
    const result = await relay(aReport());
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'error', 'failure-kinds': 'auth' } });
    expect(result.log).toContain('pull-requests: write');
  });

  it('can follow in the same workflow, too', async () => {
    const event = pullRequest({ number: scene.pull.number, sha: scene.pull.head.sha });
    expect(await relay(aReport(), { event })).toMatchObject({ code: 0 });
    expect(await scene.github.comments(scene.pull.number)).toHaveLength(1);
  });

  it('is refused where no pull request can be', async () => {
    const result = await runQuickly({ env: { GITHUB_ACTIONS: '' }, argv: ['comment'] });
    expect(result.code).toBe(2);
    expect(result.log).toContain('there are no pull requests outside of GitHub Actions');
  });
});

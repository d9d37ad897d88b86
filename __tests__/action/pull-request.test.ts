import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { runStep, type Step } from '../support/action.ts';
import { type Compiled, compile } from '../support/compiled.ts';
import { pullRequest, push, type RunnerEvent, runner } from '../support/events.ts';
import { BOT, type GitHubStandIn, REPOSITORY, startGitHub } from '../support/github.ts';
import { collection, startShopApi } from '../support/shop-api.ts';

const FILE = 'orders.postman_collection.json';
const PULLS = `/repos/${REPOSITORY}/pulls`;

let compiled: Compiled;
let shop: Awaited<ReturnType<typeof startShopApi>>;
let github: GitHubStandIn;
let postman: Emulator;
let pull: { readonly number: number; readonly head: { readonly sha: string } };

beforeAll(async () => {
  compiled = compile();
  shop = await startShopApi();
});

afterAll(async () => {
  compiled.remove();
  await shop.close();
});

beforeEach(async () => {
  github = await startGitHub();
  postman = await createEmulator();
  pull = await github.api('POST', PULLS, { body: { title: 'A change', head: 'feature', base: 'main' } });
});

afterEach(async () => {
  await github.close();
  await postman.close();
});

const here = (): RunnerEvent => pullRequest({ number: pull.number, sha: pull.head.sha });

const step = (parts: Partial<Step> = {}): Step => ({
  entry: compiled.entry,
  event: here(),
  files: { [FILE]: collection(`${shop.url}/orders`) },
  ...parts,
  env: { ...runner(github.url), ...parts.env },
  inputs: { 'github-token': github.token, ...parts.inputs },
});

/** A step that runs no suite, where only what comes after the run matters. */
const quick = (parts: Partial<Step> = {}): Step => step({ ...parts, inputs: { run: 'none', ...parts.inputs } });

const withKey = () => ({
  'postman-api-key': postman.apiKey,
  'api-url': postman.url,
  workspace: postman.workspaceId,
});

const writes = () => github.calls.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');

describe('the comment on a pull request', () => {
  it('is one comment however often the action runs, says what the last run found, and nothing is written to Postman', async () => {
    const failing = step({ files: { [FILE]: collection(`${shop.url}/broken`) }, inputs: withKey() });
    expect(await runStep(failing)).toMatchObject({ code: 1, outputs: { verdict: 'failed' } });
    const [first, ...none] = await github.comments(pull.number);
    expect(none).toEqual([]);
    expect(first).toMatchObject({ user: { login: BOT } });
    expect(first?.body).toMatch(/^<!-- postman-sync [0-9a-f]{24} -->\n/);
    expect(first?.body).toContain('answers with 200');
    expect(first?.body).toContain('collection.json:19:15</code>');

    expect(await runStep(step({ inputs: withKey() }))).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    const after = await github.comments(pull.number);
    expect(after.map(({ id }) => id)).toEqual([first?.id]);
    expect(after[0]?.body).toContain('1 to create');
    expect(after[0]?.body).not.toContain('answers with 200');
    expect(postman.journal.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('is a line when everything passed and nothing is to be done', async () => {
    await runStep(quick());
    const [comment] = await github.comments(pull.number);
    expect(comment?.body.trim().split('\n')).toHaveLength(2);
    expect(comment?.body).toContain('✅ Passed');
    expect(comment?.body).toContain(`https://github.com/${REPOSITORY}/actions/runs/42`);
  });

  it('is not mistaken for one of a stranger who copied the marker', async () => {
    await runStep(quick());
    const [own] = await github.comments(pull.number);
    const path = `/repos/${REPOSITORY}/issues/comments/${own?.id}`;
    await github.api('DELETE', path, { as: github.token });
    const forged = { body: own?.body.replace('Passed', 'Forged') };
    await github.api('POST', `/repos/${REPOSITORY}/issues/${pull.number}/comments`, {
      body: forged,
      as: 'ghp_of-mallory',
    });
    await runStep(quick());
    const comments = await github.comments(pull.number);
    expect(comments.map(({ user }) => user.login)).toEqual(['mallory', BOT]);
    expect(comments[0]?.body).toContain('Forged');
  });

  it('is one for each job of a matrix, and names the job', async () => {
    for (const matrix of ['{"node":22}', '{"node":24,"region":"eu"}', '{"node":22}'])
      await runStep(quick({ inputs: { matrix } }));
    const comments = await github.comments(pull.number);
    expect(comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('· 22 ·'),
      expect.stringContaining('· 24, eu ·'),
    ]);
  });

  it('is found among hundreds of others', async () => {
    await runStep(quick());
    const path = `/repos/${REPOSITORY}/issues/${pull.number}/comments`;
    for (let at = 0; at < 120; at += 1) await github.api('POST', path, { body: { body: `Comment ${at}` } });
    const [own] = await github.comments(pull.number);
    await github.api('DELETE', `/repos/${REPOSITORY}/issues/comments/${own?.id}`, { as: github.token });
    await github.api('POST', path, { body: { body: own?.body }, as: github.token });
    await runStep(quick());
    const updates = github.calls.filter(({ method }) => method === 'PATCH');
    expect(updates).toHaveLength(1);
  });

  it('is written although the settings are wrong, for the last one would be out of date', async () => {
    const result = await runStep(quick({ inputs: { parallel: 'many' } }));
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'error', 'failure-kinds': 'settings' } });
    expect((await github.comments(pull.number))[0]?.body).toContain('parallel');
  });

  it('is left alone on a push, unless it is wanted always: then the pull request of the commit is looked for', async () => {
    const event = push('refs/heads/feature', pull.head.sha);
    await runStep(quick({ event }));
    expect(github.calls).toEqual([]);
    const result = await runStep(quick({ event, inputs: { comment: 'always' } }));
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    expect(github.calls.map(({ path }) => path)).toEqual([expect.stringContaining(`/commits/${pull.head.sha}/pulls`)]);
    expect(result.log).toContain('::warning::The pull-request comment was not published');
  });

  it('is never written where nobody wants it', async () => {
    await runStep(quick({ inputs: { comment: 'never' } }));
    expect(github.calls).toEqual([]);
  });

  it('is written by the command line in a workflow, too', async () => {
    const { 'github-token': _, ...inputs } = step().inputs ?? {};
    const env = { ...runner(github.url), GITHUB_TOKEN: github.token };
    const result = await runStep({ ...step(), inputs, env, argv: ['test'] });
    expect(result.code).toBe(0);
    expect(await github.comments(pull.number)).toHaveLength(1);
  });
});

describe('a GitHub that does not let it', () => {
  it.each([
    ['refuses the token', { status: 403, message: 'Resource not accessible by integration' }],
    ['hides what the token may not see', { status: 404, message: 'Not Found' }],
    ['does not know the token', { status: 401, message: 'Bad credentials' }],
    ['finds the comment invalid', { status: 422, message: 'Validation Failed' }],
  ])('changes no verdict when it %s, and says so in a notice', async (_what, refusal) => {
    github.refuse({ method: 'POST', path: /comments$/, ...refusal });
    const result = await runStep(quick());
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    expect(result.log).toContain(
      `::notice::The pull-request comment was not published: GitHub answered "${refusal.status} ${refusal.message}"`,
    );
    expect(writes()).toHaveLength(1);
  });

  it('keeps a failed verdict failed', async () => {
    github.refuse({ method: 'POST', path: /comments$/, status: 403 });
    const result = await runStep(step({ files: { [FILE]: collection(`${shop.url}/broken`) } }));
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'failure-kinds': 'assertion' } });
  });

  it('is asked again when it only stumbled on a read', async () => {
    github.refuse({ method: 'GET', path: /comments/, status: 502, times: 1 });
    await runStep(quick());
    expect(await github.comments(pull.number)).toHaveLength(1);
  });

  it('is not sent a second comment when the answer to the first was lost', async () => {
    github.refuse({ method: 'POST', path: /comments$/, status: 502, times: 1, done: true });
    const result = await runStep(quick());
    expect(result.code).toBe(0);
    expect(await github.comments(pull.number)).toHaveLength(1);
  });

  it('is sent it once more when the first one did not arrive', async () => {
    github.refuse({ method: 'POST', path: /comments$/, status: 502, times: 1 });
    await runStep(quick());
    expect(await github.comments(pull.number)).toHaveLength(1);
  });

  it('is waited for when it limits for a moment, and not when it limits for an hour', async () => {
    const limited = { method: 'POST', path: /comments$/, status: 403, message: 'API rate limit exceeded' };
    const until = (seconds: number) => ({
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + seconds),
    });
    github.refuse({ ...limited, headers: until(0), times: 1 });
    await runStep(quick());
    expect(await github.comments(pull.number)).toHaveLength(1);

    github.refuse({ ...limited, method: 'GET', path: /comments/, headers: until(3600) });
    const result = await runStep(quick());
    expect(result.code).toBe(0);
    expect(result.log).toContain('was not published: GitHub answered "403 API rate limit exceeded"');
  });

  it('is not asked at all without a token', async () => {
    const result = await runStep(quick({ inputs: { 'github-token': '' } }));
    expect(result.code).toBe(0);
    expect(result.log).toContain('no github-token was given');
    expect(github.calls).toEqual([]);
  });
});

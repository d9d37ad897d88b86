import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from '../../src/emulator/index.ts';
import { push } from '../support/events.ts';
import { BOT, REPOSITORY } from '../support/github.ts';
import { FILE, setScene } from '../support/github-scenario.ts';
import { collection } from '../support/shop-api.ts';

const scene = setScene();
const { run, runQuickly } = scene;
let postman: Emulator;

beforeEach(async () => {
  postman = await createEmulator();
});

afterEach(() => postman.close());

const withKey = () => ({
  'postman-api-key': postman.apiKey,
  'api-url': postman.url,
  workspace: postman.workspaceId,
});

const broken = () => ({ [FILE]: collection(`${scene.shopUrl}/broken`) });

const comments = () => scene.github.comments(scene.pull.number);

describe('the comment on a pull request', () => {
  it('is one comment however often the action runs, says what the last run found, and nothing is written to Postman', async () => {
    expect(await run({ files: broken(), inputs: withKey() })).toMatchObject({
      code: 1,
      outputs: { verdict: 'failed' },
    });
    const [first, ...none] = await comments();
    expect(none).toEqual([]);
    expect(first).toMatchObject({ user: { login: BOT } });
    expect(first?.body).toMatch(/^<!-- postman-sync [0-9a-f]{24} -->\n/);
    expect(first?.body).toContain('answers with 200');
    expect(first?.body).toContain('collection.json:19:15</code>');
    expect(first?.body).toContain(
      `<a href="https://github.com/${REPOSITORY}/blob/${scene.pull.head.sha}/${FILE}#L19">`,
    );

    expect(await run({ inputs: withKey() })).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    const after = await comments();
    expect(after.map(({ id }) => id)).toEqual([first?.id]);
    expect(after[0]?.body).toContain('1 to create');
    expect(after[0]?.body).not.toContain('answers with 200');
    expect(postman.journal.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('is a line when everything passed and nothing is to be done', async () => {
    await runQuickly();
    const [comment] = await comments();
    expect(comment?.body.trim().split('\n')).toHaveLength(2);
    expect(comment?.body).toContain('✅ Passed');
    expect(comment?.body).toContain(`https://github.com/${REPOSITORY}/actions/runs/42`);
  });

  it('is not mistaken for one of a stranger who copied the marker', async () => {
    await runQuickly();
    const [own] = await comments();
    const path = `/repos/${REPOSITORY}/issues/comments/${own?.id}`;
    await scene.github.api('DELETE', path, { as: scene.github.token });
    const forged = { body: own?.body.replace('Passed', 'Forged') };
    await scene.github.api('POST', `/repos/${REPOSITORY}/issues/${scene.pull.number}/comments`, {
      body: forged,
      as: 'ghp_of-mallory',
    });
    await runQuickly();
    const found = await comments();
    expect(found.map(({ user }) => user.login)).toEqual(['mallory', BOT]);
    expect(found[0]?.body).toContain('Forged');
  });

  it('is written anew when somebody deletes it while it is being updated', async () => {
    await runQuickly();
    scene.github.refuse({ method: 'PATCH', path: /comments/, status: 404, message: 'Not Found', times: 1 });
    expect(await runQuickly()).toMatchObject({ code: 0 });
    expect(scene.github.calls.at(-1)).toMatchObject({ method: 'POST', status: 201 });
  });

  it('is one for each job of a matrix, and names the job', async () => {
    for (const matrix of ['{"node":22}', '{"node":24,"region":"eu"}', '{"node":22}'])
      await runQuickly({ inputs: { matrix } });
    const found = await comments();
    expect(found.map(({ body }) => body)).toEqual([
      expect.stringContaining('· 22 ·'),
      expect.stringContaining('· 24, eu ·'),
    ]);
  });

  it('is found among hundreds of others', async () => {
    await runQuickly();
    const path = `/repos/${REPOSITORY}/issues/${scene.pull.number}/comments`;
    for (let at = 0; at < 120; at += 1) await scene.github.api('POST', path, { body: { body: `Comment ${at}` } });
    const [own] = await comments();
    await scene.github.api('DELETE', `/repos/${REPOSITORY}/issues/comments/${own?.id}`, { as: scene.github.token });
    await scene.github.api('POST', path, { body: { body: own?.body }, as: scene.github.token });
    await runQuickly();
    const updates = scene.github.calls.filter(({ method }) => method === 'PATCH');
    expect(updates).toHaveLength(1);
  });

  it('is written although the settings are wrong, for the last one would be out of date', async () => {
    const result = await runQuickly({ inputs: { parallel: 'many' } });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'error', 'failure-kinds': 'settings' } });
    expect((await comments())[0]?.body).toContain('parallel');
  });

  it('is left alone on a push, unless it is wanted always: then the pull request of the commit is looked for', async () => {
    const event = push('refs/heads/feature', scene.pull.head.sha);
    await runQuickly({ event });
    expect(scene.github.calls).toEqual([]);
    const result = await runQuickly({ event, inputs: { comment: 'always' } });
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    expect(scene.github.calls.map(({ path }) => path)).toEqual([
      expect.stringContaining(`/commits/${scene.pull.head.sha}/pulls`),
    ]);
    expect(result.log).toContain('::warning::The pull-request comment was not published');
  });

  it('is asked for in vain on a laptop, which is said', async () => {
    const argv = ['test', '--run', 'none', '--comment', 'always'];
    const result = await run({ env: { GITHUB_ACTIONS: '' }, argv });
    expect(result.code).toBe(0);
    expect(result.log).toContain('have no effect outside GitHub Actions');
    expect(scene.github.calls).toEqual([]);
  });

  it('is written on an Enterprise Server, and leads to it', async () => {
    const env = { GITHUB_API_URL: `${scene.github.url}/api/v3`, GITHUB_SERVER_URL: 'https://github.acme.example/' };
    for (const _time of [1, 2]) await runQuickly({ env });
    const found = await comments();
    expect(found).toHaveLength(1);
    expect(found[0]?.body).toContain(`(https://github.acme.example/${REPOSITORY}/actions/runs/42)`);
  });

  it('leads to the attempt that wrote it', async () => {
    await runQuickly({ env: { GITHUB_RUN_ATTEMPT: '3' } });
    expect((await comments())[0]?.body).toContain('/actions/runs/42/attempts/3)');
  });

  it('is never written where nobody wants it', async () => {
    await runQuickly({ inputs: { comment: 'never' } });
    expect(scene.github.calls).toEqual([]);
  });

  it('is written by the command line in a workflow, too', async () => {
    const env = { GITHUB_TOKEN: scene.github.token };
    const result = await run({ inputs: { 'github-token': '' }, env, argv: ['test', '--run', 'none'] });
    expect(result.code).toBe(0);
    expect(await comments()).toHaveLength(1);
  });
});

describe('a GitHub that does not let it', () => {
  it.each([
    ['refuses the token', { status: 403, message: 'Resource not accessible by integration' }],
    ['hides what the token may not see', { status: 404, message: 'Not Found' }],
    ['does not know the token', { status: 401, message: 'Bad credentials' }],
    ['finds the comment invalid', { status: 422, message: 'Validation Failed' }],
  ])('changes no verdict when it %s, and says so in a notice', async (_what, refusal) => {
    scene.github.refuse({ method: 'POST', path: /comments$/, ...refusal });
    const result = await runQuickly();
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    expect(result.log).toContain(
      `::notice::The pull-request comment was not published: GitHub answered "${refusal.status} ${refusal.message}"`,
    );
    const writes = scene.github.calls.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
    expect(writes).toHaveLength(1);
  });

  it('keeps a failed verdict failed', async () => {
    scene.github.refuse({ method: 'POST', path: /comments$/, status: 403 });
    const result = await run({ files: broken() });
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', 'failure-kinds': 'assertion' } });
  });

  it('is asked again when it only stumbled on a read', async () => {
    scene.github.refuse({ method: 'GET', path: /comments/, status: 502, times: 1 });
    await runQuickly();
    expect(await comments()).toHaveLength(1);
  });

  it('is not sent a second comment when the answer to the first was lost', async () => {
    scene.github.refuse({ method: 'POST', path: /comments$/, status: 502, times: 1, done: true });
    const result = await runQuickly();
    expect(result.code).toBe(0);
    expect(await comments()).toHaveLength(1);
  });

  it('is sent it once more when the first one did not arrive', async () => {
    scene.github.refuse({ method: 'POST', path: /comments$/, status: 502, times: 1 });
    await runQuickly();
    expect(await comments()).toHaveLength(1);
  });

  it('is waited for when it limits for a moment, and not when it limits for an hour', async () => {
    const limited = { method: 'POST', path: /comments$/, status: 403, message: 'API rate limit exceeded' };
    const until = (seconds: number) => ({
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + seconds),
    });
    scene.github.refuse({ ...limited, headers: until(0), times: 1 });
    await runQuickly();
    expect(await comments()).toHaveLength(1);

    scene.github.refuse({ ...limited, method: 'GET', path: /comments/, headers: until(3600) });
    const result = await runQuickly();
    expect(result.code).toBe(0);
    expect(result.log).toContain('was not published: GitHub answered "403 API rate limit exceeded"');
  });

  it('is waited for when it answers 429 without further words', async () => {
    const limited = { status: 429, message: 'Too many requests', headers: { 'retry-after': '0' } };
    scene.github.refuse({ method: 'POST', path: /comments$/, ...limited, times: 1 });
    await runQuickly();
    expect(await comments()).toHaveLength(1);
  });

  it('is told a page for people in its place is no answer of the API', async () => {
    scene.github.refuse({ method: 'GET', path: /comments/, status: 200, page: '<html>Please log in</html>' });
    const result = await runQuickly();
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
    expect(result.log).toContain('check that GITHUB_API_URL is the address of its API');
    expect(await comments()).toEqual([]);
  });

  it('is not asked at all without a token', async () => {
    const result = await runQuickly({ inputs: { 'github-token': '' } });
    expect(result.code).toBe(0);
    expect(result.log).toContain('no github-token was given');
    expect(scene.github.calls).toEqual([]);
  });
});

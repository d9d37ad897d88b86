import { afterEach, describe, expect, it } from '@jest/globals';
import { publishGitLabNote } from '../../../../src/cli/ci/gitlab-note.ts';
import { parseHostSettings } from '../../../../src/settings/host-settings.ts';
import { startServer, type TestServer } from '../../../support/http-server.ts';
import { busyReport } from '../../../support/sample-report.ts';

interface Note {
  readonly id: number;
  readonly author: { readonly id: number };
  body: string;
}

let server: TestServer | undefined;

afterEach(() => server?.close());

const TOKEN = 'glpat-test';

/** The part of GitLab's API that notes need, with the user 1 behind the token. */
async function startGitLab(notes: Note[]): Promise<TestServer> {
  server = await startServer((request, response, text) => {
    const { method, url = '' } = request;
    const send = (status: number, value: unknown) => response.writeHead(status).end(JSON.stringify(value));
    if (request.headers['private-token'] !== TOKEN) return send(401, {});
    if (url === '/api/v4/user') return send(200, { id: 1 });
    if (method === 'GET') return send(200, notes);
    const { body } = JSON.parse(text) as { readonly body: string };
    const id = Number(/\/notes\/(\d+)$/.exec(url)?.[1] ?? notes.length + 1);
    const known = notes.find((note) => note.id === id);
    if (known) known.body = body;
    else notes.push({ id, author: { id: 1 }, body });
    return send(known ? 200 : 201, { id });
  });
  return server;
}

const facts = { name: 'GitLab', repository: 'acme/shop', mergeRequest: { number: 3 } };

async function post(inputs: Readonly<Record<string, string>> = {}, token: string | undefined = TOKEN) {
  const told: string[] = [];
  const settings = parseHostSettings(new Map(Object.entries(inputs)));
  const env = {
    CI_API_V4_URL: `${server?.url}/api/v4`,
    CI_PROJECT_ID: '7',
    CI_JOB_NAME: 'postman',
    GITLAB_TOKEN: token,
  };
  const log = { notice: (text: string) => told.push(text) };
  await publishGitLabNote({ report: busyReport(), paths: {}, settings }, { facts, env, log });
  return told;
}

const calls = () => server?.requests.map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`);
const NOTES = '/api/v4/projects/7/merge_requests/3/notes';

describe('the note on a merge request of GitLab', () => {
  it('is created once and then updated', async () => {
    const notes: Note[] = [];
    await startGitLab(notes);
    await post();
    await post();
    expect(notes).toHaveLength(1);
    expect(notes[0]?.body).toContain('Shop API');
    expect(calls()).toEqual([
      'GET /api/v4/user',
      `GET ${NOTES}`,
      `POST ${NOTES}`,
      'GET /api/v4/user',
      `GET ${NOTES}`,
      `PUT ${NOTES}/1`,
    ]);
  });

  it("does not change another author's note with the same marker", async () => {
    const notes: Note[] = [];
    await startGitLab(notes);
    await post();
    const forged = { id: 1, author: { id: 2 }, body: notes[0]?.body ?? '' };
    notes.splice(0, 1, { ...forged });
    await post();
    expect(notes[0]).toEqual(forged);
    expect(notes).toHaveLength(2);
  });

  it('is separate for each configuration of the job', async () => {
    const notes: Note[] = [];
    await startGitLab(notes);
    await post({ config: 'a.yaml' });
    await post({ config: 'b.yaml' });
    expect(notes).toHaveLength(2);
  });

  it('is not written with comment: never, and needs a token only with an explicit input', async () => {
    await startGitLab([]);
    expect(await post({ comment: 'never' })).toEqual([]);
    expect(await post({ comment: 'auto' }, '')).toEqual([]);
    expect(await post({ comment: 'always' }, '')).toEqual([expect.stringContaining('GITLAB_TOKEN')]);
    expect(calls()).toEqual([]);
  });

  it('fails with status and remedy when GitLab refuses, without the token', async () => {
    await startGitLab([]);
    const refused = post({}, 'glpat-wrong');
    await expect(refused).rejects.toThrow('GitLab answered 401; the token needs the scope api');
    await expect(refused).rejects.not.toThrow('glpat');
  });
});

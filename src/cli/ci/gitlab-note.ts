import { isObject, type JsonObject, objectsOf, omitUndefined } from '../../core/lib/json.ts';
import { type CommentOptions, renderComment } from '../../render/markdown.ts';
import type { Log } from '../../sync/ports.ts';
import { labelOf, markerOf } from '../../wiring/comment-marker.ts';
import { proxiedFetch } from '../../wiring/proxied-fetch.ts';
import type { FinishedRun } from '../../wiring/write-reports.ts';
import type { CiFacts, Env } from './facts.ts';

/** The context of a note. */
interface NoteOptions {
  readonly facts: CiFacts;
  readonly env: Env;
  readonly log: Pick<Log, 'notice'>;
}

/** Timeout of a request to GitLab. */
const TIMEOUT_MS = 20_000;

/** GitLab refuses longer notes ("GitLab application limits"). */
const MAX_CHARACTERS = 1_000_000;

/** Most pages of a hundred notes that are searched for an earlier note. */
const MAX_PAGES = 20;

/**
 * Creates one note on the merge request, or updates the note of an earlier run. That note has the same first line, and
 * the token's user as its author. Without `GITLAB_TOKEN` nothing is posted: a job token cannot write notes. Throws when
 * GitLab refuses.
 */
export async function publishGitLabNote(run: FinishedRun, { facts, env, log }: NoteOptions): Promise<void> {
  const { mergeRequest, repository } = facts;
  const { comment } = run.settings.github;
  if (comment === 'never' || !mergeRequest) return;
  const { CI_API_V4_URL: api, CI_PROJECT_ID: project, GITLAB_TOKEN: token } = env;
  if (!api || !project || !token) {
    if (comment === 'always') log.notice('comment: for a note, set GITLAB_TOKEN to a token with the scope api.');
    return;
  }
  const call = createCall(token);
  const { comment: scope } = run.settings;
  const options = omitUndefined<CommentOptions>({
    marker: markerOf([repository ?? '', env.CI_JOB_NAME ?? ''], scope),
    label: labelOf(scope),
    commit: facts.commit,
    runUrl: facts.runUrl,
    maxCharacters: MAX_CHARACTERS,
  });
  const body = renderComment(run.report, options);
  const notes = `${api}/projects/${encodeURIComponent(project)}/merge_requests/${mergeRequest.number}/notes`;
  const earlier = await findNote(call, { api, notes, marker: options.marker });
  if (earlier === undefined) await call('POST', notes, { body });
  else await call('PUT', `${notes}/${earlier}`, { body });
}

type Call = (method: 'GET' | 'POST' | 'PUT', url: string, body?: JsonObject) => Promise<unknown>;

/** Calls GitLab's API. Redirects are errors, because they could send the token to another host. */
function createCall(token: string): Call {
  return async (method, url, body) => {
    const answer = await proxiedFetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'private-token': token, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`GitLab answered ${answer.status}; the token needs the scope api`);
    return answer.json();
  };
}

interface FindOptions {
  readonly api: string;
  readonly notes: string;
  readonly marker: string;
}

async function findNote(call: Call, { api, notes, marker }: FindOptions): Promise<number | undefined> {
  const user = await call('GET', `${api}/user`);
  const author = isObject(user) ? user.id : undefined;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const list = objectsOf(await call('GET', `${notes}?per_page=100&page=${page}&sort=asc`));
    const found = list.find(
      (note) => isObject(note.author) && note.author.id === author && firstLine(note.body) === marker,
    );
    if (typeof found?.id === 'number') return found.id;
    if (list.length < 100) return undefined;
  }
  return undefined;
}

const firstLine = (body: unknown): string | undefined => String(body).split(/\r?\n/, 1)[0];

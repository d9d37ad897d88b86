import * as z from 'zod';
import type { BaselineText } from '../sync/ports.ts';
import type { FindEarlierReport } from './read-baseline.ts';
import { askGitHub, type GitHubRepository, type GitHubRequest } from './remote-file.ts';
import { readZipEntry } from './zip-entry.ts';

/** Longest time for a download. */
const DOWNLOAD_MS = 120_000;

/** Largest size of a packed artifact, and of an unpacked report. */
const MOST_BYTES = { artifact: 256 * 1024 * 1024, report: 64 * 1024 * 1024 } as const;

/** The most runs that are searched, newest first. */
const MOST_RUNS = 20;

/** Name of the artifact, or the beginning of its name. */
const ARTIFACT = 'postman-report';

const runList = z.object({
  workflow_runs: z.array(
    z.object({
      id: z.int().positive(),
      event: z.string(),
      conclusion: z.string().nullish(),
      head_branch: z.string().nullish(),
      head_repository: z.object({ full_name: z.string() }).nullish(),
      updated_at: z.iso.datetime().nullish(),
    }),
  ),
});

const ownRun = z.object({ created_at: z.iso.datetime() });

const artifactList = z.object({
  artifacts: z.array(
    z.object({ id: z.int().positive(), name: z.string(), expired: z.boolean(), size_in_bytes: z.number() }),
  ),
});

/** Events whose runs use the repository's own branch. A fork may have a branch with the same name. */
const OWN_EVENTS: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);

const missing = (reason: string): BaselineText => ({ ok: false, reason, expected: true });

/** The branch whose reports count. */
export interface BaseRuns {
  readonly branch: string;
  /**
   * Id of the workflow run with the shards. Only reports from before it was created count, so that every shard takes
   * the same one, whenever it starts. Absent without shards.
   */
  readonly shardsOf?: string | undefined;
}

/**
 * Finds `report.json` in the artifact of the latest successful run on a branch. The token needs `actions: read`. If
 * anything is missing, nothing is compared; the run does not fail.
 */
export const createFindEarlierReport =
  (repository: GitHubRepository, { branch, shardsOf }: BaseRuns): FindEarlierReport =>
  async () => {
    try {
      const before = shardsOf === undefined ? undefined : await createdAt(repository, shardsOf);
      for (const run of await runsOf(repository, { branch, before })) {
        const found = await reportOf(repository, run);
        if (found) return found;
      }
      return missing(`no successful run on ${branch} kept an artifact "${ARTIFACT}", so nothing is compared.`);
    } catch (error) {
      return missing(`${reasonOf(error)}, so nothing is compared.`);
    }
  };

/** When a workflow run was created, in milliseconds; the same for all of its jobs and attempts. */
async function createdAt(repository: GitHubRepository, run: string): Promise<number> {
  const answer = await get(repository, `actions/runs/${encodeURIComponent(run)}`);
  return Date.parse(ownRun.parse(await answer.json()).created_at);
}

async function runsOf(
  repository: GitHubRepository,
  { branch, before }: { readonly branch: string; readonly before: number | undefined },
): Promise<readonly number[]> {
  const query = new URLSearchParams({ branch, status: 'success', per_page: String(MOST_RUNS) });
  const answer = await get(repository, `actions/runs?${query}`);
  const { workflow_runs: runs } = runList.parse(await answer.json());
  const own = runs.filter(
    (run) =>
      run.conclusion === 'success' &&
      run.head_branch === branch &&
      OWN_EVENTS.has(run.event) &&
      (before === undefined || Date.parse(run.updated_at ?? '') < before) &&
      run.head_repository?.full_name.toLowerCase() === repository.name.toLowerCase(),
  );
  return own.slice(0, MOST_RUNS).map(({ id }) => id);
}

/** The report of a run; undefined for a run without an artifact. */
async function reportOf(repository: GitHubRepository, run: number): Promise<BaselineText | undefined> {
  const answer = await get(repository, `actions/runs/${run}/artifacts?per_page=100`);
  const kept = artifactList.parse(await answer.json()).artifacts.filter(({ expired }) => !expired);
  const exact = kept.filter(({ name }) => name === ARTIFACT);
  const candidates = exact.length > 0 ? exact : kept.filter(({ name }) => name.startsWith(ARTIFACT));
  const [artifact] = candidates;
  if (!artifact) return undefined;
  if (candidates.length > 1) {
    const names = candidates.map(({ name }) => name).join(', ');
    return missing(`run ${run} kept several reports (${names}); download one and name its report.json.`);
  }
  const zip = await download(repository, artifact.id);
  const entry = readZipEntry(zip, { name: 'report.json', mostBytes: MOST_BYTES.report });
  if (entry.ok) return { ok: true, text: entry.bytes.toString('utf8') };
  return missing(`the artifact of run ${run} cannot be used: ${entry.reason}.`);
}

/** Downloads an artifact. GitHub redirects to another host, which must not receive the token. */
async function download(repository: GitHubRepository, id: number): Promise<Buffer> {
  const answer = await get(repository, `actions/artifacts/${id}/zip`, { redirect: 'manual', ms: DOWNLOAD_MS });
  const location = answer.headers.get('location');
  if (location === null) return boundedBody(answer);
  const target = new URL(location);
  if (target.protocol !== 'https:' && target.protocol !== new URL(repository.apiUrl).protocol)
    throw new Error('GitHub redirected to an address without https');
  const file = await repository.fetch(target, { redirect: 'error', signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!file.ok) throw new StatusError(file.status);
  return boundedBody(file);
}

async function boundedBody({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES.artifact) throw new Error(`the artifact has more than ${MOST_BYTES.artifact} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function get(repository: GitHubRepository, path: string, request: GitHubRequest = {}): Promise<Response> {
  const answer = await askGitHub(repository, path, request);
  const isRedirect = request.redirect === 'manual' && answer.status >= 300 && answer.status < 400;
  if (!answer.ok && !isRedirect) throw new StatusError(answer.status);
  return answer;
}

/** GitHub answered with an error status. */
class StatusError extends Error {
  constructor(status: number) {
    const remedy = status === 403 || status === 404 ? ' (the job needs "actions: read")' : '';
    super(`GitHub answered ${status}${remedy}`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'the answer is not one of GitHub';
  const { name, message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
  if (name === 'TimeoutError') return 'GitHub did not answer in time';
  return cause?.code ? `GitHub cannot be reached (${cause.code})` : message;
}

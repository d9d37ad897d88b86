import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '../../../src/core/model/secret.ts';
import { createFindEarlierReport } from '../../../src/files/earlier-report.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';
import { zipOf } from '../../support/zip.ts';

let servers: TestServer[] = [];

afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

const serve = async (...args: Parameters<typeof startServer>): Promise<TestServer> => {
  const server = await startServer(...args);
  servers.push(server);
  return server;
};

const aRun = (id: number, changed: object = {}) => ({
  id,
  event: 'push',
  conclusion: 'success',
  head_branch: 'main',
  head_repository: { full_name: 'acme/shop' },
  ...changed,
});

const anArtifact = (id: number, changed: object = {}) => ({
  id,
  name: 'postman-report',
  expired: false,
  size_in_bytes: 100,
  ...changed,
});

interface GitHub {
  readonly runs: readonly object[];
  /** Artifacts by run. */
  readonly artifacts?: Readonly<Record<number, readonly object[]>>;
  readonly zip?: Buffer;
  readonly status?: number;
  /** Status of the answer that leads to the storage. */
  readonly zipStatus?: number;
  /** Id of the workflow run with the shards. */
  readonly shardsOf?: string;
}

/** GitHub's API and the storage that it leads to. */
async function gitHub({ runs, artifacts = {}, zip = zipOf({}), status = 200, zipStatus = 302, shardsOf }: GitHub) {
  const storage = await serve((_, response) => response.end(zip));
  const api = await serve((request, response) => {
    const [, run] = /\/runs\/(\d+)\/artifacts/.exec(request.url ?? '') ?? [];
    if (request.url?.endsWith('/zip'))
      return response.writeHead(zipStatus, { location: `${storage.url}/signed` }).end();
    response.writeHead(status, { 'content-type': 'application/json' });
    if (request.url?.endsWith('/runs/99')) return response.end('{"created_at":"2026-01-31T12:00:00Z"}');
    return response.end(
      JSON.stringify(run === undefined ? { workflow_runs: runs } : { artifacts: artifacts[Number(run)] ?? [] }),
    );
  });
  const repository = { apiUrl: api.url, name: 'acme/shop', token: new Secret('ghs_token'), folder: '', fetch };
  return { api, storage, find: createFindEarlierReport(repository, { branch: 'main', shardsOf }) };
}

describe('the report of the base branch', () => {
  it('comes from the latest successful run of the branch with an artifact, and only GitHub receives the token', async () => {
    const { api, storage, find } = await gitHub({
      runs: [
        aRun(9, { event: 'pull_request', head_repository: { full_name: 'mallory/shop' } }),
        aRun(8, { head_repository: { full_name: 'mallory/shop' } }),
        aRun(7, { conclusion: 'failure' }),
        aRun(6),
        aRun(5),
        aRun(4),
      ],
      artifacts: {
        6: [anArtifact(60, { expired: true }), anArtifact(61, { name: 'coverage' })],
        5: [anArtifact(50, { name: 'postman-report-old' }), anArtifact(51)],
        4: [anArtifact(40)],
      },
      zip: zipOf({ 'index.html': '<p>', 'report.json': '{"version":2}' }),
    });
    expect(await find()).toEqual({ ok: true, text: '{"version":2}' });
    expect(api.requests.map(({ url }) => url.replace('/repos/acme/shop/actions', ''))).toEqual([
      '/runs?branch=main&status=success&per_page=20',
      '/runs/6/artifacts?per_page=100',
      '/runs/5/artifacts?per_page=100',
      '/artifacts/51/zip',
    ]);
    expect(api.requests.every(({ headers }) => headers.authorization === 'Bearer ghs_token')).toBe(true);
    expect(storage.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it.each([
    ['push', true],
    ['schedule', true],
    ['workflow_dispatch', true],
    ['repository_dispatch', true],
    ['pull_request', false],
    ['pull_request_target', false],
  ])('comes from runs of the branch itself: %s', async (event, counts) => {
    const { find } = await gitHub({
      runs: [aRun(1, { event, head_repository: { full_name: 'ACME/shop' } })],
      artifacts: { 1: [anArtifact(10, { name: 'postman-report-node20' })] },
      zip: zipOf({ 'report.json': JSON.stringify({ filler: Array.from({ length: 400 }, (_, at) => at) }) }),
    });
    expect((await find()).ok).toBe(counts);
  });

  it('is looked for in no more than twenty runs', async () => {
    const runs = Array.from({ length: 25 }, (_, at) => aRun(at + 1));
    const { api, find } = await gitHub({ runs });
    expect(await find()).toMatchObject({ ok: false, expected: true });
    expect(api.requests).toHaveLength(21);
  });

  it('is from before the workflow run of shards was created, so that every shard takes the same one', async () => {
    const { api, find } = await gitHub({
      runs: [
        aRun(7, { updated_at: '2026-01-31T12:00:01Z' }),
        aRun(6, { updated_at: '2026-01-31T11:59:59Z' }),
        aRun(5, { updated_at: '2026-01-30T11:59:59Z' }),
      ],
      artifacts: { 7: [anArtifact(70)], 6: [anArtifact(60)], 5: [anArtifact(50)] },
      zip: zipOf({ 'report.json': '{}' }),
      shardsOf: '99',
    });
    expect(await find()).toMatchObject({ ok: true });
    expect(api.requests.at(-1)?.url).toContain('/artifacts/60/zip');
  });

  it.each<[string, GitHub, string]>([
    ['the token may not read it', { runs: [], status: 403 }, 'GitHub answered 403 (the job needs "actions: read")'],
    ['GitHub stumbles', { runs: [], status: 502 }, 'GitHub answered 502, so'],
    [
      'it refuses the artifact',
      { runs: [aRun(1)], artifacts: { 1: [anArtifact(1)] }, zipStatus: 400 },
      'GitHub answered 400, so',
    ],
    ['the answer has another shape', { runs: [{ id: 'x' }] }, 'the answer is not one of GitHub'],
    ['there is no run', { runs: [] }, 'no successful run on main kept an artifact "postman-report"'],
    ['no run kept one', { runs: [aRun(1)] }, 'no successful run on main kept an artifact'],
    [
      'a run kept several',
      {
        runs: [aRun(1)],
        artifacts: { 1: ['a', 'b'].map((x, i) => anArtifact(i + 1, { name: `postman-report-${x}` })) },
      },
      'run 1 kept several reports (postman-report-a, postman-report-b)',
    ],
    [
      'the artifact is no zip file',
      { runs: [aRun(1)], artifacts: { 1: [anArtifact(1)] }, zip: Buffer.from('<html>') },
      'the artifact of run 1 cannot be used: it is not a sound zip file',
    ],
  ])('is missed, and that is no failure, where %s', async (_, answers, reason) => {
    const { find } = await gitHub(answers);
    expect(await find()).toEqual({ ok: false, expected: true, reason: expect.stringContaining(reason) });
  });

  it('is missing if GitHub cannot be reached', async () => {
    const { api, find } = await gitHub({ runs: [] });
    await api.close();
    servers = servers.filter((server) => server !== api);
    expect(await find()).toMatchObject({ ok: false, reason: expect.stringContaining('cannot be reached') });
  });
});

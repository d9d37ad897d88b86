import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A stand-in for GitHub's service of artifacts and its store, on loopback. */
export interface ArtifactStandIn {
  readonly url: string;
  /** What a runner gives its actions to reach it. */
  readonly env: Readonly<Record<string, string>>;
  /** Finished artifacts by name. */
  readonly artifacts: ReadonlyMap<string, Buffer>;
  /** Names that other jobs have taken. */
  readonly taken: Set<string>;
  /** Status of every answer; the service works where there is none. */
  broken: number | undefined;
  /** Authorization headers that came with uploads to the store. */
  readonly leaked: readonly string[];
  close(): Promise<void>;
}

const [RUN, JOB] = ['11111111-2222-3333-4444-555555555555', '66666666-7777-8888-9999-000000000000'];

const claims = { scp: `Actions.Other Actions.Results:${RUN}:${JOB}` };
const TOKEN = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature-of-the-runner`;

/** What an answer is made from. */
interface Call {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly url: string;
}

type Answer = readonly [number, object?];

/** Starts it. */
export async function startArtifacts(): Promise<ArtifactStandIn> {
  const [blobs, artifacts] = [new Map<string, Buffer>(), new Map<string, Buffer>()];
  const [taken, leaked]: [Set<string>, string[]] = [new Set(), []];
  const state: { broken: number | undefined } = { broken: undefined };
  const store = ({ request: { url = '', headers }, body }: Call): Answer => {
    if (headers.authorization) leaked.push(headers.authorization);
    blobs.set(url, body);
    return [headers['x-ms-blob-type'] === 'BlockBlob' ? 201 : 400];
  };
  const create = (name: string, url: string): Answer =>
    taken.has(name)
      ? [409, { code: 'already_exists' }]
      : [200, { ok: true, signed_upload_url: `${url}/store/${encodeURIComponent(name)}?sig=signed` }];
  const finalize = (name: string, size: string): Answer => {
    const blob = blobs.get(`/store/${encodeURIComponent(name)}?sig=signed`);
    if (!blob || String(blob.length) !== size) return [400];
    artifacts.set(name, blob);
    taken.add(name);
    return [200, { ok: true, artifactId: '4711' }];
  };
  const answer = (call: Call): Answer => {
    if (state.broken !== undefined) return [state.broken];
    if (call.request.method === 'PUT') return store(call);
    const { name, size, ...ids } = JSON.parse(String(call.body));
    const isJob = ids.workflow_run_backend_id === RUN && ids.workflow_job_run_backend_id === JOB;
    if (call.request.headers.authorization !== `Bearer ${TOKEN}` || !isJob) return [403];
    return call.request.url?.endsWith('/CreateArtifact') ? create(name, call.url) : finalize(name, size);
  };
  const server = createServer((request, response) => {
    void buffer(request).then((sent) => {
      const [status, body] = answer({ request, body: sent, url });
      response.writeHead(status, { 'content-type': 'application/json' }).end(body ? JSON.stringify(body) : '');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    env: { ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: TOKEN, GITHUB_RUN_ID: '42' },
    artifacts,
    taken,
    leaked,
    get broken() {
      return state.broken;
    },
    set broken(status) {
      state.broken = status;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type FetchRequest, proxiedFetch } from '../wiring/proxied-fetch.ts';
import { type ZippedFile, zipOf } from './zip.ts';

/** The artifact service of a job, from the runner's environment. */
export interface ArtifactService {
  readonly url: string;
  readonly token: string;
}

/** An artifact that could not be uploaded. The message is the reason, without a capital and a full stop. */
export class ArtifactError extends Error {
  override readonly name = 'ArtifactError';
}

/** The run has an artifact of this name already. */
class NameTakenError extends ArtifactError {}

/** Most names that are tried: other jobs of the run may have taken some. */
const MOST_NAMES = 20;

/** Uploads files as an artifact of the run. If the name is taken, a number is appended. Resolves with id and name. */
export async function keepArtifact(
  name: string,
  { files, service }: { readonly files: readonly ZippedFile[]; readonly service: ArtifactService },
): Promise<{ readonly id: string; readonly name: string }> {
  const zip = zipOf(files);
  const ids = backendIds(service.token);
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name}-${number}`;
    try {
      return { id: await upload(zip, { ...ids, name: numbered }, service), name: numbered };
    } catch (error) {
      if (!(error instanceof NameTakenError) || number === MOST_NAMES) throw error;
    }
  }
}

interface BackendIds {
  readonly workflow_run_backend_id: string;
  readonly workflow_job_run_backend_id: string;
}

/** The service's own ids of run and job, from the scopes of the token: `Actions.Results:<run>:<job>`. */
function backendIds(token: string): BackendIds {
  const scopes = scopesOf(token).split(' ');
  const [, run, job] = scopes.find((scope) => scope.startsWith('Actions.Results:'))?.split(':') ?? [];
  if (!run || !job) throw new ArtifactError("the runner's token names no run and job");
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}

function scopesOf(token: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return z.object({ scp: z.string() }).parse(claims).scp;
  } catch {
    return '';
  }
}

const created = z.object({ ok: z.literal(true), signed_upload_url: z.url() });
const finalized = z.object({ ok: z.literal(true), artifact_id: z.coerce.string() });

/** The number of the protocol of artifacts v4. */
const PROTOCOL = 4;

async function upload(
  zip: Buffer,
  artifact: BackendIds & { readonly name: string },
  service: ArtifactService,
): Promise<string> {
  const { signed_upload_url: url } = created.parse(
    await call('CreateArtifact', { ...artifact, version: PROTOCOL }, service),
  );
  await put(url, zip);
  const hash = `sha256:${createHash('sha256').update(zip).digest('hex')}`;
  const end = await call('FinalizeArtifact', { ...artifact, size: String(zip.length), hash }, service);
  return finalized.parse(end).artifact_id;
}

async function call(method: string, request: object, { url, token }: ArtifactService): Promise<unknown> {
  const address = new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url);
  const response = await send(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (response.status === 409) throw new NameTakenError('the name is taken');
  if (!response.ok) throw new ArtifactError(`the artifact service answered with status ${response.status}`);
  return snakeCased(await response.json());
}

/** Protobuf's JSON allows camelCase and snake_case names: both are read as snake_case. */
const snakeCased = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null
    ? Object.fromEntries(
        Object.entries(answer).map(([key, value]) => [
          key.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`),
          value,
        ]),
      )
    : answer;

/** Uploads to blob storage. The address is signed: it needs no token, and must not get one. */
async function put(url: string, zip: Buffer): Promise<void> {
  const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/zip' };
  const response = await send(new URL(url), { method: 'PUT', headers, body: new Uint8Array(zip) });
  if (!response.ok) throw new ArtifactError(`the blob storage answered with status ${response.status}`);
}

/** Pauses before a request is sent again. */
const PAUSES_MS = [1_000, 3_000];

/** Longest time for one request. */
const REQUEST_MS = 60_000;

/** Sends a request; retries it if the service is busy or cannot be reached. */
async function send(url: URL, request: Pick<FetchRequest, 'method' | 'headers' | 'body'>): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const pause = PAUSES_MS[tries];
    try {
      const signal = AbortSignal.timeout(REQUEST_MS);
      const response = await proxiedFetch(url, { ...request, redirect: 'error', signal });
      if (pause === undefined || (response.status !== 429 && response.status < 500)) return response;
      await response.body?.cancel();
    } catch (error) {
      if (pause === undefined) throw new ArtifactError(`${url.host} could not be reached (${codeOf(error)})`);
    }
    await sleep(pause);
  }
}

const codeOf = (error: unknown): string => {
  const { name, message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
  return cause?.code ?? (name === 'TimeoutError' ? name : message);
};

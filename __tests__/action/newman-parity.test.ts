import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/http-server.ts';
import { newmanFeatures } from '../support/newman-features.ts';

const run = promisify(execFile);
const entry = resolve(process.env.POSTMAN_SYNC_ENTRY ?? 'dist/index.js');
const newman = join(dirname(createRequire(import.meta.url).resolve('newman/package.json')), 'bin', 'newman.js');

let folder: string;
let api: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-parity-'));
  api = await startServer((request, response) => {
    const answer = (headers: Readonly<Record<string, string>>, body: string | Buffer, status = 200) =>
      response.writeHead(status, headers).end(body);
    const json = { 'content-type': 'application/json' };
    if (request.url === '/cookie') return answer({ ...json, 'set-cookie': 'session=abc; Path=/' }, '{}');
    if (request.url === '/gzip') return answer({ 'content-encoding': 'gzip' }, gzipSync('packed'));
    if (request.url === '/latin1')
      return answer({ 'content-type': 'text/plain; charset=iso-8859-1' }, Buffer.from([0xe9]));
    if (request.url === '/redirect') return answer({ location: '/echo' }, '', 302);
    if (request.url === '/digest' && !request.headers.authorization)
      return answer({ 'www-authenticate': 'Digest realm="r", nonce="n", qop="auth"' }, '', 401);
    if (request.url === '/ntlm' && !request.headers.authorization)
      return answer({ 'www-authenticate': 'NTLM' }, '', 401);
    return answer(json, JSON.stringify({ method: request.method, url: request.url }));
  });
  await writeFile(join(folder, 'features.postman_collection.json'), JSON.stringify(newmanFeatures(api.url)));
});
afterAll(async () => {
  await Promise.all([api.close(), rm(folder, { recursive: true, force: true })]);
});

/** What the server was sent, without what is random, and when. */
function sent(from: number): string[] {
  return api.requests.slice(from).map(({ method, url, headers, body }) => {
    const kept = Object.entries(headers).filter(([name]) => !['postman-token', 'host'].includes(name));
    const masked = kept.map(([name, value]) => `${name}: ${String(value).replace(/[\w+/%=-]{16,}|\d{6,}/g, '…')}`);
    const path = url.replace(/=[^&]*/g, '=…');
    const shape = body.replace(/"city":"[^"]*"/, '"city":"…"').replace(/-{10,}\w+/g, '…');
    return [`${method} ${path}`, ...masked.map(lengthless), shape].join('\n');
  });
}

/** A random city has a random length, and a nonce is random text. */
const lengthless = (line: string): string =>
  line
    .replace(/^content-length: .*/, 'content-length: …')
    .replace(/:?\d\d:\d\d\+0000/, '…')
    .replace(/(?:c?nonce|oauth_nonce|response|signature|mac|Signature)="?[^",]*"?/gi, '…');

interface NewmanReport {
  readonly run: {
    readonly executions: readonly {
      readonly item: { readonly name: string };
      readonly assertions?: readonly {
        readonly assertion: string;
        readonly error?: { readonly message: string };
        readonly skipped?: boolean;
      }[];
    }[];
  };
}

/** Every assertion as Newman's own command line reports it. */
async function byNewman(): Promise<string[]> {
  const report = join(folder, 'newman.json');
  await run(
    process.execPath,
    [newman, 'run', 'features.postman_collection.json', '-r', 'json', '--reporter-json-export', report],
    {
      cwd: folder,
    },
  ).catch(() => undefined);
  const { run: done } = JSON.parse(await readFile(report, 'utf8')) as NewmanReport;
  // It repeats a script's assertions for every request that the script sends.
  const executions = new Map(done.executions.map((execution) => [execution.item.name, execution]));
  return [...executions.values()].flatMap(({ item, assertions = [] }) =>
    assertions.map(
      ({ assertion, error, skipped }) =>
        `${item.name}: ${assertion}: ${skipped ? 'skipped' : error ? `failed: ${error.message}` : 'passed'}`,
    ),
  );
}

interface OwnReport {
  readonly runs: readonly {
    readonly attempt: {
      readonly executions: readonly {
        readonly request: string;
        readonly assertions: readonly { readonly name: string; readonly status: string; readonly message?: string }[];
      }[];
    };
  }[];
}

async function byThisProject(): Promise<string[]> {
  await run(process.execPath, [entry, 'test', '--report-dir', 'report'], { cwd: folder }).catch(() => undefined);
  const report = JSON.parse(await readFile(join(folder, 'report', 'report.json'), 'utf8')) as OwnReport;
  return report.runs.flatMap(({ attempt }) =>
    attempt.executions.flatMap(({ request, assertions }) =>
      assertions.map(
        ({ name, status, message }) => `${request}: ${name}: ${status}${message === undefined ? '' : `: ${message}`}`,
      ),
    ),
  );
}

describe('a suite in the bundle', () => {
  it('sends what Newman sends and reports the assertions that Newman reports', async () => {
    const theirs = await byNewman();
    const between = api.requests.length;
    const ours = await byThisProject();
    expect(theirs.length).toBeGreaterThan(50);
    expect(ours).toEqual(theirs);
    const requests = sent(0);
    expect(requests.slice(between)).toEqual(requests.slice(0, between));
  });
});

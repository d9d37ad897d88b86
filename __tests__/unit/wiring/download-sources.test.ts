import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutsideError } from '../../../src/core/model/errors.ts';
import { ProblemsError } from '../../../src/core/model/problem.ts';
import { type Downloads, downloadSources } from '../../../src/wiring/download-sources.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';

let server: TestServer;

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  '/away': (response) => response.writeHead(301, { location: 'ftp://127.0.0.1/a.json' }).end(),
  '/locked': (response) => response.writeHead(401).end(),
  '/down': (response) => response.writeHead(503).end(),
  '/cut': (response) => response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy()),
  '/none': (response) => response.writeHead(404).end(),
};

beforeAll(async () => {
  server = await startServer(({ url = '' }, response) => {
    const [path = ''] = url.split('?');
    const [, left] = /^\/hops\/(\d+)$/.exec(path) ?? [];
    const next = left === '0' ? '/a.json' : `/hops/${Number(left) - 1}`;
    if (left !== undefined) response.writeHead(302, { location: next }).end();
    else if (ANSWERS[path]) ANSWERS[path](response);
    else response.end(`from ${path}`);
  });
});

afterAll(() => server.close());

const download = (inputs: Readonly<Record<string, string>>, downloads: Omit<Downloads, 'cwd'> = {}) =>
  downloadSources(new Map(Object.entries(inputs)), { cwd: process.cwd(), ...downloads });

/** Why a download fails. */
const failure = async (path: string): Promise<string> => {
  const error = await download({ collections: `${server.url}${path}` }).catch((thrown: unknown) => thrown);
  if (error instanceof ProblemsError) return `settings: ${error.problems[0]?.message}`;
  return error instanceof OutsideError ? `${error.kind}: ${error.message}` : 'none';
};

describe('sources that are named by URL', () => {
  it('are replaced by paths of files, which exist until the run ends', async () => {
    const { url } = server;
    const { inputs, remove } = await download({
      collections: `${url}/a.json\nlocal.json\n${url}/b.json`,
      environment: `${url}/e.json?apikey=1`,
      'iteration-data': `${url}/rows.csv`,
      bail: 'true',
    });
    const collections = inputs.get('collections')?.split('\n') ?? [];
    const data = inputs.get('iteration-data') ?? '';
    expect(collections.map((path) => path.replace(/.*\//, ''))).toEqual(['1-a.json', 'local.json', '2-b.json']);
    expect(readFileSync(collections[0] ?? '', 'utf8')).toBe('from /a.json');
    expect(inputs.get('environments')).toBe(inputs.get('environment'));
    expect(data).toMatch(/rows\.csv$/);
    expect(inputs.get('bail')).toBe('true');
    await remove();
    expect(existsSync(data)).toBe(false);
  });

  it('follow at most five redirects, and only to http and https', async () => {
    const { inputs, remove } = await download({ globals: `${server.url}/hops/4` });
    expect(readFileSync(inputs.get('globals') ?? '', 'utf8')).toBe('from /a.json');
    await remove();
    expect(await failure('/hops/5')).toMatch(/^settings: .*: more than 5 redirects$/);
    expect(await failure('/away')).toMatch(/^settings: .*: the redirect does not lead to an https URL$/);
  });

  it.each([
    ['/none', /^settings: .*\/none cannot be downloaded: the server answered 404$/],
    ['/locked', /^settings: .*: the server answered 401$/],
    ['/down', /^network: .*: the server answered 503\.$/],
    ['/cut', /^network: .*ECONNRESET\.$/],
    ['/none?apikey=secret', /\/none cannot/],
  ])('report why they cannot be downloaded: %s', async (path, message) => {
    expect(await failure(path)).toMatch(message);
  });

  it('use plain http only from this machine', async () => {
    const error = await download({ collections: 'http://example.com/a.json' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemsError);
  });

  it('are requested with the key only from the API of a flag, and not after a redirect', async () => {
    const keys = async (path: string, downloads: Omit<Downloads, 'cwd'>) => {
      const before = server.requests.length;
      await (await download({ collections: `${server.url}${path}` }, downloads)).remove();
      return server.requests.slice(before).map(({ headers }) => headers['x-api-key']);
    };
    expect(await keys('/a.json', { apiKey: 'k' })).toEqual([undefined]);
    expect(await keys('/a.json', { apiKey: 'k', apiUrl: server.url })).toEqual(['k']);
    expect(await keys('/hops/0', { apiKey: 'k', apiUrl: server.url })).toEqual(['k', undefined]);
    expect(await keys('/a.json', { apiUrl: server.url })).toEqual([undefined]);
  });

  it('leave inputs without URLs as they are', async () => {
    const raw = new Map([['collections', 'a.json']]);
    expect((await downloadSources(raw, { cwd: '.' })).inputs).toBe(raw);
  });
});

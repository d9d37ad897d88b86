import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutsideError } from '../core/model/errors.ts';
import { ProblemsError } from '../core/model/problem.ts';
import { relativeTo } from '../files/paths.ts';
import { foreignHost } from '../postman/foreign-host.ts';
import { createTransport, TransportError, type WireAnswer } from '../postman/http/transport.ts';
import { isLoopback } from '../settings/api-access.ts';
import type { RawInputs } from '../settings/inputs/input-spec.ts';
import { VERSION } from '../version.ts';

/** The options of downloads. Only sources that flags of the command line name are downloaded. */
export interface Downloads {
  readonly cwd: string;
  /** From a flag, never from the environment or a file. Sent to Postman's API only. */
  readonly apiKey?: string;
  /** From a flag: the address of Postman's API, if it is not a host of Postman. */
  readonly apiUrl?: string;
}

/** Inputs with the paths of downloaded files instead of URLs, and the function that deletes the files. */
export interface DownloadedSources {
  readonly inputs: RawInputs;
  remove(): Promise<void>;
}

/** Inputs that name sources; each line may be a URL. */
const SOURCES = ['collections', 'environments', 'environment', 'globals', 'iteration-data'] as const;

const TIMEOUTS = { connectMs: 20_000, idleMs: 30_000, totalMs: 120_000 } as const;

/** Largest download, in characters: the largest collection that Postman accepts. */
const MOST_CHARACTERS = 100_000_000;

const MOST_REDIRECTS = 5;

/**
 * Downloads the collections, environments, globals and data that are named by URL into a temporary folder. Throws a
 * ProblemsError for a wrong URL, and an OutsideError where the network fails.
 */
export async function downloadSources(raw: RawInputs, downloads: Downloads): Promise<DownloadedSources> {
  const urls = new Set(SOURCES.flatMap((name) => (raw.get(name) ?? '').split('\n').filter(isUrl)));
  if (urls.size === 0) return { inputs: raw, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'postman-sync-sources-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const paths = new Map<string, string>();
    for (const url of urls) paths.set(url, await save(url, { folder, number: paths.size + 1, downloads }));
    return { inputs: withPaths(raw, paths), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

const isUrl = (text: string): boolean => /^https?:\/\//i.test(text.trim());

/** The inputs with paths instead of URLs. A downloaded `environment` is added to `environments`, so that it is read. */
function withPaths(raw: RawInputs, paths: ReadonlyMap<string, string>): RawInputs {
  const pathOf = (text: string): string => paths.get(text) ?? text;
  const inputs = new Map(raw);
  for (const name of SOURCES) {
    const text = raw.get(name);
    if (text !== undefined) inputs.set(name, text.split('\n').map(pathOf).join('\n'));
  }
  const environment = paths.get(raw.get('environment') ?? '');
  if (environment !== undefined)
    inputs.set('environments', [inputs.get('environments'), environment].filter(Boolean).join('\n'));
  return inputs;
}

interface SaveOptions {
  readonly folder: string;
  readonly number: number;
  readonly downloads: Downloads;
}

/** Saves a download under the last part of its path, because the extension identifies the format. Resolves with the path. */
async function save(url: string, { folder, number, downloads }: SaveOptions): Promise<string> {
  const body = await download(new URL(url), { downloads, redirects: 0 });
  const end = new URL(url).pathname.split('/').at(-1) ?? '';
  const name = end.replace(/[^\w.-]/g, '_').slice(-80) || 'source';
  const path = join(folder, `${number}-${name}`);
  await writeFile(path, body);
  return relativeTo(downloads.cwd, path);
}

interface DownloadOptions {
  readonly downloads: Downloads;
  /** Number of redirects that were followed. */
  readonly redirects: number;
}

/** Downloads a text. Redirects are followed to https only, and the key is sent only to the first host. */
async function download(url: URL, { downloads, redirects }: DownloadOptions): Promise<string> {
  refuseClearText(url);
  const { status, headers, body } = await get(url, downloads);
  const { location } = headers;
  if (status >= 300 && status < 400 && location !== undefined) {
    if (redirects === MOST_REDIRECTS) throw wrong(url, `more than ${MOST_REDIRECTS} redirects`);
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (!next || (next.protocol !== 'https:' && next.protocol !== url.protocol))
      throw wrong(url, 'the redirect does not lead to an https URL');
    return download(next, { downloads: { cwd: downloads.cwd }, redirects: redirects + 1 });
  }
  if (status === 401 || status === 403) throw wrong(url, `the server answered ${status}`, WITH_A_KEY);
  if (status >= 500) throw failed(url, { reason: `the server answered ${status}` });
  if (status !== 200) throw wrong(url, `the server answered ${status}`);
  if (body.length > MOST_CHARACTERS) throw wrong(url, 'the file is too large (100 MB at most)');
  return body;
}

const WITH_A_KEY = 'Use a URL that needs no login; for Postman’s API, give --postman-api-key.';

async function get(url: URL, downloads: Downloads): Promise<WireAnswer> {
  const { apiKey } = downloads;
  const key = apiKey && isPostman(url, downloads) ? { 'X-API-Key': apiKey } : {};
  const transport = createTransport(`postman-sync/${VERSION}`, TIMEOUTS);
  try {
    return await transport.send({ method: 'GET', url: url.href, headers: key });
  } catch (error) {
    throw error instanceof TransportError ? failed(url, error) : error;
  } finally {
    transport.close();
  }
}

function isPostman(url: URL, { apiUrl }: Downloads): boolean {
  if (apiUrl !== undefined && URL.canParse(apiUrl)) return new URL(apiUrl).origin === url.origin;
  return url.protocol === 'https:' && foreignHost(url.href) === undefined;
}

function refuseClearText(url: URL): void {
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    throw wrong(url, 'an answer over plain http:// can be changed on its way', 'Use https://.');
}

/** A URL without its user and query: those may hold credentials. */
const shown = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

const wrong = (url: URL, reason: string, remedy = 'Correct the URL.'): ProblemsError =>
  new ProblemsError([{ code: 'no-file', message: `${shown(url)} cannot be downloaded: ${reason}`, remedy }]);

const failed = (url: URL, { reason }: { readonly reason: string }): OutsideError =>
  new OutsideError('network', {
    message: `${shown(url)} cannot be downloaded: ${reason}.`,
    remedy: 'Check the network and the proxy settings, and run it again.',
  });

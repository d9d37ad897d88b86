import { resolve } from 'node:path';
import type { RunOptions } from '../../../core/model/run-result.ts';
import { readRows } from '../../data.ts';
import type { Job } from '../../protocol.ts';

/** Options of Newman's `run`. */
type NewmanOptions = Readonly<Record<string, unknown>>;

type Options = Required<RunOptions>;

type OptionTable = {
  readonly [K in keyof Options]: (value: Options[K], job: Job) => NewmanOptions | Promise<NewmanOptions>;
};

/** Passes the value unchanged, under this name. */
const under =
  (name: string) =>
  (value: unknown): NewmanOptions => ({ [name]: value });

/** Newman's options for each option of a suite. A missing option does not compile. */
const OPTIONS: OptionTable = {
  iterationData: async (path, { rows }) => ({ iterationData: (await readRows(path)).slice(rows?.first, rows?.end) }),
  iterationCount: under('iterationCount'),
  folder: (names) => (names.length > 0 ? { folder: [...names] } : {}),
  bail: (bail) => (bail === false ? {} : { bail: bail === true ? true : bail.split(',') }),
  delayRequestMs: under('delayRequest'),
  timeoutMs: under('timeout'),
  timeoutRequestMs: under('timeoutRequest'),
  timeoutScriptMs: under('timeoutScript'),
  insecure: under('insecure'),
  ignoreRedirects: under('ignoreRedirects'),
  workingDir: (path) => ({ workingDir: resolve(path) }),
  cookieJar: under('cookieJar'),
  sslClientCert: under('sslClientCert'),
  sslClientKey: under('sslClientKey'),
  sslClientPassphrase: under('sslClientPassphrase'),
  sslExtraCaCerts: under('sslExtraCaCerts'),
  sslClientCertList: under('sslClientCertList'),
  exportEnvironment: under('exportEnvironment'),
  exportGlobals: under('exportGlobals'),
  exportCollection: under('exportCollection'),
  exportCookieJar: under('exportCookieJar'),
};

/** Newman's options for a suite. External reporters are started by postman-sync, not by Newman. */
export async function newmanOptions(job: Job): Promise<NewmanOptions> {
  const { collection, environment, globals, options } = job;
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const parts = await Promise.all(given.map(([key, value]) => OPTIONS[key as keyof Options](value as never, job)));
  return Object.assign({ collection, environment, globals, insecureFileRead: false, reporters: [] }, ...parts);
}

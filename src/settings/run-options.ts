import type { RunOptions } from '../core/model/run-result.ts';
import type { InputReader } from './input-reader.ts';
import type { InputName } from './inputs/index.ts';

/** How an option of a suite is read. */
interface OptionReader<T> {
  /** The input and the key of a suite in the configuration. */
  readonly input: InputName;
  read(read: InputReader): T | undefined;
}

type OptionReaders = { readonly [K in keyof RunOptions]-?: OptionReader<RunOptions[K]> };

const path = (input: InputName<'path'>): OptionReader<string> => ({ input, read: (read) => read.path(input) });
const flag = (input: InputName<'flag'>): OptionReader<boolean> => ({ input, read: (read) => read.flag(input) });
const durationMs = (input: InputName<'duration'>): OptionReader<number> => ({
  input,
  read: (read) => read.durationMs(input),
});

/** A suite that hangs must not keep a CI job busy for hours. */
const DEFAULT_TIMEOUT_MS = 30 * 60_000;

/** The reader of each option. */
const OPTIONS: OptionReaders = {
  iterationData: path('iteration-data'),
  iterationCount: { input: 'iteration-count', read: (read) => read.count('iteration-count') },
  folder: { input: 'folder', read: (read) => read.list('folder') },
  bail: { input: 'bail', read: readBail },
  delayRequestMs: { input: 'delay-request', read: (read) => read.durationMs('delay-request') ?? 0 },
  timeoutMs: { input: 'timeout', read: (read) => read.durationMs('timeout') ?? DEFAULT_TIMEOUT_MS },
  timeoutRequestMs: durationMs('timeout-request'),
  timeoutScriptMs: durationMs('timeout-script'),
  insecure: flag('insecure'),
  ignoreRedirects: flag('ignore-redirects'),
  workingDir: { input: 'working-dir', read: (read) => read.path('working-dir') ?? '.' },
  cookieJar: path('cookie-jar'),
  sslClientCert: path('ssl-client-cert'),
  sslClientKey: path('ssl-client-key'),
  sslClientPassphrase: { input: 'ssl-client-passphrase', read: (read) => read.text('ssl-client-passphrase') },
  sslExtraCaCerts: path('ssl-extra-ca-certs'),
  sslClientCertList: path('ssl-client-cert-list'),
  exportEnvironment: path('export-environment'),
  exportGlobals: path('export-globals'),
  exportCollection: path('export-collection'),
  exportCookieJar: path('export-cookie-jar'),
};

/** The inputs that are also keys of a suite in the configuration. */
export const SUITE_KEYS: ReadonlySet<string> = new Set([
  ...Object.values(OPTIONS).map((option) => option.input),
  'retries',
]);

/** Reads the options of a suite; options without a value are left out. */
export function readOptions(read: InputReader): RunOptions {
  checkCertificate(read);
  const entries = Object.entries(OPTIONS).map(([key, option]) => [key, option.read(read)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as RunOptions;
}

function readBail(read: InputReader): RunOptions['bail'] {
  const bail = read.choice('bail');
  return bail === 'true' || bail === 'false' ? bail === 'true' : bail;
}

/** With only one of certificate and key, Newman silently sends no certificate. */
function checkCertificate(read: InputReader): void {
  const [cert, key] = [read.path('ssl-client-cert'), read.path('ssl-client-key')];
  if ((cert === undefined) === (key === undefined)) return;
  const [given, missing] = cert === undefined ? (['key', 'cert'] as const) : (['cert', 'key'] as const);
  read.complain(`ssl-client-${given}`, {
    message: `given without ssl-client-${missing}`,
    remedy: `Give ssl-client-${missing} as well; one PEM file may hold both.`,
  });
}

import { Script } from 'node:vm';
import { type JsonPath, omitUndefined } from '../../core/lib/json.ts';
import type { AssertionResult } from '../../core/model/run-result.ts';
import type { ItemFailure } from '../protocol.ts';
import { asText } from './as-text.ts';
import { comparisonOf } from './comparison.ts';
import type { ScriptState } from './item-state.ts';
import type { RuntimeError } from './newman/newman-types.ts';

/** Messages for transport errors: what happened, and what to check. */
const TRANSPORT: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Is the API up?',
  ENOTFOUND: 'no such host. Check the host in the URL.',
  EAI_AGAIN: 'the name could not be resolved. Check the host in the URL and the network.',
  ECONNRESET: 'the connection was cut. Look at the API’s log.',
  EHOSTUNREACH: 'the host cannot be reached. Check the network.',
  ENETUNREACH: 'the network cannot be reached.',
  ETIMEDOUT: 'no answer in time. Raise `timeout-request`, or look at why the API is slow.',
  ESOCKETTIMEDOUT: 'no answer in time. Raise `timeout-request`, or look at why the API is slow.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'the certificate is self-signed. Give its CA in `ssl-extra-ca-certs`, or set `insecure`.',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate’s CA is not known. Give it in `ssl-extra-ca-certs`.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate’s CA is not known. Give it in `ssl-extra-ca-certs`.',
  CERT_HAS_EXPIRED: 'the certificate has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host. Check the URL, or set `insecure`.',
  ERR_OSSL_BAD_DECRYPT: 'the client key does not open with its passphrase. Check `ssl-client-passphrase`.',
  ERR_OSSL_PEM_NO_START_LINE: 'the client certificate or its key is no PEM. Check `ssl-client-cert`.',
  ERR_OSSL_X509_KEY_VALUES_MISMATCH: 'the client key is not that of the certificate. Check `ssl-client-key`.',
};

/** The sandbox's message when it stops a script. */
const TIMED_OUT = /sandbox not responding|script execution timeout/;

/** A script and its path in the collection. */
export interface ScriptText {
  readonly path: JsonPath | undefined;
  readonly source: string;
}

const TIMEOUTS: ReadonlySet<string> = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** Matches a URL whose host is an unresolved variable. */
const NO_HOST = /^(?:pm\.sendRequest )?\S+ (?:https?:\/\/)?[^/?#]*\{\{/i;

const UNSET =
  'a variable in its host has no value. Choose an `environment` that has it, or give the value in `variables`.';

/** The failure of a request without a response. */
export function requestFailure(error: RuntimeError, target: string): ItemFailure {
  const { code = '', address, port, message } = error;
  const why = NO_HOST.test(target) ? UNSET : (TRANSPORT[code] ?? asText(message, 'the request failed.'));
  const where = address === undefined ? '' : ` (${address}:${port})`;
  // A connection timeout of the system has an address; one of our own timer has none.
  const kind = TIMEOUTS.has(code) && address === undefined ? 'timeout' : 'request';
  return { kind, message: `No answer from ${target}${where}: ${code === '' ? '' : `${code}, `}${why}` };
}

/** The failure of a script that threw, did not compile, or timed out. */
export function scriptFailure(error: RuntimeError, script: ScriptText | undefined): ItemFailure {
  const message = asText(error.message, asText(error));
  if (TIMED_OUT.test(message)) {
    const stopped = 'The script was stopped: it took longer than its timeout. Make it end, or raise `timeout-script`.';
    return omitUndefined({ kind: 'timeout', message: stopped, script: script?.path });
  }
  const scriptLine = script && lineOf(error, script.source);
  return omitUndefined({
    kind: 'script',
    message: `${asText(error.name, 'Error')}: ${message}`,
    script: script?.path,
    scriptLine,
  });
}

/** The failure of an assertion, with its number among those of its name in the script. */
export function assertionFailure(
  { name: assertion, message = '' }: Pick<AssertionResult, 'name' | 'message'>,
  { script, thrown }: { readonly script: ScriptState | undefined; readonly thrown: RuntimeError | null },
): ItemFailure {
  const { path, names = [] } = script ?? {};
  return omitUndefined<ItemFailure>({
    kind: 'assertion',
    message,
    assertion,
    occurrence: names.filter((name) => name === assertion).length,
    script: path,
    scriptLine: thrown?.scriptLine,
    comparison: thrown ? comparisonOf(thrown) : undefined,
  });
}

/** The failure of a truncated response. */
export const cutOffFailure = (target: string): ItemFailure => ({
  kind: 'request',
  message: `The response to ${target} was cut off before its end. Look at the API’s log.`,
  strictOnly: true,
});

/** The runtime sends a request without a file that it cannot read, and only prints this message. */
const FILE_ERROR = /^(?:Form param `[\s\S]*`, f|Binary f)ile load error: (?!missing file source)/;

/** Failures for files that the runtime left out of a request. It reports them in its console only. */
export function uploadFailures(messages: readonly unknown[]): readonly ItemFailure[] {
  return messages
    .map((message) => asText(message))
    .filter((message) => FILE_ERROR.test(message))
    .map((message) => ({
      kind: 'request',
      message: `Sent without its file: ${message}. Commit the file, and set \`working-dir\` to a folder that holds it.`,
      strictOnly: true,
    }));
}

/** The failure of a `pm.test` without a function. It passes in Newman, and asserts nothing. */
export const withoutFunction = (assertion: string, script: JsonPath | undefined): ItemFailure =>
  omitUndefined({
    kind: 'nothing-tested',
    message: 'The test has no function: nothing was asserted. Give pm.test a function as its second argument.',
    assertion,
    script,
    strictOnly: true,
  });

/**
 * The line of an error, counted from 0: as reported, else where the compiler stops, else where the script contains the
 * thrown text.
 */
export function lineOf({ name, message, scriptLine }: RuntimeError, source: string): number | undefined {
  if (scriptLine !== undefined) return scriptLine;
  if (name === 'SyntaxError') return compileErrorLine(source);
  const index =
    typeof message !== 'string' || message === '' ? -1 : source.split('\n').findIndex((line) => line.includes(message));
  return index === -1 ? undefined : index;
}

/** Compiles a script without running it, in the wrapper of the sandbox, which is on its own line. */
function compileErrorLine(source: string): number | undefined {
  try {
    new Script(`(async()=>{\n${source}\n})`, { filename: 'script' });
  } catch (error) {
    const line = /^script:(\d+)/.exec(String((error as Error).stack))?.[1];
    if (line === undefined) return undefined;
    return Math.min(Math.max(Number(line) - 2, 0), source.split('\n').length - 1);
  }
  return undefined;
}

import { omitUndefined } from '../../core/lib/json.ts';
import type { Exchange, HttpMessage } from '../../core/model/run-result.ts';
import type { HeaderList } from '../protocol.ts';
import { isSensitive, safeUrl } from '../suite-secrets.ts';
import { asText, written } from './as-text.ts';
import type { RuntimeRequest, RuntimeResponse } from './newman/newman-types.ts';

/** Characters kept of a body. */
const LONGEST_BODY = { failed: 8192, passed: 2048 } as const;

/** Characters kept of the exchanges of one run: a run of any length stays small. */
const MOST_CHARACTERS = { failed: 8_000_000, passed: 2_000_000 } as const;

/** Longest text other than a body, in characters. */
const LONGEST_TEXT = 2048;

/** Characters beyond the cut that are redacted, so that a secret that the cut goes through is known. */
const BEYOND = 6144;

/** Headers kept of a message. */
const MOST_HEADERS = 60;

/** Fields of JSON and form bodies that hold credentials; a name begins where a word does, or long words take quadratic time. */
const FIELD =
  /(["']?)(?<![\w.-])([\w.-]{0,99}(?:token|secret|passw|api[-_]?key|credential|signature)[\w.-]{0,99})\1(\s*[:=]\s*)("(?:\\.|[^"\\])*"?|[^\s,&}"']+)/gi;

/** What came over the wire. */
export interface Observed {
  readonly request: RuntimeRequest;
  readonly response?: RuntimeResponse | undefined;
}

/** The outcome decides how much of an exchange is kept. */
export type Outcome = keyof typeof LONGEST_BODY;

/** Keeps requests and responses of a run, redacted and cut, until the run's share is used up. */
export class ExchangeStore {
  readonly #redact: (text: string) => string;
  readonly #left = { failed: MOST_CHARACTERS.failed as number, passed: MOST_CHARACTERS.passed as number };

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  /** The exchange as the report shows it; undefined when there is no room left. */
  keep(observed: Observed, outcome: Outcome): Exchange | undefined {
    if (this.#left[outcome] <= 0) return undefined;
    const kept = exchangeOf(observed, { redact: this.#redact, longest: LONGEST_BODY[outcome] });
    this.#left[outcome] -= lengthOf(kept.request) + (kept.response ? lengthOf(kept.response) : 0);
    return kept;
  }
}

interface ExchangeOptions {
  readonly redact: (text: string) => string;
  /** Characters of a body. */
  readonly longest: number;
}

/** Request and response: first line, headers without credentials, the beginning of the body. */
export function exchangeOf({ request, response }: Observed, options: ExchangeOptions): Exchange {
  const { body, bytes } = bodyOf(request, options.longest);
  const line = `${asText(request.method, 'GET')} ${safeUrl(written(request.url))}`.trim();
  const sent = message({ line, headers: request.headers, body, bytes }, options);
  if (!response) return { request: sent };
  const { code = '', status = '', headers, stream } = response;
  return {
    request: sent,
    response: message(
      {
        line: `HTTP ${code} ${status}`.trim(),
        headers,
        body: textOf(stream, options.longest),
        bytes: stream?.length ?? 0,
      },
      options,
    ),
  };
}

/** The text, or its beginning with a mark where it was cut. */
export const cut = (text: string, longest = LONGEST_TEXT): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}… (cut)`;

interface RawMessage {
  readonly line: string;
  readonly headers: HeaderList | undefined;
  readonly body: string;
  readonly bytes: number;
}

function message({ line, headers, body, bytes }: RawMessage, { redact, longest }: ExchangeOptions): HttpMessage {
  const shown = body === '' ? undefined : cut(redact(body.replace(FIELD, '$1$2$1$3***')), longest);
  return omitUndefined<HttpMessage>({
    line: cut(redact(line)),
    headers: redactedHeaders(headers, redact),
    body: shown,
    bodyBytes: shown === undefined ? undefined : bytes,
  });
}

/** All at once: redacting takes its time for each text. */
const redactedHeaders = (headers: HeaderList | undefined, redact: (text: string) => string): readonly string[] => {
  const lines = headersOf(headers).map((line) => line.replace(/[\r\n]+/g, ' '));
  return lines.length === 0
    ? []
    : redact(lines.join('\n'))
        .split('\n')
        .map((line) => cut(line));
};

const headersOf = (headers: HeaderList | undefined): readonly string[] =>
  (headers?.members ?? [])
    .filter(({ disabled }) => disabled !== true)
    .slice(0, MOST_HEADERS)
    .map(({ key = '', value }) => `${key}: ${isSensitive(key) ? '***' : asText(value)}`.slice(0, 2 * LONGEST_TEXT));

function bodyOf({ body }: RuntimeRequest, longest: number): { readonly body: string; readonly bytes: number } {
  const text = written(body);
  return { body: text.slice(0, longest + BEYOND), bytes: Buffer.byteLength(text) };
}

function textOf(stream: Uint8Array | undefined, longest: number): string {
  if (!stream || stream.length === 0) return '';
  const text = new TextDecoder().decode(stream.subarray(0, longest + BEYOND));
  return text.includes('\u0000') ? `(${stream.length} bytes of binary data)` : text;
}

const lengthOf = ({ line, headers, body = '' }: HttpMessage): number =>
  headers.reduce((sum, header) => sum + header.length, line.length + body.length);

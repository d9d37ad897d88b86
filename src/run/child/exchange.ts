import { omitUndefined } from '../../core/lib/json.ts';
import type { Exchange, HttpMessage } from '../../core/model/run-result.ts';
import type { HeaderList } from '../protocol.ts';
import { isSensitive, safeUrl } from '../suite-secrets.ts';
import { asText, written } from './as-text.ts';
import type { RuntimeRequest, RuntimeResponse } from './newman/newman-types.ts';

/** Most characters of a body. */
const LONGEST_BODY = { failed: 8192, passed: 2048 } as const;

/** Most characters of all exchanges of a run, which limits the memory of long runs. */
const MOST_CHARACTERS = { failed: 8_000_000, passed: 2_000_000 } as const;

/** Longest text other than a body, in characters. */
const LONGEST_TEXT = 2048;

/** Characters after the cut that are redacted, too, so that a secret at the cut is recognized. */
const BEYOND = 6144;

/** Most headers of a message. */
const MOST_HEADERS = 60;

/**
 * Matches fields of JSON and form bodies that hold credentials. A name begins at the start of a word; otherwise long
 * words take quadratic time.
 */
const FIELD =
  /(["']?)(?<![\w.-])([\w.-]{0,99}(?:token|secret|passw|api[-_]?key|credential|signature)[\w.-]{0,99})\1(\s*[:=]\s*)("(?:\\.|[^"\\])*"?|[^\s,&}"']+)/gi;

/** A request and its response, unredacted. */
export interface Observed {
  readonly request: RuntimeRequest;
  readonly response?: RuntimeResponse | undefined;
}

export type Outcome = keyof typeof LONGEST_BODY;

/** Keeps requests and responses of a run, redacted and truncated, up to a total size. */
export class ExchangeStore {
  readonly #redact: (text: string) => string;
  readonly #left = { failed: MOST_CHARACTERS.failed as number, passed: MOST_CHARACTERS.passed as number };

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  /** The exchange for the report; undefined when the total size is reached. */
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

/** A message for the report: first line, headers without credentials, beginning of the body. */
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

/** The text, truncated with a mark where it is too long. */
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

/** Redacts all texts in one pass, which is faster than one by one. */
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

import type { Excerpt, HeaderList } from '../protocol.ts';
import { isSensitive, safeUrl } from '../suite-secrets.ts';
import type { RuntimeRequest, RuntimeResponse } from './newman/newman-types.ts';

/** Longest excerpt of a request or an answer, in characters. */
const LONGEST = 2048;

/** Bytes of a body that are looked at: enough to know a secret that the cut goes through. */
const BODY_BYTES = 4 * LONGEST;

/** Fields of JSON and form bodies that hold credentials. */
const FIELD =
  /(["']?)([\w.-]*(?:token|secret|passw|api[-_]?key|credential|signature)[\w.-]*)\1(\s*[:=]\s*)("(?:\\.|[^"\\])*"?|[^\s,&}"']+)/gi;

/** Request and answer as people read them: first line, headers without credentials, the beginning of the body. */
export function excerpt(
  { request, response }: { readonly request: RuntimeRequest; readonly response?: RuntimeResponse | undefined },
  redact: (text: string) => string,
): Excerpt {
  const sent = written(
    `${request.method ?? 'GET'} ${safeUrl(String(request.url ?? ''))}`,
    request.headers,
    bodyOf(request),
  );
  if (!response) return { request: cut(redact(sent)) };
  const answer = written(
    `HTTP ${response.code ?? ''} ${response.status ?? ''}`,
    response.headers,
    textOf(response.stream),
  );
  return { request: cut(redact(sent)), response: cut(redact(answer)) };
}

/** The text, or its beginning with a mark where it was cut. */
export const cut = (text: string, longest = LONGEST): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}… (cut)`;

const written = (first: string, headers: HeaderList | undefined, body: string): string => {
  const lines = (headers?.members ?? [])
    .filter(({ disabled }) => disabled !== true)
    .map(({ key = '', value }) => `${key}: ${isSensitive(key) ? '***' : String(value ?? '')}`);
  return [first.trim(), ...lines, ...(body === '' ? [] : ['', body.replace(FIELD, '$1$2$1$3***')])].join('\n');
};

const bodyOf = ({ body }: RuntimeRequest): string => {
  try {
    return String(body ?? '').slice(0, BODY_BYTES);
  } catch {
    return '';
  }
};

function textOf(stream: Uint8Array | undefined): string {
  if (!stream || stream.length === 0) return '';
  const text = new TextDecoder().decode(stream.subarray(0, BODY_BYTES));
  return text.includes('\u0000') ? `(${stream.length} bytes of binary data)` : text;
}

import { type CheckedExchange, createChecker } from '../../core/contract/checker.ts';
import type { ApiFile } from '../../core/contract/documents.ts';
import type { Exchange, FormField, HeaderEntry } from '../../core/contract/exchange.ts';
import type { HeaderList } from '../protocol.ts';
import { asText, written } from './as-text.ts';
import type { RequestHistory, RuntimeRequest, RuntimeResponse } from './newman/newman-types.ts';

/** Longest body that is compared with a schema, in bytes. Of longer responses, only status and headers are compared. */
const LONGEST_BODY = 10_000_000;

/** A request with its response, as Newman emits it. */
export interface Answered {
  readonly request: RuntimeRequest;
  readonly response: RuntimeResponse;
  readonly history?: RequestHistory | undefined;
}

/** Compares an exchange with the OpenAPI documents; undefined where none describes it. */
export type CompareExchange = (answered: Answered) => CheckedExchange | undefined;

/** Creates a comparison with documents. */
export function createCompare(files: readonly ApiFile[]): CompareExchange {
  const checker = createChecker(files);
  return (answered) => {
    const checked = checker.check(exchangeOf(answered));
    return checked.operation === undefined ? undefined : checked;
  };
}

function exchangeOf({ request, response, history }: Answered): Exchange {
  const first = firstHop(history);
  const stream = response.stream ?? new Uint8Array();
  const truncated = first !== undefined || stream.length > LONGEST_BODY;
  const requestBody = textOfBody(request);
  return {
    method: asText(request.method, 'GET'),
    url: written(request.url),
    requestHeaders: entriesOf(request.headers),
    ...(requestBody === undefined ? {} : { requestBody }),
    ...(request.body?.mode === 'formdata' ? { requestForm: formOf(request) } : {}),
    status: first?.status ?? response.code ?? 0,
    headers: first?.headers ?? entriesOf(response.headers),
    body: truncated ? '' : new TextDecoder().decode(stream),
    ...(truncated ? { truncated } : {}),
  };
}

/**
 * Of a redirected request, the redirect is compared: it is the response of the operation. The response that Newman
 * shows belongs to another request.
 */
function firstHop(
  history: RequestHistory | undefined,
): { readonly status: number; readonly headers: readonly HeaderEntry[] } | undefined {
  const hops = history?.execution?.data ?? [];
  const response = hops.length > 1 ? hops[0]?.response : undefined;
  const status = response?.statusCode ?? 0;
  // Some kinds of authentication send a request twice, too. Then the second response counts.
  if (status < 300 || status >= 400) return undefined;
  return { status, headers: entriesOf({ members: response?.headers ?? [] }) };
}

const entriesOf = (headers: HeaderList | undefined): readonly HeaderEntry[] =>
  (headers?.members ?? [])
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value }) => [asText(key), asText(value)]);

const formOf = ({ body }: RuntimeRequest): readonly FormField[] =>
  (body?.formdata?.members ?? [])
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value, type }) => ({ name: asText(key), ...(type === 'file' ? {} : { text: asText(value) }) }));

/** Undefined for files and forms with files, whose bytes are not kept. */
function textOfBody({ body }: RuntimeRequest): string | undefined {
  if (!body) return '';
  if (body.mode !== undefined && body.mode !== 'raw' && body.mode !== 'urlencoded') return undefined;
  return written(body);
}

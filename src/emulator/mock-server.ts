import type { Context } from 'hono';
import { walk } from './collections/stamp.ts';
import type { EmulatorContext } from './context.ts';
import { isArray, isObject, type JsonObject, objectAt, stringAt } from './json.ts';
import { usageNow } from './quota.ts';

/** A saved example with its request. */
interface Example {
  readonly method: string;
  /** Path segments; `:name` and `{{name}}` match any segment. */
  readonly segments: readonly string[];
  readonly response: JsonObject;
}

const rawUrl = (url: unknown): string => (typeof url === 'string' ? url : (stringAt(url, 'raw') ?? ''));

const segmentsOf = (url: unknown): readonly string[] => {
  const path = isObject(url) ? url.path : undefined;
  const listed = isArray(path) ? path.map(String) : undefined;
  const withoutHost = rawUrl(url).replace(/^(https?:\/\/[^/]*|\{\{[^}]*\}\})/, '');
  return (listed ?? withoutHost.split(/[?#]/)[0]?.split('/') ?? []).filter((segment) => segment !== '');
};

const examplesOf = (body: JsonObject): readonly Example[] =>
  walk(body).flatMap((item) => {
    const responses = isArray(item.response) ? item.response.filter(isObject) : [];
    return responses.map((response) => {
      const request = isObject(response.originalRequest) ? response.originalRequest : objectAt(item, 'request');
      const url = request.url ?? (typeof item.request === 'string' ? item.request : undefined);
      return { method: stringAt(request, 'method') ?? 'GET', segments: segmentsOf(url), response };
    });
  });

const isWildcard = (segment: string): boolean => /^(:|\{\{)/.test(segment);

/** Number of literally equal segments; -1 when the path does not match. */
const closeness = (pattern: readonly string[], path: readonly string[]): number => {
  if (pattern.length !== path.length) return -1;
  const fits = pattern.every((segment, index) => isWildcard(segment) || segment === path[index]);
  return fits ? pattern.filter((segment) => !isWildcard(segment)).length : -1;
};

/** What a caller of a mock server asks for. */
interface ExampleQuery {
  readonly method: string;
  readonly path: readonly string[];
  readonly name: string | undefined;
  readonly code: string | undefined;
}

const choose = (examples: readonly Example[], query: ExampleQuery): Example | undefined =>
  examples
    .filter((example) => example.method === query.method && closeness(example.segments, query.path) >= 0)
    .filter(({ response }) => query.name === undefined || response.name === query.name)
    .filter(({ response }) => query.code === undefined || String(response.code) === query.code)
    .sort((left, right) => closeness(right.segments, query.path) - closeness(left.segments, query.path))[0];

const headersOf = (response: JsonObject): Headers => {
  const headers = new Headers();
  for (const header of isArray(response.header) ? response.header : []) {
    const [key, value] = [stringAt(header, 'key'), stringAt(header, 'value')];
    if (key && value && !/^(content-length|content-encoding|transfer-encoding|connection)$/i.test(key)) {
      headers.append(key, value);
    }
  }
  return headers;
};

const failure = (status: 404, name: string, message: string) =>
  new Response(JSON.stringify({ error: { name, message } }), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

/** Answers a call of a mock server with the best matching example, and counts it. */
export const answerMock = (emulator: EmulatorContext, c: Context): Response => {
  const mock = emulator.store.mocks.find(c.req.param('mockId') ?? '');
  if (!mock || mock.deactivated) return failure(404, 'mockNotFoundError', 'There is no active mock server here.');
  const usage = usageNow(emulator.store, emulator.now());
  emulator.store.usage = { ...usage, mockCalls: usage.mockCalls + 1 };
  const path = c.req.path.split('/').slice(3);
  const query: ExampleQuery = {
    method: c.req.method,
    path: path.filter((segment) => segment !== ''),
    name: c.req.header('x-mock-response-name'),
    code: c.req.header('x-mock-response-code'),
  };
  const example = choose(examplesOf(emulator.store.collections.find(mock.collection)?.body ?? {}), query);
  if (!example) {
    const message = `No saved example answers ${query.method} /${query.path.join('/')}.`;
    return failure(404, 'mockRequestNotFoundError', message);
  }
  const { code, body } = example.response;
  const status = typeof code === 'number' && code >= 200 && code <= 599 ? code : 200;
  const text = [204, 304].includes(status) || typeof body !== 'string' ? null : body;
  return new Response(text, { status, headers: headersOf(example.response) });
};

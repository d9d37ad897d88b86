import { type JsonObject, omitUndefined } from '../../core/lib/json.ts';
import { type AuthScope, requestAuthOf } from './auth.ts';
import { bodyOf, graphqlOf } from './body.ts';
import { entryList } from './entries.ts';
import { child, given, type Part } from './reading.ts';
import type { GraphqlRequest, HttpRequest } from './schemas.ts';
import { eventsOf, type ScriptOptions } from './scripts.ts';
import { settingsOf } from './settings.ts';
import { urlOf } from './url.ts';

/** The surroundings of a request. */
export interface RequestContext {
  /** The file's name, which is the name of a request without its own name. */
  readonly stem: string;
  readonly scope: AuthScope;
  readonly examples: readonly JsonObject[];
  readonly leaveOut: ScriptOptions['leaveOut'];
}

/** An HTTP request in the form of v2.1: an item. */
export function httpItem(part: Part<HttpRequest>, context: RequestContext): JsonObject {
  const { value } = part;
  const method = (value.method ?? 'GET').toUpperCase();
  const body = bodyOf(child(part, 'body'));
  const url = urlOf(part);
  const behavior = settingsOf(value.settings, { method, hasBody: body !== undefined });
  return itemOf(part, { ...context, owner: 'http-request', method, url, body, behavior });
}

/** A GraphQL request in the form of v2.1: an item with a POST and a body of mode `graphql`. */
export function graphqlItem(part: Part<GraphqlRequest>, context: RequestContext): JsonObject {
  const { value, file, reading } = part;
  const fields = { query: ['query'], variables: ['variables'], operationName: ['operationName'] };
  const graphql = reading.mark(graphqlOf(value), { file, at: [], fields });
  const body = reading.mark<JsonObject>({ mode: 'graphql', graphql }, { file, at: ['query'] });
  const url = urlOf({ ...part, value: { url: value.url } });
  const behavior = settingsOf(value.settings, { method: 'POST', hasBody: true });
  return itemOf(part, { ...context, owner: 'graphql-request', method: 'POST', url, body, behavior });
}

interface ItemParts extends RequestContext {
  readonly owner: ScriptOptions['owner'];
  readonly method: string;
  readonly url: JsonObject;
  readonly body: JsonObject | undefined;
  readonly behavior: JsonObject | undefined;
}

function itemOf(part: Part<HttpRequest> | Part<GraphqlRequest>, parts: ItemParts): JsonObject {
  const { value, file, reading } = part as Part<Pick<HttpRequest, 'id' | 'name' | 'scripts'>>;
  const { stem, owner, examples, leaveOut, behavior } = parts;
  const scripts = { ...part, value: value.scripts, at: ['scripts'] };
  const event = eventsOf(scripts, { owner, leaveOut });
  const item = omitUndefined<JsonObject>({
    id: value.id,
    name: value.name ?? stem,
    event: event.length > 0 ? event : undefined,
    protocolProfileBehavior: behavior,
    request: requestOf(part, parts),
    response: examples,
  });
  const fields = { event: ['scripts'], protocolProfileBehavior: ['settings'], request: [], response: ['examples'] };
  return reading.mark(item, { file, at: [], fields });
}

function requestOf(
  part: Part<HttpRequest> | Part<GraphqlRequest>,
  { method, url, body, scope }: ItemParts,
): JsonObject {
  const { value, file, reading } = part as Part<Pick<HttpRequest, 'auth' | 'headers' | 'description'>>;
  const auth = given(child(part as Part<Pick<HttpRequest, 'auth'>>, 'auth'));
  const request = omitUndefined<JsonObject>({
    auth: auth && requestAuthOf(auth, scope),
    method,
    header: entryList({ ...part, value: value.headers, at: ['headers'] }),
    body,
    url,
    description: value.description === '' ? undefined : value.description,
  });
  return reading.mark(request, { file, at: [], fields: { header: ['headers'] } });
}

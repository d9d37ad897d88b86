import { rawUrl } from '../../core/kinds/collection/url.ts';
import { isObject, type JsonObject, type JsonValue, objectsOf, omitUndefined, textOf } from '../../core/lib/json.ts';
import type { ScriptOwner } from './scripts.ts';

/** A value of v2.1 that no file of a tree can hold. */
export class UnwritableError extends Error {
  override readonly name = 'UnwritableError';
}

/** A request of v2.1 as its file has it; keys and values are in lists. */
export function requestValues(item: JsonObject, owner: ScriptOwner): JsonObject {
  const request = isObject(item.request) ? item.request : { url: item.request };
  const { auth, description, body } = request;
  const own = owner === 'graphql-request' ? graphqlValues(body) : undefined;
  const { url, method, headers, queryParams, pathVariables, ...rest } = sentValues(request);
  return omitUndefined<JsonObject>({
    description: wordsOf(description),
    url,
    ...(own ? { headers, ...own } : { method, headers, queryParams, pathVariables, ...rest }),
    auth: authValues(auth),
    scripts: scriptValues(item.event, owner),
    settings: settingValues(item.protocolProfileBehavior),
  });
}

/** The collection or a folder as its definition has it. */
export const definitionValues = ({ info, ...owner }: JsonObject): JsonObject =>
  omitUndefined<JsonObject>({
    description: wordsOf((isObject(info) ? info : owner).description),
    variables: listed(objectsOf(owner.variable).map(variableValues)),
    auth: authValues(owner.auth),
    scripts: scriptValues(owner.event, 'collection'),
  });

/** A saved response as its file has it. */
export function exampleValues({ originalRequest, status, code, header, body, ...rest }: JsonObject): JsonObject {
  const language = String(rest._postman_previewlanguage ?? 'text');
  const type = BODIES.has(language) ? language : 'text';
  return omitUndefined<JsonObject>({
    request: isObject(originalRequest) ? sentValues(originalRequest) : undefined,
    response: omitUndefined<JsonObject>({
      statusCode: code,
      statusText: status,
      headers: rows(header),
      body: typeof body === 'string' && body !== '' ? { type, content: body } : undefined,
    }),
  });
}

const BODIES: ReadonlySet<string> = new Set(['json', 'text', 'xml', 'html', 'javascript']);

function sentValues({ url, method, header, body }: JsonObject): JsonObject {
  const parts = isObject(url) ? url : { raw: url };
  const { raw, query, variable } = parts;
  return omitUndefined<JsonObject>({
    url: textOf(raw) ?? rawUrl(parts),
    method: textOf(method),
    headers: rows(header),
    queryParams: rows(query),
    pathVariables: rows(variable),
    body: isObject(body) ? bodyValues(body) : undefined,
  });
}

const listed = (entries: readonly JsonObject[]): readonly JsonObject[] | undefined =>
  entries.length > 0 ? entries : undefined;

const rows = (value: JsonValue | undefined): readonly JsonObject[] | undefined =>
  listed(objectsOf(value).map(rowValues));

const rowValues = ({ key, value, description, disabled }: JsonObject): JsonObject =>
  omitUndefined<JsonObject>({
    key,
    value,
    description: wordsOf(description),
    disabled: disabled === true ? true : undefined,
  });

/** A secret's value is never written: the file keeps what it has. */
function variableValues({ type, ...row }: JsonObject): JsonObject {
  const { value, ...rest } = rowValues(row);
  return type === 'secret' ? { ...rest, secret: true } : omitUndefined<JsonObject>({ ...rest, value });
}

const wordsOf = (description: JsonValue | undefined): string | undefined =>
  textOf(isObject(description) ? description.content : description);

function authValues(auth: JsonValue | undefined): JsonObject | undefined {
  if (!isObject(auth)) return undefined;
  const type = String(auth.type);
  if (type === 'noauth') return { type };
  return {
    type,
    credentials: objectsOf(auth[type]).map(({ key, value }) => omitUndefined<JsonObject>({ key, value })),
  };
}

const SCRIPTS: Readonly<Record<ScriptOwner, readonly [string, string]>> = {
  'http-request': ['beforeRequest', 'afterResponse'],
  'graphql-request': ['beforeQuery', 'afterResponse'],
  collection: ['http:beforeRequest', 'http:afterResponse'],
};

function scriptValues(events: JsonValue | undefined, owner: ScriptOwner): readonly JsonObject[] | undefined {
  const [before, after] = SCRIPTS[owner];
  const scripts = objectsOf(events).map(({ listen, script }) => {
    const { type, exec, packages, requests } = isObject(script) ? script : {};
    return omitUndefined<JsonObject>({
      type: listen === 'prerequest' ? before : after,
      code: Array.isArray(exec) ? exec.join('\n') : (textOf(exec) ?? ''),
      language: textOf(type) ?? 'text/javascript',
      packages,
      requests,
    });
  });
  return listed(scripts);
}

/** The reader adds the flag that v3 needs not to say: a body is always sent. */
function settingValues(behavior: JsonValue | undefined): JsonObject | undefined {
  const { disableBodyPruning: _, disabledSystemHeaders, ...rest } = isObject(behavior) ? behavior : {};
  const headers = isObject(disabledSystemHeaders)
    ? { disabledSystemHeaders: Object.keys(disabledSystemHeaders).filter((key) => disabledSystemHeaders[key] === true) }
    : {};
  const all = { ...rest, ...headers };
  return Object.keys(all).length > 0 ? all : undefined;
}

function graphqlValues(body: JsonValue | undefined): JsonObject {
  if (!isObject(body) || !isObject(body.graphql)) throw new UnwritableError('a GraphQL request without its query');
  const { query, variables, operationName } = body.graphql;
  return omitUndefined<JsonObject>({ query, variables, operationName });
}

function bodyValues(body: JsonObject): JsonObject | undefined {
  switch (body.mode) {
    case 'raw': {
      const { options, raw } = body;
      const given = isObject(options) && isObject(options.raw) ? textOf(options.raw.language) : undefined;
      return { type: given ?? (/^\s*[[{]/.test(String(raw ?? '')) ? 'json' : 'text'), content: raw };
    }
    case 'urlencoded':
      return { type: 'urlencoded', content: objectsOf(body.urlencoded).map(rowValues) };
    case 'formdata':
      return { type: 'formdata', content: objectsOf(body.formdata).map(partValues) };
    case 'file':
      return { type: 'file', content: isObject(body.file) ? body.file : {} };
    case 'graphql':
      return { type: 'graphql', content: isObject(body.graphql) ? body.graphql : {} };
  }
  return undefined;
}

const partValues = ({ type, src, contentType, ...row }: JsonObject): JsonObject =>
  omitUndefined<JsonObject>({
    ...rowValues(row),
    type: type === 'file' ? 'file' : 'text',
    src,
    contentType,
  });

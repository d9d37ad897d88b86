import { rawUrl } from '../../core/kinds/collection/url.ts';
import { descriptionText } from '../../core/kinds/strip-variables.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectOf,
  objectsOf,
  omitUndefined,
  textOf,
} from '../../core/lib/json.ts';
import { TEXT_BODIES } from './schemas.ts';
import { type ScriptOwner, scriptTypeFor } from './scripts.ts';

/** Thrown for a value of v2.1 that the YAML format cannot hold. */
export class UnwritableError extends Error {
  override readonly name = 'UnwritableError';
}

/** The values of a request's file, from v2.1. Entries are in lists. */
export function requestValues(item: JsonObject, owner: ScriptOwner): JsonObject {
  const request = isObject(item.request) ? item.request : { url: item.request };
  const { auth, description, body } = request;
  const own = owner === 'graphql-request' ? graphqlValues(body) : undefined;
  const { url, method, headers, queryParams, pathVariables, ...rest } = sentValues(request);
  return omitUndefined<JsonObject>({
    description: descriptionText(description),
    url,
    ...(own ? { headers, ...own } : { method, headers, queryParams, pathVariables, ...rest }),
    auth: authValues(auth),
    scripts: scriptValues(item.event, owner),
    settings: settingValues(item.protocolProfileBehavior),
  });
}

/** The values of a definition, from a collection or folder of v2.1. */
export const definitionValues = ({ info, ...owner }: JsonObject): JsonObject =>
  omitUndefined<JsonObject>({
    description: descriptionText((isObject(info) ? info : owner).description),
    variables: listed(objectsOf(owner.variable).map(variableValues)),
    auth: authValues(owner.auth),
    scripts: scriptValues(owner.event, 'collection'),
  });

/** The values of an example's file, from a saved response of v2.1. */
export function exampleValues({ originalRequest, status, code, header, body, ...rest }: JsonObject): JsonObject {
  const language = String(rest._postman_previewlanguage ?? 'text');
  const type = TEXT_BODIES.includes(language) ? language : 'text';
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
    description: descriptionText(description),
    disabled: disabled === true ? true : undefined,
  });

/** The value of a secret is never written: the file keeps its own. */
function variableValues({ type, ...row }: JsonObject): JsonObject {
  const { value, ...rest } = rowValues(row);
  return type === 'secret' ? { ...rest, secret: true } : omitUndefined<JsonObject>({ ...rest, value });
}

function authValues(auth: JsonValue | undefined): JsonObject | undefined {
  if (!isObject(auth)) return undefined;
  const type = String(auth.type);
  if (type === 'noauth') return { type };
  return {
    type,
    credentials: objectsOf(auth[type]).map(({ key, value }) => omitUndefined<JsonObject>({ key, value })),
  };
}

function scriptValues(events: JsonValue | undefined, owner: ScriptOwner): readonly JsonObject[] | undefined {
  const scripts = objectsOf(events).map(({ listen, script }) => {
    const { type, exec, packages, requests } = objectOf(script);
    return omitUndefined<JsonObject>({
      type: scriptTypeFor(owner, listen === 'prerequest' ? 'prerequest' : 'test'),
      code: Array.isArray(exec) ? exec.join('\n') : (textOf(exec) ?? ''),
      language: textOf(type) ?? 'text/javascript',
      packages,
      requests,
    });
  });
  return listed(scripts);
}

/** Settings without `disableBodyPruning`, which the reader adds: v3 always sends a body. */
function settingValues(behavior: JsonValue | undefined): JsonObject | undefined {
  const { disableBodyPruning: _, disabledSystemHeaders, ...rest } = objectOf(behavior);
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
      const implied = /^\s*[[{]/.test(String(raw ?? '')) ? 'json' : 'text';
      return { type: textOf(objectOf(objectOf(options).raw).language) ?? implied, content: raw };
    }
    case 'urlencoded':
      return { type: 'urlencoded', content: objectsOf(body.urlencoded).map(rowValues) };
    case 'formdata':
      return { type: 'formdata', content: objectsOf(body.formdata).map(partValues) };
    case 'file':
      return { type: 'file', content: objectOf(body.file) };
    case 'graphql':
      return { type: 'graphql', content: objectOf(body.graphql) };
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

import { isObject } from '../lib/json.ts';
import { type CheckContext, inBody, keyFor, named } from './check-response.ts';
import { type ApiNode, pointerSteps } from './documents.ts';
import { type Deviation, type Exchange, headerOf } from './exchange.ts';
import type { Match } from './match.ts';
import { contentFor, isJsonType, mediaTypeOf, readJson } from './media-types.ts';
import { type ApiParameter, schemaOf } from './operations.ts';
import {
  formQueryOf,
  formValue,
  isListIn,
  type ParameterSource,
  pairsOf,
  parameterValue,
  queryOf,
  shapeOf,
} from './parameters.ts';

/** Headers that OpenAPI does not describe as parameters. */
const IGNORED: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** Checks the parameters and the body of a request that the API accepted. */
export function checkRequest(match: Match, exchange: Exchange, context: CheckContext): readonly Deviation[] {
  const source = { exchange, path: match.parameters, query: queryOf(exchange.url) };
  const parameters = match.operation.parameters.filter(
    (parameter) => parameter.in !== 'header' || !IGNORED.has(parameter.name.toLowerCase()),
  );
  return [
    ...parameters.flatMap((parameter) => {
      const found = checkParameter(parameter, { match, source, context });
      if (found.length === 0) return found;
      // Many servers read a plus sign in a query as a space, and this request was accepted: it may have either meaning.
      const asForm = { ...source, query: formQueryOf(exchange.url) };
      return checkParameter(parameter, { match, source: asForm, context }).length === 0 ? [] : found;
    }),
    ...checkBody(match, exchange, context),
  ];
}

interface CheckOptions {
  readonly match: Match;
  readonly source: ParameterSource;
  readonly context: CheckContext;
}

function checkParameter(parameter: ApiParameter, { match, source, context }: CheckOptions): readonly Deviation[] {
  const { documents, schemas } = context;
  const name = `${parameter.in} ${parameter.name}`;
  const schema = schemaOf(documents, parameter.node);
  const shape = schema ? shapeOf(documents, schema) : 'scalar';
  const value = parameterValue(parameter, { source, shape });
  if (value === undefined) {
    const missing = parameter.required && shape !== 'object' && parameter.in !== 'path' && parameter.in !== 'cookie';
    const { file, at } = parameter.node;
    const deviation = {
      part: 'parameter',
      pointer: name,
      expected: 'a value: the parameter is required',
      actual: 'missing',
    } as const;
    return missing ? [{ ...deviation, place: { file, at } }] : [];
  }
  // A parameter without a value, as in `?limit=`, counts as absent.
  if (!schema || [value].flat().join('') === '') return [];
  const key = keyFor(schema, match.operation, 'request');
  const errors = schemas.checkText(key, value);
  // A schema may allow a list or a single value, such as `all`.
  const single = shape === 'array' && errors.length > 0 ? parameterValue(parameter, { source, shape: 'scalar' }) : [];
  const isSingle = single === [value].flat().join() && schemas.checkText(key, single).length === 0;
  return isSingle ? [] : errors.map((error) => named('parameter', name, error));
}

function checkBody({ operation }: Match, exchange: Exchange, context: CheckContext): readonly Deviation[] {
  const { documents } = context;
  const body = documents.object(documents.child(operation.node, 'requestBody'));
  if (!body) return [];
  const { file, at } = body;
  const sent = headerOf(exchange.requestHeaders, 'content-type');
  const isSent = (exchange.requestBody ?? '') !== '' || (sent !== undefined && exchange.requestBody === undefined);
  if (!isSent) {
    const missing = {
      part: 'request-body',
      pointer: '',
      expected: 'a body: it is required',
      actual: 'no body',
    } as const;
    return body.value.required === true ? [{ ...missing, place: { file, at } }] : [];
  }
  const content = documents.child(body, 'content');
  if (!isObject(content.value) || sent === undefined) return [];
  const entry = contentFor(documents, content, sent);
  if (!entry) {
    const expected = Object.keys(content.value).join(', ');
    return [
      { part: 'content-type', pointer: 'request', expected, actual: sent, place: { file, at: [...at, 'content'] } },
    ];
  }
  return checkContent(entry, { mediaType: mediaTypeOf(sent), exchange, operation, context });
}

interface ContentOptions {
  readonly mediaType: string;
  readonly exchange: Exchange;
  readonly operation: Match['operation'];
  readonly context: CheckContext;
}

function checkContent(
  entry: ApiNode,
  { mediaType, exchange, operation, context }: ContentOptions,
): readonly Deviation[] {
  const schema = schemaOf(context.documents, entry);
  if (!schema) return [];
  const key = keyFor(schema, operation, 'request');
  const form = formOf(exchange, mediaType);
  if (form) {
    const value = formValue(form, isListIn(context.documents, schema));
    const found = isPlainForm(value) ? context.schemas.checkText(key, value).map(inBody('request-body')) : [];
    return found.filter(({ pointer }) => !isFile(exchange, pointer));
  }
  const { requestBody: text } = exchange;
  if (text === undefined || !isJsonType(mediaType)) return [];
  const json = readJson(text);
  const { file, at } = entry;
  if (!json.ok)
    return [{ part: 'request-body', pointer: '', expected: 'JSON', actual: json.reason, place: { file, at } }];
  return context.schemas.check(key, json.value).map(inBody('request-body'));
}

/**
 * The fields of a form; undefined for other bodies, and for multipart forms with parts that are not plain text, such as
 * JSON.
 */
function formOf({ requestBody, requestForm }: Exchange, mediaType: string): ReturnType<typeof pairsOf> | undefined {
  if (mediaType === 'application/x-www-form-urlencoded')
    return requestBody === undefined ? undefined : pairsOf(requestBody);
  if (mediaType !== 'multipart/form-data' || !requestForm) return undefined;
  if (requestForm.some(({ text = '' }) => /^\s*[[{]/.test(text))) return undefined;
  return requestForm.map(({ name, text = FILE }) => [name, text] as const);
}

/** Placeholder for the content of a file, which is not kept. */
const FILE = '(file)';

function isFile({ requestForm = [] }: Exchange, pointer: string): boolean {
  const name = pointerSteps(pointer)[0];
  return requestForm.some((field) => field.text === undefined && field.name.replace(/\[\d*\]$/, '') === name);
}

/** Nested fields (`a[b]=1`) have no standard form. */
const isPlainForm = (value: unknown): boolean =>
  isObject(value) && !Object.keys(value).some((name) => name.includes('['));

import { isObject } from '../lib/json.ts';
import { type CheckContext, inBody, keyFor, named } from './check-response.ts';
import type { ApiNode } from './documents.ts';
import { type Deviation, type Exchange, headerOf } from './exchange.ts';
import type { Match } from './match.ts';
import { contentFor, isJsonType, mediaTypeOf, readJson } from './media-types.ts';
import { type ApiParameter, schemaOf } from './operations.ts';
import { formValue, isListIn, type ParameterSource, parameterValue, queryOf, shapeOf } from './parameters.ts';

/** Headers that the document describes elsewhere. */
const IGNORED: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** Checks the parameters and the body of a request that was meant to succeed. */
export function checkRequest(match: Match, exchange: Exchange, context: CheckContext): readonly Deviation[] {
  const source = { exchange, path: match.parameters, query: queryOf(exchange.url) };
  const parameters = match.operation.parameters.filter(
    (parameter) => parameter.in !== 'header' || !IGNORED.has(parameter.name.toLowerCase()),
  );
  return [
    ...parameters.flatMap((parameter) => checkParameter(parameter, { match, source, context })),
    ...checkBody(match, exchange, context),
  ];
}

interface Checking {
  readonly match: Match;
  readonly source: ParameterSource;
  readonly context: CheckContext;
}

function checkParameter(parameter: ApiParameter, { match, source, context }: Checking): readonly Deviation[] {
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
  // Without a value, as in `?limit=`, a parameter is as good as absent.
  if (!schema || value === '') return [];
  return schemas
    .checkText(keyFor(schema, match.operation, 'request'), value)
    .map((error) => named('parameter', name, error));
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
  const entry = contentFor(documents, content, mediaTypeOf(sent));
  if (!entry) {
    const expected = Object.keys(content.value).join(', ');
    return [
      { part: 'content-type', pointer: 'request', expected, actual: sent, place: { file, at: [...at, 'content'] } },
    ];
  }
  return checkContent(entry, { mediaType: mediaTypeOf(sent), text: exchange.requestBody, operation, context });
}

interface Content {
  readonly mediaType: string;
  readonly text: string | undefined;
  readonly operation: Match['operation'];
  readonly context: CheckContext;
}

function checkContent(entry: ApiNode, { mediaType, text, operation, context }: Content): readonly Deviation[] {
  const schema = schemaOf(context.documents, entry);
  if (text === undefined || !schema) return [];
  const key = keyFor(schema, operation, 'request');
  if (mediaType === 'application/x-www-form-urlencoded') {
    const value = formValue(text, isListIn(context.documents, schema));
    return isPlainForm(value) ? context.schemas.checkText(key, value).map(inBody('request-body')) : [];
  }
  if (!isJsonType(mediaType)) return [];
  const json = readJson(text);
  const { file, at } = entry;
  if (!json.ok)
    return [{ part: 'request-body', pointer: '', expected: 'JSON', actual: json.reason, place: { file, at } }];
  return context.schemas.check(key, json.value).map(inBody('request-body'));
}

/** Nested fields (`a[b]=1`) have no form that every API agrees on. */
const isPlainForm = (value: unknown): boolean =>
  isObject(value) && !Object.keys(value).some((name) => name.includes('['));

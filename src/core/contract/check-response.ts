import { isObject, type JsonObject } from '../lib/json.ts';
import type { SchemaKey } from './convert-schema.ts';
import { describe, shown } from './describe.ts';
import type { ApiNode, Documents } from './documents.ts';
import { type Deviation, type Exchange, headerOf } from './exchange.ts';
import { contentFor, isJsonType, mediaTypeOf, readJson } from './media-types.ts';
import { type Operation, schemaOf } from './operations.ts';
import { shapeOf, simple } from './parameters.ts';
import type { SchemaError, Schemas } from './schemas.ts';

/** The documents and their schemas. */
export interface CheckContext {
  readonly documents: Documents;
  readonly schemas: Schemas;
}

/** The documented response for a status: of the status itself, of its range (`4XX`), or the default. */
export function responseFor(
  { responses }: Operation,
  status: number,
): { readonly key: string; readonly node: ApiNode } | undefined {
  for (const key of [String(status), `${Math.floor(status / 100)}XX`, 'DEFAULT']) {
    const node = responses.get(key);
    if (node) return { key: key === 'DEFAULT' ? 'default' : key, node };
  }
  return undefined;
}

/** Checks a response: status, content type, headers and body. */
export function checkResponse(operation: Operation, exchange: Exchange, context: CheckContext): readonly Deviation[] {
  const response = responseFor(operation, exchange.status);
  if (!response) return [undocumented(operation, exchange.status)];
  const node = context.documents.object(response.node);
  if (!node) return [];
  return [
    ...checkHeaders(node, { operation, exchange, context }),
    ...checkBody(node, { operation, exchange, context }),
  ];
}

function undocumented({ responses, node }: Operation, status: number): Deviation {
  const known = [...responses.keys()].map((key) => (key === 'DEFAULT' ? 'default' : key));
  return {
    part: 'status',
    pointer: '',
    expected: known.length > 0 ? `a documented status: ${known.join(', ')}` : 'a documented status',
    actual: String(status),
    place: { file: node.file, at: [...node.at, 'responses'] },
  };
}

interface CheckOptions {
  readonly operation: Operation;
  readonly exchange: Exchange;
  readonly context: CheckContext;
}

type ObjectNode = ApiNode & { readonly value: JsonObject };

/** Headers without their own check: the content type is checked with the body. */
const IGNORED: ReadonlySet<string> = new Set(['content-type']);

function checkHeaders(response: ObjectNode, { operation, exchange, context }: CheckOptions): readonly Deviation[] {
  const headers = context.documents.child(response, 'headers');
  const names = Object.keys(isObject(headers.value) ? headers.value : {}).filter(
    (name) => !IGNORED.has(name.toLowerCase()),
  );
  return names.flatMap((name): readonly Deviation[] => {
    const header = context.documents.object(context.documents.child(headers, name));
    if (!header) return [];
    const value = headerOf(exchange.headers, name);
    if (value === undefined) return header.value.required === true ? [missingHeader(name, header)] : [];
    const schema = schemaOf(context.documents, header);
    const text = schema && simple(value, shapeOf(context.documents, schema));
    if (!schema || text === undefined) return [];
    return context.schemas
      .checkText(keyFor(schema, operation, 'response'), text)
      .map((error) => named('header', name, error));
  });
}

const missingHeader = (name: string, { file, at }: ApiNode): Deviation => ({
  part: 'header',
  pointer: name,
  expected: 'a value: the header is required',
  actual: 'missing',
  place: { file, at },
});

/** A deviation of a parameter or header. Its pointer begins with the name. */
export function named(part: 'header' | 'parameter', name: string, error: SchemaError): Deviation {
  const { pointer, expected, actual } = describe(error);
  return {
    part,
    pointer: `${name}${pointer}`,
    expected,
    actual: /^(string|number|boolean) /.test(actual) ? shown(error.data, name) : actual,
    place: error.place,
  };
}

const placeOf = ({ file, at }: ApiNode) => ({ file, at });

/** The key of a schema for a direction. */
export const keyFor = (schema: ApiNode, { dialect }: Operation, direction: SchemaKey['direction']): SchemaKey => ({
  file: schema.file,
  at: schema.at,
  dialect,
  direction,
  absent: [],
});

function checkBody(response: ObjectNode, options: CheckOptions): readonly Deviation[] {
  const { exchange, context } = options;
  const content = context.documents.child(response, 'content');
  const isDescribed = isObject(content.value) && Object.keys(content.value).length > 0;
  if (!isDescribed || hasNoBody(exchange)) return [];
  const sent = headerOf(exchange.headers, 'content-type');
  if (exchange.body === '' && !exchange.truncated) return checkEmptyBody(content, options);
  const documented = Object.keys(content.value).join(', ');
  const wrong = { part: 'content-type', pointer: '', expected: documented, place: placeOf(content) } as const;
  if (sent === undefined) return [{ ...wrong, actual: 'no content type' }];
  const entry = contentFor(context.documents, content, sent);
  if (!entry) return [{ ...wrong, actual: sent }];
  return exchange.truncated ? [] : checkContent(entry, { mediaType: mediaTypeOf(sent), ...options });
}

const hasNoBody = ({ method, status }: Exchange): boolean =>
  method === 'HEAD' || status === 204 || status === 304 || status < 200;

/** Checks an empty body, which is valid text but not valid JSON. */
function checkEmptyBody(content: ApiNode, { context }: CheckOptions): readonly Deviation[] {
  const types = Object.keys(isObject(content.value) ? content.value : {});
  const json = types.find((type) => isJsonType(mediaTypeOf(type)));
  const needed = types.length === 1 && json !== undefined && schemaOf(context.documents, content, json) !== undefined;
  return needed
    ? [{ part: 'body', pointer: '', expected: `a body of ${json}`, actual: 'an empty body', place: placeOf(content) }]
    : [];
}

function checkContent(
  entry: ApiNode,
  { mediaType, operation, exchange, context }: CheckOptions & { readonly mediaType: string },
): readonly Deviation[] {
  const schema = schemaOf(context.documents, entry);
  if (!isJsonType(mediaType)) {
    if (!schema || !mediaType.startsWith('text/') || shapeOf(context.documents, schema) !== 'scalar') return [];
    return context.schemas.checkText(keyFor(schema, operation, 'response'), exchange.body).map(inBody('body'));
  }
  const json = readJson(exchange.body);
  if (!json.ok) return [{ part: 'body', pointer: '', expected: 'JSON', actual: json.reason, place: placeOf(entry) }];
  return schema ? context.schemas.check(keyFor(schema, operation, 'response'), json.value).map(inBody('body')) : [];
}

/** The media type of a response body with a schema that is not checked, such as XML or a very long one. */
export function uncheckedType(
  operation: Operation,
  exchange: Exchange,
  { documents }: CheckContext,
): string | undefined {
  const response = responseFor(operation, exchange.status);
  const sent = headerOf(exchange.headers, 'content-type');
  if (!response || sent === undefined || hasNoBody(exchange)) return undefined;
  if (exchange.body === '' && !exchange.truncated) return undefined;
  const node = documents.object(response.node);
  const mediaType = mediaTypeOf(sent);
  const entry = node && contentFor(documents, documents.child(node, 'content'), sent);
  const schema = entry && schemaOf(documents, entry);
  if (!schema || exchange.truncated) return schema && mediaType;
  const isText = mediaType.startsWith('text/') && shapeOf(documents, schema) === 'scalar';
  return isText || isJsonType(mediaType) ? undefined : mediaType;
}

/** A deviation of a body. */
export const inBody =
  (part: 'body' | 'request-body') =>
  (error: SchemaError): Deviation => ({ part, ...describe(error), place: error.place });

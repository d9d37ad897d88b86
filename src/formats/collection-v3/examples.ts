import { type JsonObject, omitUndefined } from '../../core/lib/json.ts';
import { bodyOf } from './body.ts';
import { entryList } from './entries.ts';
import { child, note, type Part } from './reading.ts';
import type { HttpExample } from './schemas.ts';
import { urlOf } from './url.ts';

/** Languages of a response's body that v2.1 knows; all others are plain text. */
const LANGUAGES: Readonly<Record<string, string>> = {
  json: 'json',
  xml: 'xml',
  html: 'html',
  javascript: 'javascript',
};

/** An example in the form of v2.1: a saved response. */
export function exampleOf(part: Part<HttpExample>, name: string): JsonObject {
  const { value, file, reading } = part;
  const { response } = value;
  if (value.description) note(child(part, 'description'), 'notice', 'The description is left out: v2.1 has none here.');
  if (response.body?.$type !== undefined) reading.typed.push(file.path);
  const example = omitUndefined<JsonObject>({
    id: value.id,
    name: value.name ?? name,
    originalRequest: value.request && originalRequest(child(part, 'request') as Part<Original>),
    status: response.statusText,
    code: response.statusCode,
    _postman_previewlanguage: response.body && (LANGUAGES[response.body.type] ?? 'plain'),
    header: entryList(child(child(part, 'response'), 'headers')),
    cookie: [],
    body: response.body?.content,
  });
  const at = (key: string) => ['response', key];
  return reading.mark(example, {
    file,
    at: [],
    fields: {
      originalRequest: ['request'],
      status: at('statusText'),
      code: at('statusCode'),
      header: at('headers'),
      body: [...at('body'), 'content'],
    },
  });
}

type Original = NonNullable<HttpExample['request']>;

function originalRequest(part: Part<Original>): JsonObject {
  const { value, file, at, reading } = part;
  const request = omitUndefined<JsonObject>({
    method: (value.method ?? 'GET').toUpperCase(),
    header: entryList(child(part, 'headers')),
    body: bodyOf(child(part, 'body')),
    url: urlOf(part),
  });
  return reading.mark(request, { file, at, fields: { header: [...at, 'headers'] } });
}

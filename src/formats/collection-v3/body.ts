import { type JsonObject, type JsonValue, omitUndefined } from '../../core/lib/json.ts';
import { entryList } from './entries.ts';
import { note, type Part } from './reading.ts';
import type { Body } from './schemas.ts';

/** The body of a request in the form of v2.1; undefined for an empty text, which is never sent. */
export function bodyOf(part: Part<Body | undefined>): JsonObject | undefined {
  const { value, file, at, reading } = part;
  if (value === undefined) return undefined;
  if (value.$type !== undefined) reading.typed.push(file.path);
  const content = contentOf(part as Part<Body>);
  if (!content) return undefined;
  const inContent = [...at, 'content'];
  const fields = Object.fromEntries(Object.keys(content).map((key) => [key, inContent]));
  return reading.mark(content, { file, at, fields });
}

function contentOf(part: Part<Body>): JsonObject | undefined {
  const { value } = part;
  switch (value.type) {
    case 'none':
      return undefined;
    case 'urlencoded':
      return {
        mode: 'urlencoded',
        urlencoded: entryList({ ...part, value: value.content, at: [...part.at, 'content'] }),
      };
    case 'formdata':
      return { mode: 'formdata', formdata: value.content.map((entry, index) => partOf(part, { entry, index })) };
    case 'file':
      warnWithoutFile(part, value.content.src ?? '');
      return { mode: 'file', file: omitUndefined<JsonObject>({ src: value.content.src }) };
    case 'graphql':
      return { mode: 'graphql', graphql: graphqlOf(value.content) };
    case 'json':
    case 'text':
    case 'xml':
    case 'html':
    case 'javascript':
      if (value.content === '' && value.type === 'text') return undefined;
      return { mode: 'raw', raw: value.content, options: { raw: { language: value.type } } };
  }
}

/** The content of a GraphQL body in the form of v2.1. */
export const graphqlOf = ({
  query,
  variables,
  operationName,
}: {
  readonly query?: string | undefined;
  readonly variables?: string | undefined;
  readonly operationName?: string | undefined;
}): JsonObject => omitUndefined<JsonObject>({ query: query ?? '', variables: variables ?? '', operationName });

type FormPart = Extract<Body, { type: 'formdata' }>['content'][number];

function partOf(
  { file, at, reading, ...rest }: Part<Body>,
  { entry, index }: { readonly entry: FormPart; readonly index: number },
): JsonObject {
  const own = [...at, 'content', index];
  const { key, type, description, disabled, contentType } = entry;
  if (entry.type === 'file') warnWithoutFile({ ...rest, file, reading, at: own }, entry.src);
  const content: JsonObject = entry.type === 'file' ? { src: entry.src } : { value: entry.value };
  const made = omitUndefined<JsonObject>({
    key,
    type,
    ...content,
    contentType: contentType as JsonValue | undefined,
    description,
    disabled: disabled || undefined,
  });
  return reading.mark(made, { file, at: own });
}

function warnWithoutFile(part: Part<unknown>, src: string | readonly string[]): void {
  if (src === '' || src.length === 0) note(part, 'warning', 'No file is chosen for this upload: "src" is empty.');
}

import { isObject, type JsonValue } from '../lib/json.ts';
import type { ApiNode, Documents } from './documents.ts';

/** A content type without parameters, in lower case. */
export const mediaTypeOf = (contentType: string): string => contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** Whether bodies of a media type are JSON. */
export const isJsonType = (mediaType: string): boolean => /^[^/]+\/(?:[^+]+\+)?json$/.test(mediaType);

/**
 * The most specific entry of `content` for a content type: the one with the same parameters, the one of the same media
 * type, then `text/*`, then `*\/*`.
 */
export function contentFor(documents: Documents, content: ApiNode, contentType: string): ApiNode | undefined {
  const keys = Object.keys(isObject(content.value) ? content.value : {});
  const same = keys.find((key) => normal(key) === normal(contentType));
  if (same !== undefined) return documents.child(content, same);
  const mediaType = mediaTypeOf(contentType);
  const [type = ''] = mediaType.split('/');
  for (const wanted of [mediaType, `${type}/*`, '*/*', '*']) {
    const key = keys.find((name) => mediaTypeOf(name) === wanted);
    if (key !== undefined) return documents.child(content, key);
  }
  return undefined;
}

/** A content type in lower case with its parameters in order, apart from the charset. */
const normal = (contentType: string): string => {
  const [, ...parameters] = contentType.toLowerCase().replace(/["\s]/g, '').split(';');
  const own = parameters.filter((parameter) => parameter !== '' && !parameter.startsWith('charset='));
  return [mediaTypeOf(contentType), ...own.sort()].join(';');
};

/** Parses a JSON text. Returns the reason for an invalid one. */
export function readJson(
  text: string,
): { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly reason: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message.replace(/, ".*$/s, '') : String(error) };
  }
}

import { isObject, type JsonValue } from '../lib/json.ts';
import type { ApiNode, Documents } from './documents.ts';

/** A content type without parameters, in lower case. */
export const mediaTypeOf = (contentType: string): string => contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** Whether bodies of a media type are JSON. */
export const isJsonType = (mediaType: string): boolean => /^[^/]+\/(?:[^+]+\+)?json$/.test(mediaType);

/** The most specific entry of `content` for a media type: itself, then `text/*`, then `*\/*`. */
export function contentFor(documents: Documents, content: ApiNode, mediaType: string): ApiNode | undefined {
  const keys = Object.keys(isObject(content.value) ? content.value : {});
  const [type = ''] = mediaType.split('/');
  for (const wanted of [mediaType, `${type}/*`, '*/*', '*']) {
    const key = keys.find((name) => mediaTypeOf(name) === wanted);
    if (key !== undefined) return documents.child(content, key);
  }
  return undefined;
}

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

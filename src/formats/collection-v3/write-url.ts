import { isObject, type JsonObject, objectsOf, omit } from '../../core/lib/json.ts';
import { withQuery } from './url.ts';

/** The values before and after a change, in the form of v2.1. */
interface RequestChange {
  readonly was: JsonObject;
  readonly is: JsonObject;
}

/**
 * Adapts a change to the file's form of the query: v2.1 has it in the URL and in parts, a file may have it in one of
 * them.
 */
export function adaptQuery(own: JsonObject, { was, is }: RequestChange): RequestChange {
  if (isObject(own.request) && isObject(was.request) && isObject(is.request)) {
    const request = adaptQuery(own.request, { was: was.request, is: is.request });
    return { was: { ...was, request: request.was }, is: { ...is, request: request.is } };
  }
  const query = objectsOf(is.queryParams);
  if (own.queryParams === undefined) {
    const isPlain = query.every(({ description, disabled }) => description === undefined && disabled === undefined);
    return isPlain ? { was: omit(was, QUERY), is: omit(is, QUERY) } : { was, is };
  }
  if (String(own.url ?? '').includes('?') || withQuery(addressOf(is), query) !== is.url) return { was, is };
  return { was: { ...was, url: addressOf(was) }, is: { ...is, url: addressOf(is) } };
}

const QUERY: ReadonlySet<string> = new Set(['queryParams']);

const addressOf = ({ url }: JsonObject): string => String(url ?? '').replace(/\?[^#]*/, '');

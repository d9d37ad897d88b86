import { isObject, type JsonObject, objectsOf, omit } from '../../core/lib/json.ts';
import { withQuery } from './url.ts';

/** What v2.1 says before and after. */
interface Change {
  readonly was: JsonObject;
  readonly is: JsonObject;
}

/** A change in the words of a file: v2.1 has a query in the text of the URL and in parts, a file may have it once. */
export function adapted(own: JsonObject, { was, is }: Change): Change {
  if (isObject(own.request) && isObject(was.request) && isObject(is.request)) {
    const request = adapted(own.request, { was: was.request, is: is.request });
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

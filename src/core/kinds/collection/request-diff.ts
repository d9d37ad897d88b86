import { type JsonObject, type JsonValue, keysOf, objectOf, objectsOf, same, textOf } from '../../lib/json.ts';
import { changed, changedFrom, type Diff, type DifferencePlace, textChange } from '../../model/diff.ts';
import { diffRows } from '../diff-rows.ts';
import { descriptionText } from '../strip-variables.ts';
import { urlParts } from './url.ts';

/** A value before and after, and its place. */
interface Compared {
  readonly was: JsonValue | undefined;
  readonly is: JsonValue | undefined;
  readonly path: DifferencePlace;
}

/** Keys that have their own comparison. */
const OWN = new Set(['method', 'url', 'header', 'body', 'auth', 'description']);

/** The differences of a request; empty for equal requests. */
export function diffRequest({ was: before, is: after, path }: Compared): Diff {
  const [was, is] = [objectOf(before), objectOf(after)];
  if (same(was, is)) return [];
  const others = keysOf(was, is).filter((key) => !OWN.has(key) && !same(was[key], is[key]));
  return [
    ...changedFrom('method', { was: textOf(was.method) ?? 'none', is: textOf(is.method) ?? 'none', path }),
    ...diffUrl(objectOf(was.url), objectOf(is.url), path),
    ...orPlain('headers', diffEntries('header', { was: was.header, is: is.header, path }), {
      was: was.header,
      is: is.header,
      path,
    }),
    ...diffBody({ was: was.body, is: is.body, path }),
    ...diffAuth({ was: was.auth, is: is.auth, path }),
    ...diffDescription({ was: was.description, is: is.description, path }),
    ...others.map((key) => changed(key, path)),
  ];
}

/** A changed auth type is shown. Of changed parameters only the names are shown: their values are credentials. */
export const diffAuth = (auth: Compared): Diff =>
  orPlain('auth', [...changedFrom('auth', namesOf(auth, 'type')), ...diffAuthParameters(auth)], auth);

function diffAuthParameters({ was: before, is: after, path }: Compared): Diff {
  const [was, is] = [objectOf(before), objectOf(after)];
  const type = textOf(is.type);
  if (type === undefined || type !== was.type) return [];
  const rows = { was: objectsOf(was[type]), is: objectsOf(is[type]), path };
  return diffRows('auth parameter', rows).map(({ change, what, path: at }) => ({ change, what, path: at }));
}

/** A changed description is compared line by line; a change of only its format is named. */
export function diffDescription(description: Compared): Diff {
  const { was, is, path } = description;
  const texts = { was: descriptionText(was), is: descriptionText(is), path };
  return orPlain('description', textChange('description', texts), description);
}

function diffUrl(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const query = { was: queryOf(before), is: queryOf(after), path };
  const variables = { was: before.variable, is: after.variable, path };
  const differences = [
    ...changedFrom('url', { was: shownUrl(before), is: shownUrl(after), path }),
    ...diffEntries('query parameter', query),
    ...diffEntries('path variable', variables),
  ];
  return orPlain('url', differences, { was: before, is: after, path });
}

/** A URL without its query and user: those may hold secrets. */
const shownUrl = ({ raw }: JsonObject): string =>
  (textOf(raw) ?? 'none').replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');

const queryOf = ({ raw, query }: JsonObject): JsonValue | undefined => query ?? urlParts(textOf(raw) ?? '').query;

function diffBody(body: Compared): Diff {
  const modes = namesOf(body, 'mode');
  const [was, is] = [objectOf(body.was), objectOf(body.is)];
  const { path } = body;
  if (modes.was !== modes.is) return changedFrom('body', modes);
  const differences = [
    ...['urlencoded', 'formdata'].flatMap((mode) => diffEntries('body field', { was: was[mode], is: is[mode], path })),
    ...textChange('body', { was: textOf(was.raw), is: textOf(is.raw), path }),
    ...['query', 'variables'].flatMap((part) => diffGraphql(part, { was: was.graphql, is: is.graphql, path })),
  ];
  return orPlain('body', differences, body);
}

const diffGraphql = (part: string, { was, is, path }: Compared): Diff =>
  textChange(`graphql ${part}`, { was: textOf(objectOf(was)[part]), is: textOf(objectOf(is)[part]), path });

/** Differences of headers, parameters or fields. A changed order is reported by `orPlain` for the whole list. */
const diffEntries = (what: string, { was, is, path }: Compared): Diff =>
  diffRows(what, { was: objectsOf(was), is: objectsOf(is), path }).filter(({ change }) => change !== 'moved');

/** The given differences; if there are none although the values differ, one difference without details. */
const orPlain = (what: string, differences: Diff, { was, is, path }: Compared): Diff =>
  differences.length > 0 || same(was, is) ? differences : [changed(what, path)];

const namesOf = ({ was, is, path }: Compared, key: string): { was: string; is: string; path: DifferencePlace } => ({
  was: textOf(objectOf(was)[key]) ?? 'none',
  is: textOf(objectOf(is)[key]) ?? 'none',
  path,
});

import { isObject, type JsonObject, type JsonValue, keysOf, objectsOf, same, textOf } from '../../lib/json.ts';
import { changed, changedFrom, type Diff, type DifferencePlace } from '../../model/diff.ts';
import { diffByKey } from '../variables.ts';
import { urlParts } from './url.ts';

/** One part of something before and after, and where that is. */
interface Compared {
  readonly was: JsonValue | undefined;
  readonly is: JsonValue | undefined;
  readonly path: DifferencePlace;
}

/** Keys with a differ of their own. */
const OWN = new Set(['method', 'url', 'header', 'body', 'auth']);

/** What changes in a request. */
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
    ...others.map((key) => changed(key, path)),
  ];
}

/** Another way to authenticate by its name; what it is given is a credential. */
export const diffAuth = (auth: Compared): Diff => orPlain('auth', changedFrom('auth', namesOf(auth, 'type')), auth);

function diffUrl(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const query = { was: queryOf(before), is: queryOf(after), path };
  const variables = { was: before.variable, is: after.variable, path };
  const told = [
    ...changedFrom('url', { was: shownUrl(before), is: shownUrl(after), path }),
    ...diffEntries('query parameter', query),
    ...diffEntries('path variable', variables),
  ];
  return orPlain('url', told, { was: before, is: after, path });
}

/** A URL without its query and user: those may hold secrets. */
const shownUrl = ({ raw }: JsonObject): string =>
  (textOf(raw) ?? 'none').replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');

const queryOf = ({ raw, query }: JsonObject): JsonValue | undefined => query ?? urlParts(textOf(raw) ?? '').query;

function diffBody(body: Compared): Diff {
  const modes = namesOf(body, 'mode');
  const [was, is] = [objectOf(body.was), objectOf(body.is)];
  const fields = ['urlencoded', 'formdata'].flatMap((mode) =>
    modes.was === modes.is ? diffEntries('body field', { was: was[mode], is: is[mode], path: body.path }) : [],
  );
  return orPlain('body', [...changedFrom('body', modes), ...fields], body);
}

/** Headers, parameters and fields by name alone: a value may be a credential. */
const diffEntries = (what: string, { was, is, path }: Compared): Diff =>
  diffByKey(objectsOf(was), objectsOf(is))
    .filter(({ change }) => change !== 'moved')
    .map((difference) => ({ ...difference, what, path: [...path, ...difference.path] }));

/** What was told of a difference; where there is one and nothing was, its name alone. */
const orPlain = (what: string, told: Diff, { was, is, path }: Compared): Diff =>
  told.length > 0 || same(was, is) ? told : [changed(what, path)];

const namesOf = ({ was, is, path }: Compared, key: string): { was: string; is: string; path: DifferencePlace } => ({
  was: textOf(objectOf(was)[key]) ?? 'none',
  is: textOf(objectOf(is)[key]) ?? 'none',
  path,
});

const objectOf = (value: JsonValue | undefined): JsonObject => (isObject(value) ? value : {});

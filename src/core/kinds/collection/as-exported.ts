import { isObject, type JsonObject, type JsonValue, mapped, omit } from '../../lib/json.ts';
import { isEmpty } from './canonical.ts';
import { ownIds, withIds } from './graft.ts';
import { stripCollection } from './strip.ts';

/** A collection that the API answered as Postman's app would export it, items and examples with their ids. */
export function asExported(remote: JsonObject): JsonObject {
  const stripped = stripCollection(remote);
  return leanOwner(withIds(stripped, { original: remote, ids: ownIds(remote) }));
}

/** What the API and newer apps write where there is nothing. */
const NOTHING = new Set(['packages', 'requests', 'event', 'variable', 'description', 'protocolProfileBehavior']);

/** Without nulls and empty fields that only the API has. */
const lean = (owner: JsonObject): JsonObject =>
  omit(
    owner,
    new Set(Object.keys(owner).filter((key) => owner[key] === null || (NOTHING.has(key) && isEmpty(owner[key])))),
  );

const leanOwner = (owner: JsonObject): JsonObject =>
  lean({
    ...owner,
    ...mapped(owner, 'item', leanOwner),
    ...mapped(owner, 'event', leanEvent),
    ...mapped(owner, 'response', (example) =>
      lean({ ...example, ...leanRequest(example, 'originalRequest'), ...mapped(example, 'header', leanHeader) }),
    ),
    ...leanRequest(owner, 'request'),
  });

const leanEvent = (event: JsonObject): JsonObject =>
  isObject(event.script) ? { ...event, script: lean(event.script) } : event;

function leanRequest(owner: JsonObject, key: 'request' | 'originalRequest'): JsonObject {
  const request: JsonValue | undefined = owner[key];
  if (!isObject(request)) return {};
  const { url } = request;
  return {
    [key]: lean({
      ...request,
      ...mapped(request, 'header', leanHeader),
      ...(isObject(url) ? { url: lean(url) } : {}),
    }),
  };
}

/** The API repeats a header's key as its name and spells out its type. */
const leanHeader = (header: JsonObject): JsonObject => {
  const { name, type, ...rest } = lean(header);
  return {
    ...rest,
    ...(name === undefined || name === header.key ? {} : { name }),
    ...(type === undefined || type === 'text' ? {} : { type }),
  };
};

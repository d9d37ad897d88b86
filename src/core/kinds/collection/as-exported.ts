import { isObject, type JsonObject, type JsonValue, mapObjectsAt, omit } from '../../lib/json.ts';
import { isEmpty } from './canonical.ts';
import { ownIds, withIds } from './graft.ts';
import { stripCollection } from './strip.ts';

/** Converts a collection from the API to the form that Postman's app exports. Items and examples keep their ids. */
export function asExported(remote: JsonObject): JsonObject {
  const stripped = stripCollection(remote);
  return leanOwner(withIds(stripped, { original: remote, ids: ownIds(remote) }));
}

/** Fields that the API and newer versions of the app also write when they are empty. */
const OFTEN_EMPTY = new Set(['packages', 'requests', 'event', 'variable', 'description', 'protocolProfileBehavior']);

/** A copy without nulls and without the empty fields that exports lack. */
function lean(owner: JsonObject): JsonObject {
  const isSuperfluous = (key: string): boolean => owner[key] === null || (OFTEN_EMPTY.has(key) && isEmpty(owner[key]));
  return omit(owner, new Set(Object.keys(owner).filter(isSuperfluous)));
}

const leanOwner = (owner: JsonObject): JsonObject =>
  lean({
    ...owner,
    ...mapObjectsAt(owner, 'item', leanOwner),
    ...mapObjectsAt(owner, 'event', leanEvent),
    ...mapObjectsAt(owner, 'response', (example) =>
      lean({ ...example, ...leanRequest(example, 'originalRequest'), ...mapObjectsAt(example, 'header', leanHeader) }),
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
      ...mapObjectsAt(request, 'header', leanHeader),
      ...(isObject(url) ? { url: lean(url) } : {}),
    }),
  };
}

/** A header without a name that repeats its key and without the default type; the API writes both. */
const leanHeader = (header: JsonObject): JsonObject => {
  const { name, type, ...rest } = lean(header);
  return {
    ...rest,
    ...(name === undefined || name === header.key ? {} : { name }),
    ...(type === undefined || type === 'text' ? {} : { type }),
  };
};

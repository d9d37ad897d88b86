import { isArray, isObject, type JsonObject } from '../json.ts';

/** The `model=minimal` view: no items, only the uids of the first level. */
export const minimal = (body: JsonObject): JsonObject => {
  const items = isArray(body.item) ? body.item.filter(isObject) : [];
  const uids = (folders: boolean) => items.filter((item) => isArray(item.item) === folders).map((item) => item.uid);
  return {
    info: body.info,
    ...(body.variable === undefined ? {} : { variable: body.variable }),
    ...(body.auth === undefined ? {} : { auth: body.auth }),
    ...(body.event === undefined ? {} : { events: body.event }),
    rootLevelRequests: uids(false),
    rootLevelFolders: uids(true),
  };
};

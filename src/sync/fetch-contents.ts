import type { JsonObject } from '../core/lib/json.ts';
import { PostmanError, type PostmanErrorCode } from '../core/model/errors.ts';
import type { Uid } from '../core/model/ids.ts';
import type { ListedResource } from '../core/model/resource.ts';
import { mapLimited } from './concurrency.ts';
import { PARALLEL } from './list-resources.ts';
import type { Postman } from './ports.ts';

/** What reading resources came to. */
export interface Contents {
  readonly contents: ReadonlyMap<Uid, JsonObject>;
  /** Why it could not be read: what fails for one resource leaves the others to be synced. */
  readonly unread: ReadonlyMap<Uid, PostmanError>;
  /** Listed, and deleted all the same: lists lag behind deletions, too. */
  readonly gone: ReadonlySet<Uid>;
}

/** These would be the same for every other resource. */
const FOR_ALL: ReadonlySet<PostmanErrorCode> = new Set(['unauthorized', 'rate-limited', 'quota-exhausted']);

/** So many failures and nothing read: Postman is down. */
const DOWN = 3;

/** Reads resources, a few at once. Throws only what stands in the way of all of them. */
export async function readContents(resources: readonly ListedResource[], postman: Postman): Promise<Contents> {
  const contents = new Map<Uid, JsonObject>();
  const unread = new Map<Uid, PostmanError>();
  const gone = new Set<Uid>();
  await mapLimited(resources, PARALLEL, async (resource) => {
    try {
      contents.set(resource.uid, await postman.fetch(resource));
    } catch (error) {
      if (!(error instanceof PostmanError) || FOR_ALL.has(error.code)) throw error;
      if (error.code === 'not-found') gone.add(resource.uid);
      else if (contents.size === 0 && unread.size >= DOWN) throw error;
      else unread.set(resource.uid, error);
    }
  });
  return { contents, unread, gone };
}

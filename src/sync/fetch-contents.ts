import type { JsonObject } from '../core/lib/json.ts';
import { PostmanError, type PostmanErrorCode } from '../core/model/errors.ts';
import type { Uid } from '../core/model/ids.ts';
import type { ListedResource } from '../core/model/resource.ts';
import { mapLimited } from './concurrency.ts';
import { PARALLEL } from './list-resources.ts';
import type { Log, Postman } from './ports.ts';

/** Downloaded contents, and resources that could not be downloaded. */
export interface Contents {
  readonly contents: ReadonlyMap<Uid, JsonObject>;
  /** Errors by uid. A resource that cannot be read does not keep the others from being synced. */
  readonly unread: ReadonlyMap<Uid, PostmanError>;
  /** Deleted resources that are still listed: lists lag behind deletions, too. */
  readonly gone: ReadonlySet<Uid>;
}

/** Errors that end the download of all resources. */
const FOR_ALL: ReadonlySet<PostmanErrorCode> = new Set(['unauthorized', 'rate-limited', 'quota-exhausted']);

/** After this number of failures without a success, Postman counts as unavailable. */
const DOWN = 3;

/** Where contents are downloaded from; the workspace's name is for the progress line. */
export interface FetchOptions {
  readonly postman: Postman;
  readonly workspace: { readonly name: string };
  readonly log?: Pick<Log, 'progress'> | undefined;
}

/** Downloads resources, a few at the same time. Throws only errors that concern all of them. */
export async function readContents(
  resources: readonly ListedResource[],
  { postman, workspace, log }: FetchOptions,
): Promise<Contents> {
  let done = 0;
  const showProgress = (): void => log?.progress?.(`Reading ${workspace.name}: ${done} of ${resources.length}`);
  const contents = new Map<Uid, JsonObject>();
  const unread = new Map<Uid, PostmanError>();
  const gone = new Set<Uid>();
  if (resources.length > 0) showProgress();
  await mapLimited(resources, PARALLEL, async (resource) => {
    try {
      contents.set(resource.uid, await postman.fetch(resource));
    } catch (error) {
      if (!(error instanceof PostmanError) || FOR_ALL.has(error.code)) throw error;
      if (error.code === 'not-found') gone.add(resource.uid);
      else if (contents.size === 0 && unread.size >= DOWN) throw error;
      else unread.set(resource.uid, error);
    }
    done += 1;
    showProgress();
  }).finally(() => log?.progress?.(undefined));
  return { contents, unread, gone };
}

import { PostmanError } from '../core/model/errors.ts';
import type { Uid, WorkspaceId } from '../core/model/ids.ts';
import type { ListedResource } from '../core/model/resource.ts';
import { MAX_POLLS, pauseBefore } from './polling.ts';
import type { Clock, Postman, Upload } from './ports.ts';

/** How and where a resource is created. */
export interface CreateOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  readonly workspace: WorkspaceId;
  /** Uids that existed before, and those created by this run. */
  readonly known: Set<Uid>;
}

/**
 * Creates a resource exactly once. Where the outcome of the POST is unknown, the list is polled, because it may lag. One
 * new resource of exactly that name is adopted. With none, the POST is sent once more. Several are an error.
 */
export async function createOnce(upload: Upload, options: CreateOptions): Promise<Uid> {
  for (let tries = 1; ; tries += 1) {
    const made = await attempt(upload, options);
    if (typeof made === 'string') {
      options.known.add(made);
      return made;
    }
    if (tries === MOST_CREATIONS) throw neverSeen(upload, made);
  }
}

const MOST_CREATIONS = 2;

/** Polls for the new resource. Returns its uid, or the error where none appears. */
async function attempt(upload: Upload, options: CreateOptions): Promise<Uid | PostmanError> {
  try {
    return await options.postman.create(upload, options.workspace);
  } catch (error) {
    if (!(error instanceof PostmanError && error.code === 'outcome-unknown')) throw error;
    return (await findCreated(upload, options)) ?? error;
  }
}

async function findCreated(
  upload: Upload,
  { postman, clock, workspace, known }: CreateOptions,
): Promise<Uid | undefined> {
  for (let poll = 0; poll < MAX_POLLS; poll += 1) {
    await clock.sleep(pauseBefore(poll));
    const list = await postman.list(upload.kind, workspace, upload.name);
    const found = list.filter((resource) => resource.name === upload.name && !known.has(resource.uid));
    if (found.length > 1) throw several(upload, found);
    if (found[0]) return found[0].uid;
  }
  return undefined;
}

const several = ({ kind, name }: Upload, found: readonly ListedResource[]): PostmanError =>
  new PostmanError({
    code: 'conflict',
    message: `While the ${kind} "${name}" was created, Postman listed several new resources of that name: ${found.map((resource) => resource.uid).join(', ')}.`,
    remedy: 'Keep one of them in Postman, delete or rename the others, and run it again.',
  });

const neverSeen = ({ kind, name }: Upload, cause: PostmanError): PostmanError =>
  new PostmanError({
    code: 'outcome-unknown',
    message: `Creating the ${kind} "${name}" was tried twice, and Postman neither confirmed it nor lists it. ${cause.message}`,
    remedy: 'Run it again when Postman answers again: a resource of that name that appears in between is adopted.',
    cause,
  });

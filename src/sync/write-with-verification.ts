import { fingerprint } from '../core/kinds/fingerprint.ts';
import { KINDS } from '../core/kinds/index.ts';
import { PostmanError } from '../core/model/errors.ts';
import type { Uid } from '../core/model/ids.ts';
import type { ListedResource } from '../core/model/resource.ts';
import { pauseBefore } from './polling.ts';
import type { Clock, Postman, Upload } from './ports.ts';

/** The ports of a verified write. */
export interface WriteOptions {
  readonly postman: Postman;
  readonly clock: Clock;
}

/** Most attempts of a replacement: one more where Postman accepted it and then lost its task. */
const MOST_REPLACEMENTS = 2;

/**
 * Replaces the content. Where the outcome is unknown, a download tells whether it was applied. Where it was not and
 * Postman has lost the task, it is sent once more.
 */
export async function replaceVerified(upload: Upload, uid: Uid, options: WriteOptions): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await options.postman.replace(upload, uid);
    } catch (error) {
      if (!mayBeDone(error)) throw error;
      if (await holds(upload, uid, options)) return;
      if (error.code === 'unavailable' || tries === MOST_REPLACEMENTS) throw error;
    }
  }
}

/** Deletes a resource. Where the outcome is unknown, a resource that is gone counts as deleted. */
export async function removeVerified(resource: ListedResource, { postman }: WriteOptions): Promise<void> {
  try {
    await postman.remove(resource);
  } catch (error) {
    if (!mayBeDone(error) || (await isThere(resource, postman))) throw error;
  }
}

const mayBeDone = (error: unknown): error is PostmanError =>
  error instanceof PostmanError && (error.code === 'unavailable' || error.code === 'outcome-unknown');

/** Most reads after a write: reads may lag behind it. */
const MAX_READS = 3;

async function holds({ kind, name, content }: Upload, uid: Uid, { postman, clock }: WriteOptions): Promise<boolean> {
  const wanted = fingerprint(KINDS[kind], content);
  for (let poll = 0; poll < MAX_READS; poll += 1) {
    await clock.sleep(pauseBefore(poll));
    const found = await postman.fetch({ kind, uid, name }).catch(() => undefined);
    if (!found) return false;
    if (fingerprint(KINDS[kind], found) === wanted) return true;
  }
  return false;
}

async function isThere(resource: ListedResource, postman: Postman): Promise<boolean> {
  try {
    await postman.fetch(resource);
    return true;
  } catch (error) {
    return !(error instanceof PostmanError && error.code === 'not-found');
  }
}

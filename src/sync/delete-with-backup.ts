import { isAsSent } from '../core/kinds/fingerprint.ts';
import { KINDS } from '../core/kinds/index.ts';
import { isObject, type JsonObject } from '../core/lib/json.ts';
import { PostmanError } from '../core/model/errors.ts';
import type { WorkspaceId } from '../core/model/ids.ts';
import type { ListedResource } from '../core/model/resource.ts';
import type { Change, PlanPolicy } from '../core/plan/change.ts';
import { isReplaced } from '../core/plan/notices.ts';
import type { StateEntry } from '../core/plan/state.ts';
import type { Backups, Clock, Postman } from './ports.ts';
import { removeVerified } from './write-with-verification.ts';

type Deletion = Extract<Change, { action: 'delete' }>;

/** How a resource is deleted, and what the state says about it. */
export interface DeleteOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  readonly backups: Backups;
  readonly workspace: WorkspaceId;
  /** The entry of the resource in the state. */
  readonly entry: StateEntry | undefined;
  readonly onDrift: PlanPolicy['onDrift'];
}

/**
 * Backs up a resource and deletes it. Does nothing where it is already deleted. A resource that is listed but cannot be
 * read is not deleted, since there is no backup of it.
 */
export async function deleteWithBackup(change: Deletion, options: DeleteOptions): Promise<void> {
  const { postman, backups, workspace, entry, onDrift } = options;
  const resource: ListedResource = change.before;
  const content = await postman.fetch(resource).catch((error: unknown) => {
    if (error instanceof PostmanError && error.code === 'not-found') return undefined;
    throw error;
  });
  if (!content) {
    const list = await postman.list(resource.kind, workspace, resource.name);
    if (list.some(({ uid }) => uid === resource.uid)) throw unreadable(resource);
    return;
  }
  const refusal = deletionRefusal(change, { content, entry, onDrift });
  if (refusal) throw refusal;
  await backups.keep({ ...resource, content });
  await removeVerified(resource, options);
}

/**
 * The reason not to delete a resource: somebody has edited it, or this project did not create it although the state
 * says so.
 */
function deletionRefusal(
  { path, before, replacedBy }: Deletion,
  { content, entry, onDrift }: Pick<DeleteOptions, 'entry' | 'onDrift'> & { readonly content: JsonObject },
): PostmanError | undefined {
  if (replacedBy) return undefined;
  const { kind } = before;
  const isEdited = entry !== undefined && !isAsSent(KINDS[kind], entry.sent ?? entry.fingerprint, content);
  if (isEdited && onDrift !== 'overwrite') return editedSince(before);
  return isReplaced({ path }) || isCreated(entry, content) ? undefined : notOurs(before);
}

/** Tolerance between the creation times in Postman and in the state. */
const CREATION_MS = 10 * 60_000;

/** Whether Postman's time of creation matches the state; true where Postman has none. */
function isCreated(entry: StateEntry | undefined, { createdAt, info }: JsonObject): boolean {
  const time = Date.parse(String(createdAt ?? (isObject(info) ? info.createdAt : undefined)));
  if (Number.isNaN(time)) return true;
  return entry?.createdAt !== undefined && Math.abs(entry.createdAt.getTime() - time) <= CREATION_MS;
}

function editedSince({ kind, name }: ListedResource): PostmanError {
  const isFile = KINDS[kind].declaredIn === 'file';
  const reason = isFile ? 'its file is gone' : 'the configuration no longer declares it';
  const recovery = isFile ? `\`pull "${name}"\` brings it back as a file` : 'or declare it again';
  return new PostmanError({
    code: 'edited',
    message: `The ${kind} "${name}" was changed in Postman since the last apply, and ${reason}: it was not deleted.`,
    remedy: `Delete it in Postman, or once with on-drift: overwrite, which backs it up; ${recovery}.`,
  });
}

const notOurs = ({ kind, name }: ListedResource): PostmanError =>
  new PostmanError({
    code: 'conflict',
    message: `The ${kind} "${name}" was not deleted: by the state, this project created it, but its time of creation in Postman is different.`,
    remedy: 'Delete it in Postman if it is no longer needed.',
  });

const unreadable = ({ kind, name }: ListedResource): PostmanError =>
  new PostmanError({
    code: 'unavailable',
    message: `The ${kind} "${name}" was not deleted: Postman lists it but does not return its content, so there is no backup.`,
    remedy: 'Run it again, or delete it in Postman.',
  });

import { collectionComplaints } from '../collections/schema.ts';
import { type Call, param, targetWorkspace, visibleWorkspace } from '../context.ts';
import { isObject, type JsonObject, objectAt, stringAt } from '../json.ts';
import { malformed, missingItem, missingParam, type Refusal, refuse, refuseProblem } from '../responses.ts';
import type { StoredCollection } from '../store.ts';
import { isUpdating } from '../tasks.ts';

const documentation = 'https://schema.postman.com/collection/json/v2.1.0/draft-07/docs/index.html';

/** The current collection of the path; undefined when there is none, or the caller must not see it. */
export const readableCollection = (call: Call): StoredCollection | undefined => {
  const record = call.emulator.store.collections.find(param(call, 'collectionId'));
  return record && visibleWorkspace(call, record.workspaceId) ? record : undefined;
};

/** The current collection of the path, or 404. */
export const collectionOf = (call: Call): StoredCollection => {
  const record = readableCollection(call);
  if (!record) throw missingItem('collection', param(call, 'collectionId'));
  return record;
};

/** The collection of the path, or 409 while an asynchronous update of it is running. */
export const idleCollectionOf = (call: Call): StoredCollection => {
  const record = collectionOf(call);
  if (isUpdating(call.emulator, record.id)) {
    const detail = 'Deep update operation is already in progress for this collection.';
    throw refuseProblem({ status: 409, slug: 'conflict', title: 'Conflict', detail });
  }
  return record;
};

const wrapped = (call: Call): unknown => (isObject(call.body) ? call.body.collection : undefined);

/** The collection in the body, checked. */
export const suppliedCollection = (call: Call): JsonObject => {
  const supplied = wrapped(call);
  if (!isObject(supplied)) throw missingParam(['collection']);
  const complaints = collectionComplaints(supplied);
  if (complaints.length > 0) throw malformed('collection', complaints);
  return supplied;
};

const incomplete = (call: Call, property: string, location: string): Refusal =>
  refuseProblem({
    status: 400,
    slug: 'bad-request',
    title: `Missing property '${property}'`,
    detail: `PUT request body for '${call.path}' failed to validate schema. Location: ${location}`,
  });

/** The collection in the body of an asynchronous PUT, which has other error messages. */
export const suppliedForLater = (call: Call): JsonObject => {
  const supplied = wrapped(call);
  if (!isObject(supplied)) throw incomplete(call, 'collection', '/required');
  if (!isObject(supplied.info)) throw incomplete(call, 'info', '/properties/collection/required');
  if (collectionComplaints(supplied).length > 0) {
    const detail = `Unable to parse the collection. Please ensure it is according to ${documentation}`;
    throw refuseProblem({ status: 400, slug: 'bad-request', title: 'Malformed request', detail });
  }
  return supplied;
};

/** Refuses a body whose `_postman_id` names another collection than the path. */
export const checkSameId = (record: StoredCollection, collection: JsonObject): void => {
  const givenId = stringAt(objectAt(collection, 'info'), '_postman_id');
  if (givenId === undefined || givenId === record.id || givenId === record.uid) return;
  throw refuse({
    status: 400,
    name: 'collectionMismatchError',
    message: 'The collection ID in the path does not match the collection ID in the request body.',
  });
};

/** 400 for an id that another resource has. */
export const alreadyExists = (item: string, id: string): Refusal =>
  refuse({
    status: 400,
    name: 'instanceFoundError',
    message: 'The specified item already exists.',
    details: { item, id },
  });

/** The workspace a new collection or environment goes to, or 403 for one the caller cannot use. */
export const workspaceForNew = (call: Call, parameter = 'workspace'): string => {
  const workspace = targetWorkspace(call, parameter);
  if (workspace) return workspace.id;
  const detail = 'You do not have access to this workspace.';
  throw refuseProblem({ status: 403, slug: 'forbidden', title: 'Forbidden', detail });
};

import { randomUUID } from 'node:crypto';
import { type Answer, malformed, missingItem, missingParam, ok, refuse, refuseProblem } from '../answers.ts';
import { foreignId, removeCollection, saveCollection } from '../collections/catalog.ts';
import { collectionComplaints } from '../collections/schema.ts';
import { stampCollection } from '../collections/stamp.ts';
import { isObject, type JsonObject, objectAt, stringAt } from '../json.ts';
import type { StoredCollection } from '../store.ts';
import { type Call, isoNow, param, type Route, targetWorkspace, visibleWorkspace } from '../world.ts';
import { minimal } from './collection-minimal.ts';
import { listCollections } from './collections-list.ts';

/** The collection of the path as writes see it; 404 when there is none. */
export const collectionOf = (call: Call): StoredCollection => {
  const id = param(call, 'collectionId');
  const record = call.world.store.collections.find(id);
  if (!record || !visibleWorkspace(call, record.workspaceId)) throw missingItem('collection', id);
  return record;
};

/** The collection in the body; complaints travel under the content type that this operation documents. */
export const suppliedCollection = (call: Call, type: 'json' | 'problem'): JsonObject => {
  const supplied = isObject(call.body) ? call.body.collection : undefined;
  if (!isObject(supplied)) throw missingParam(['collection'], type);
  const complaints = collectionComplaints(supplied);
  if (complaints.length > 0) throw malformed('collection', complaints, type);
  return supplied;
};

export const alreadyExists = (item: string, id: string, type: 'json' | 'problem') =>
  refuse({
    status: 400,
    type,
    name: 'instanceFoundError',
    message: 'The specified item already exists.',
    details: { item, id },
  });

/** The workspace a new collection goes to, or 403 for one the caller cannot use. */
export const workspaceForNew = (call: Call): string => {
  const workspace = targetWorkspace(call);
  if (workspace) return workspace.id;
  throw refuseProblem({
    status: 403,
    slug: 'forbidden',
    title: 'Forbidden',
    detail: 'You do not have access to this workspace.',
  });
};

const nameOf = (collection: JsonObject): string => stringAt(objectAt(collection, 'info'), 'name') ?? '';

const brief = ({ id, name, uid }: StoredCollection): JsonObject => ({ id, name, uid });

const get = (call: Call): Answer => {
  const record = call.world.store.collections.read(param(call, 'collectionId'));
  if (!record || !visibleWorkspace(call, record.workspaceId)) {
    throw refuse({
      status: 400,
      type: 'problem',
      name: 'instanceNotFoundError',
      message: 'We could not find the collection you are looking for',
    });
  }
  return ok({ collection: call.query.get('model') === 'minimal' ? minimal(record.body) : record.body });
};

/** Ids that came along are refused when they are taken, and replaced by new ones otherwise. */
const create = (call: Call): Answer => {
  const { store, profile } = call.world;
  const collection = suppliedCollection(call, 'json');
  const givenId = stringAt(objectAt(collection, 'info'), '_postman_id');
  if (givenId !== undefined && store.collections.find(givenId)) throw alreadyExists('collection', givenId, 'json');
  const taken = foreignId(store, collection, { refuse: 'known' });
  if (taken !== undefined) throw alreadyExists('item', taken, 'json');
  const now = isoNow(call.world);
  const owner = call.user.id;
  const id = randomUUID();
  const { unknownFields } = profile;
  const stamp = { id, owner, userId: owner, now, createdAt: now, ids: 'mint', unknownFields } as const;
  const record: StoredCollection = {
    id,
    uid: `${owner}-${id}`,
    owner,
    workspaceId: workspaceForNew(call),
    name: nameOf(collection),
    createdAt: now,
    updatedAt: now,
    lastUpdatedBy: owner,
    body: stampCollection(collection, stamp),
  };
  saveCollection(store, record, call.lag.list);
  return ok({ collection: brief(record) });
};

/** The collection with its content replaced; ids of the body that are its own or nobody's are kept. */
export const replaced = (call: Call, record: StoredCollection, collection: JsonObject): StoredCollection => {
  const now = isoNow(call.world);
  return {
    ...record,
    name: nameOf(collection),
    updatedAt: now,
    lastUpdatedBy: call.user.id,
    body: stampCollection(collection, {
      id: record.id,
      owner: record.owner,
      userId: call.user.id,
      now,
      createdAt: record.createdAt,
      ...(record.fork ? { fork: record.fork } : {}),
      previous: record.body,
      ids: 'keep',
      unknownFields: call.world.profile.unknownFields,
    }),
  };
};

const checkIds = (call: Call, record: StoredCollection, collection: JsonObject): void => {
  const givenId = stringAt(objectAt(collection, 'info'), '_postman_id');
  if (givenId !== undefined && givenId !== record.id && givenId !== record.uid) {
    throw refuse({
      status: 400,
      type: 'problem',
      name: 'collectionMismatchError',
      message: 'The collection ID in the path does not match the collection ID in the request body.',
    });
  }
  const { store, profile } = call.world;
  const foreign = foreignId(store, collection, { ownId: record.id, refuse: profile.foreignIds });
  if (foreign !== undefined) throw alreadyExists('item', foreign, 'problem');
};

const put = (call: Call): Answer => {
  const record = collectionOf(call);
  const collection = suppliedCollection(call, 'problem');
  checkIds(call, record, collection);
  const next = replaced(call, record, collection);
  saveCollection(call.world.store, next, call.lag.read);
  return ok({ collection: brief(next) });
};

const remove = (call: Call): Answer => {
  const { store } = call.world;
  const record = collectionOf(call);
  removeCollection(store, record);
  for (const mock of store.mocks.all()) {
    if (mock.collection === record.uid) store.mocks.replace({ ...mock, deactivated: true }, 0);
  }
  for (const monitor of store.monitors.all()) {
    if (monitor.collectionUid === record.uid) store.monitors.remove(monitor.id);
  }
  return ok({ collection: { id: record.id, uid: record.uid } });
};

export const collectionRoutes: readonly Route[] = [
  { method: 'GET', path: '/collections', bucket: 'collections-list', answer: listCollections },
  { method: 'POST', path: '/collections', answer: create },
  { method: 'GET', path: '/collections/:collectionId', answer: get },
  { method: 'PUT', path: '/collections/:collectionId', answer: put },
  { method: 'DELETE', path: '/collections/:collectionId', answer: remove },
];

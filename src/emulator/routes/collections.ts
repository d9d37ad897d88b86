import { randomUUID } from 'node:crypto';
import { newCollection, replacedCollection } from '../collections/build.ts';
import { foreignId, removeCollection, saveCollection } from '../collections/catalog.ts';
import { type Call, param, type Route, visibleWorkspace } from '../context.ts';
import { type JsonObject, objectAt, stringAt } from '../json.ts';
import { type Answer, ok, refuse } from '../responses.ts';
import type { StoredCollection } from '../store.ts';
import { startTask } from '../tasks.ts';
import {
  alreadyExists,
  checkSameId,
  collectionOf,
  idleCollectionOf,
  suppliedCollection,
  suppliedForLater,
  workspaceForNew,
} from './collection-body.ts';
import { minimal } from './collection-minimal.ts';
import { patchCollection } from './collection-patch.ts';
import { listCollections } from './collections-list.ts';

const brief = ({ id, name, uid }: StoredCollection): JsonObject => ({ id, name, uid });

const get = (call: Call): Answer => {
  const record = call.emulator.store.collections.read(param(call, 'collectionId'));
  if (!record || !visibleWorkspace(call, record.workspaceId)) {
    throw refuse({
      status: 400,
      name: 'instanceNotFoundError',
      message: 'We could not find the collection you are looking for',
    });
  }
  return ok({ collection: call.query.get('model') === 'minimal' ? minimal(record.body) : record.body });
};

/** Refuses sent ids that are taken; others are replaced by new ids. */
const create = (call: Call): Answer => {
  const { store } = call.emulator;
  const collection = suppliedCollection(call);
  const givenId = stringAt(objectAt(collection, 'info'), '_postman_id');
  if (givenId !== undefined && store.collections.find(givenId)) throw alreadyExists('collection', givenId);
  const taken = foreignId(store, collection, { refuse: 'known' });
  if (taken !== undefined) throw alreadyExists('item', taken);
  const birth = { userId: call.user.id, workspaceId: workspaceForNew(call) };
  const record = newCollection(call.emulator, collection, birth);
  saveCollection(store, record, call.lag.list);
  return ok({ collection: brief(record) });
};

const putNow = (call: Call, record: StoredCollection): Answer => {
  const { store, profile } = call.emulator;
  const content = suppliedCollection(call);
  checkSameId(record, content);
  const foreign = foreignId(store, content, { ownId: record.id, refuse: profile.foreignIds });
  if (foreign !== undefined) throw alreadyExists('item', foreign);
  const next = replacedCollection(call.emulator, record, { content, userId: call.user.id });
  saveCollection(store, next, call.lag.read);
  return ok({ collection: brief(next) });
};

const putLater = (call: Call, record: StoredCollection): Answer => {
  const collection = suppliedForLater(call);
  checkSameId(record, collection);
  const task = startTask(call.emulator, {
    id: randomUUID(),
    kind: 'collection-update',
    userId: call.user.id,
    collectionId: record.id,
    input: { collection },
  });
  return { status: 202, body: { task: { id: task.id, status: 'in-progress' } } };
};

const put = (call: Call): Answer => {
  const record = idleCollectionOf(call);
  const asynchronous = (call.headers.get('prefer') ?? '').includes('respond-async');
  return asynchronous ? putLater(call, record) : putNow(call, record);
};

/** Deletes the collection with its monitors. Its mocks stay, but do not answer any more. */
const remove = (call: Call): Answer => {
  const { store } = call.emulator;
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

/** Collections: list, create, read, replace, rename, delete. */
export const collectionRoutes: readonly Route[] = [
  { method: 'GET', path: '/collections', bucket: 'collections-list', answer: listCollections },
  { method: 'POST', path: '/collections', answer: create },
  { method: 'GET', path: '/collections/:collectionId', complaints: 'problem', answer: get },
  { method: 'PUT', path: '/collections/:collectionId', complaints: 'problem', answer: put },
  { method: 'PATCH', path: '/collections/:collectionId', answer: patchCollection },
  { method: 'DELETE', path: '/collections/:collectionId', answer: remove },
];

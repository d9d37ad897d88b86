import type { EmulatorContext } from '../context.ts';
import { objectAt, stringAt } from '../json.ts';
import type { Task } from '../store.ts';
import { newCollection, replacedCollection } from './build.ts';
import { foreignId, saveCollection } from './catalog.ts';

const failed = (task: Task, reason: string): Task => ({ ...task, status: 'failed', reason, input: {} });
const done = (task: Task): Task => ({ ...task, status: 'done', input: {} });

/** Carries out an asynchronous PUT. Like Postman, it gives no reason for a failure. */
export const updateLater = (emulator: EmulatorContext, task: Task): Task => {
  const { store, profile } = emulator;
  const record = store.collections.find(task.collectionId);
  const content = objectAt(task.input, 'collection');
  if (!record) return failed(task, 'instance not found');
  if (foreignId(store, content, { ownId: record.id, refuse: profile.foreignIds }) !== undefined) {
    return failed(task, 'an item belongs to another collection');
  }
  saveCollection(store, replacedCollection(emulator, record, { content, userId: task.userId }), profile.readLag);
  return done(task);
};

/** Duplicates a collection: a copy with new ids, and a suffix to the name where asked for. */
export const duplicateLater = (emulator: EmulatorContext, task: Task): Task => {
  const { store, profile } = emulator;
  const record = store.collections.find(task.collectionId);
  const workspace = store.workspaces.get(stringAt(task.input, 'workspace') ?? '');
  if (!record || !workspace) return failed(task, 'instance not found');
  const suffix = stringAt(task.input, 'suffix');
  const name = suffix === undefined ? record.name : `${record.name} ${suffix}`;
  const body = { ...record.body, info: { ...objectAt(record.body, 'info'), name } };
  const copy = newCollection(emulator, body, { userId: task.userId, workspaceId: workspace.id });
  saveCollection(store, copy, profile.listLag);
  return done(task);
};

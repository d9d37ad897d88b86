import { randomUUID } from 'node:crypto';
import { type EmulatorContext, isoNow } from '../context.ts';
import { type JsonObject, objectAt, stringAt } from '../json.ts';
import type { Fork, StoredCollection } from '../store.ts';
import { stampCollection } from './stamp.ts';

interface CreationOptions {
  readonly userId: number;
  readonly workspaceId: string;
  readonly fork?: Fork;
}

const collectionName = (collection: JsonObject): string => stringAt(objectAt(collection, 'info'), 'name') ?? '';

/** A new collection with new ids for it and its items. */
export const newCollection = (
  emulator: EmulatorContext,
  collection: JsonObject,
  options: CreationOptions,
): StoredCollection => {
  const now = isoNow(emulator);
  const { userId, workspaceId } = options;
  const fork = options.fork ? { fork: options.fork } : {};
  const id = randomUUID();
  const { unknownFields } = emulator.profile;
  return {
    id,
    uid: `${userId}-${id}`,
    owner: userId,
    workspaceId,
    name: collectionName(collection),
    createdAt: now,
    updatedAt: now,
    lastUpdatedBy: userId,
    ...fork,
    body: stampCollection(collection, {
      id,
      owner: userId,
      userId,
      now,
      createdAt: now,
      ...fork,
      ids: 'mint',
      unknownFields,
    }),
  };
};

/** The collection with new content. Ids in the content are kept; missing ids are created. */
export const replacedCollection = (
  emulator: EmulatorContext,
  record: StoredCollection,
  { content, userId }: { readonly content: JsonObject; readonly userId: number },
): StoredCollection => {
  const now = isoNow(emulator);
  return {
    ...record,
    name: collectionName(content),
    updatedAt: now,
    lastUpdatedBy: userId,
    body: stampCollection(content, {
      id: record.id,
      owner: record.owner,
      userId,
      now,
      createdAt: record.createdAt,
      ...(record.fork ? { fork: record.fork } : {}),
      previous: record.body,
      ids: 'keep',
      unknownFields: emulator.profile.unknownFields,
    }),
  };
};

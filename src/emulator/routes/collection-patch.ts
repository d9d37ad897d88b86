import { setTimeout as wait } from 'node:timers/promises';
import { saveCollection } from '../collections/catalog.ts';
import { checkPatch, missingIn, objects } from '../collections/patch-check.ts';
import { type Call, isoNow } from '../context.ts';
import { isArray, isObject, type JsonObject, objectAt, stringAt } from '../json.ts';
import { type Answer, ok, refuseProblem } from '../responses.ts';
import type { StoredCollection } from '../store.ts';
import { idleCollectionOf } from './collection-body.ts';

/** Replaces entries that have the key of an entry in `added`; the others stay. */
const merged = (before: unknown, added: readonly JsonObject[], key: string): readonly JsonObject[] => {
  const kept = isArray(before) ? before.filter(isObject) : [];
  const renewed = kept.map((entry) => added.find((addition) => addition[key] === entry[key]) ?? entry);
  return [...renewed, ...added.filter((addition) => !kept.some((entry) => entry[key] === addition[key]))];
};

const patched = (record: StoredCollection, patch: JsonObject, { userId, now }: { userId: number; now: string }) => {
  const { body } = record;
  const info = {
    ...objectAt(body, 'info'),
    ...objectAt(patch, 'info'),
    updatedAt: now,
    lastUpdatedBy: String(userId),
  };
  const variables = objects(patch.variable, 'variable');
  const events = objects(patch.events, 'events');
  const changed: JsonObject = {
    ...body,
    info,
    ...(variables.length > 0 ? { variable: merged(body.variable, variables, 'key') } : {}),
    ...(events.length > 0 ? { event: merged(body.event, events, 'listen') } : {}),
    ...(patch.auth === undefined ? {} : { auth: patch.auth }),
  };
  return {
    ...record,
    name: stringAt(info, 'name') ?? record.name,
    updatedAt: now,
    lastUpdatedBy: userId,
    body: changed,
  };
};

/** Allows one PATCH of a collection at a time. A second one is refused while the first is under way. */
export const patchCollection = async (call: Call): Promise<Answer> => {
  const { emulator } = call;
  const { id } = idleCollectionOf(call);
  const patch = isObject(call.body) ? call.body.collection : undefined;
  if (!isObject(patch)) throw missingIn("The 'collection' key is missing in the request.", 'collection');
  checkPatch(patch);
  if (emulator.patching.has(id)) {
    const detail = 'Another update of this collection is in progress; this one was cancelled.';
    throw refuseProblem({ status: 409, slug: 'conflict', title: 'Conflict', detail });
  }
  emulator.patching.add(id);
  await wait(emulator.profile.patchMs);
  emulator.patching.delete(id);
  const next = patched(idleCollectionOf(call), patch, { userId: call.user.id, now: isoNow(emulator) });
  saveCollection(emulator.store, next, call.lag.read);
  const description = objectAt(next.body, 'info').description;
  return ok({ collection: { id, name: next.name, ...(description === undefined ? {} : { description }) } });
};

import { newCollection } from '../collections/build.ts';
import { saveCollection } from '../collections/catalog.ts';
import { type Call, isoNow, type Route, visibleWorkspace } from '../context.ts';
import { type JsonObject, stringAt } from '../json.ts';
import { type Answer, badRequest, missingParam, ok, refuse } from '../responses.ts';
import type { Fork, StoredCollection } from '../store.ts';
import { collectionOf, readableCollection, workspaceForNew } from './collection-body.ts';
import { cursorAt, offsetOf } from './cursor.ts';

const usualLimit = 10;

type Forked = StoredCollection & { readonly fork: Fork };

const isForked = (record: StoredCollection): record is Forked => record.fork !== undefined;

const fork = (call: Call): Answer => {
  const source = collectionOf(call);
  const label = stringAt(call.body, 'label');
  if (label === undefined) throw missingParam(['label']);
  const made: Fork = { label, createdAt: isoNow(call.emulator), from: source.uid };
  const birth = { userId: call.user.id, workspaceId: workspaceForNew(call), fork: made };
  const record = newCollection(call.emulator, source.body, birth);
  saveCollection(call.emulator.store, record, call.lag.list);
  return ok({ collection: { id: record.id, name: record.name, fork: made, uid: record.uid } });
};

const byCreation = (direction: string) => (left: Forked, right: Forked) =>
  left.fork.createdAt.localeCompare(right.fork.createdAt) * (direction === 'asc' ? 1 : -1);

const page = (call: Call, forks: readonly Forked[], describe: (record: Forked) => JsonObject) => {
  const start = offsetOf(call.query.get('cursor'));
  const limit = Number(call.query.get('limit') ?? usualLimit);
  if (!Number.isInteger(limit) || limit < 1) throw badRequest('Query param limit must be a positive integer.');
  const direction = call.query.get('direction') ?? 'desc';
  if (!['asc', 'desc'].includes(direction)) throw badRequest('Query param direction must be one of asc, desc.');
  const sorted = [...forks].sort(byCreation(direction));
  const more = start + limit < sorted.length;
  return {
    data: sorted.slice(start, start + limit).map(describe),
    meta: { total: sorted.length, nextCursor: more ? cursorAt(start + limit) : null },
  };
};

const visibleForks = (call: Call): readonly Forked[] =>
  call.emulator.store.collections
    .all()
    .filter(isForked)
    .filter((record) => visibleWorkspace(call, record.workspaceId));

const forksOf = (call: Call): Answer => {
  const source = readableCollection(call);
  if (!source) throw refuse({ status: 404, name: 'notFoundError', message: 'Fork not found.' });
  const forks = visibleForks(call).filter((record) => record.fork.from === source.uid);
  if (forks.length === 0) {
    throw badRequest('This collection id has no forks.');
  }
  const userName = (id: number) => call.emulator.store.users.find((user) => user.id === id)?.fullName ?? '';
  return ok(
    page(call, forks, (record) => ({
      forkName: record.fork.label,
      forkId: record.uid,
      createdBy: userName(record.owner),
      createdAt: record.fork.createdAt,
    })),
  );
};

const ownForks = (call: Call): Answer => {
  const forks = visibleForks(call).filter((record) => record.owner === call.user.id);
  const { data, meta } = page(call, forks, (record) => ({
    forkName: record.fork.label,
    forkId: record.uid,
    sourceId: record.fork.from,
    createdAt: record.fork.createdAt,
  }));
  return ok({ data, meta: { ...meta, inaccessibleFork: 0 } });
};

/** Forks of collections. */
export const collectionForkRoutes: readonly Route[] = [
  { method: 'GET', path: '/collections/collection-forks', answer: ownForks },
  { method: 'POST', path: '/collections/fork/:collectionId', complaints: 'problem', answer: fork },
  { method: 'GET', path: '/collections/:collectionId/forks', complaints: 'problem', answer: forksOf },
];

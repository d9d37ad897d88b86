import { type Answer, missingParam, ok, refuse } from '../answers.ts';
import { newCollection } from '../collections/build.ts';
import { saveCollection } from '../collections/catalog.ts';
import { type JsonObject, stringAt } from '../json.ts';
import type { Fork, StoredCollection } from '../store.ts';
import { type Call, isoNow, type Route, visibleWorkspace } from '../world.ts';
import { collectionOf, workspaceForNew } from './collection-body.ts';
import { cursorAt, offsetOf } from './cursor.ts';

const usualLimit = 10;

type Forked = StoredCollection & { readonly fork: Fork };

const isForked = (record: StoredCollection): record is Forked => record.fork !== undefined;

const fork = (call: Call): Answer => {
  const source = collectionOf(call);
  const label = stringAt(call.body, 'label');
  if (label === undefined) throw missingParam(['label'], 'problem');
  const made: Fork = { label, createdAt: isoNow(call.world), from: source.uid };
  const birth = { userId: call.user.id, workspaceId: workspaceForNew(call), fork: made };
  const record = newCollection(call.world, source.body, birth);
  saveCollection(call.world.store, record, call.lag.list);
  return ok({ collection: { id: record.id, name: record.name, fork: made, uid: record.uid } });
};

const byCreation = (direction: string | null) => (left: Forked, right: Forked) =>
  left.fork.createdAt.localeCompare(right.fork.createdAt) * (direction === 'asc' ? 1 : -1);

const page = (call: Call, forks: readonly Forked[], describe: (record: Forked) => JsonObject) => {
  const start = offsetOf(call.query.get('cursor'));
  const limit = Number(call.query.get('limit') ?? usualLimit);
  const sorted = [...forks].sort(byCreation(call.query.get('direction')));
  const more = start + limit < sorted.length;
  return {
    data: sorted.slice(start, start + limit).map(describe),
    meta: { total: sorted.length, nextCursor: more ? cursorAt(start + limit) : null },
  };
};

const visibleForks = (call: Call): readonly Forked[] =>
  call.world.store.collections
    .all()
    .filter(isForked)
    .filter((record) => visibleWorkspace(call, record.workspaceId));

const forksOf = (call: Call): Answer => {
  const source = collectionOf(call);
  const forks = visibleForks(call).filter((record) => record.fork.from === source.uid);
  if (forks.length === 0) {
    const message = 'This collection id has no forks.';
    throw refuse({ status: 400, type: 'problem', name: 'badRequest', message });
  }
  const nameOf = (id: number) => call.world.store.users.find((user) => user.id === id)?.fullName ?? '';
  return ok(
    page(call, forks, (record) => ({
      forkName: record.fork.label,
      forkId: record.uid,
      createdBy: nameOf(record.owner),
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

export const collectionForkRoutes: readonly Route[] = [
  { method: 'GET', path: '/collections/collection-forks', answer: ownForks },
  { method: 'POST', path: '/collections/fork/:collectionId', answer: fork },
  { method: 'GET', path: '/collections/:collectionId/forks', answer: forksOf },
];

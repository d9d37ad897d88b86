import { randomUUID } from 'node:crypto';
import { type Call, type EmulatorContext, inScope, isoNow, param, type Route, visibleWorkspace } from '../context.ts';
import { isObject, type JsonObject, objectAt, stringAt } from '../json.ts';
import { isUid } from '../repository.ts';
import { type Answer, forbidden, missingParam, ok, type Refusal, refuse } from '../responses.ts';
import type { StoredMock } from '../store.ts';
import { workspaceForNew } from './collection-body.ts';

const changeable = ['environment', 'private', 'name', 'config', 'collection'];

const usualConfig: JsonObject = {
  headers: [],
  matchBody: false,
  matchQueryParams: true,
  matchWildcards: true,
  delay: null,
  serverResponseId: '',
};

const mockOf = (call: Call): StoredMock => {
  const record = call.emulator.store.mocks.find(param(call, 'mockId'));
  if (record && visibleWorkspace(call, record.workspaceId)) return record;
  const message = 'The specified mock does not exist.';
  throw refuse({ status: 404, name: 'instanceNotFoundError', message, details: {} });
};

const described = (emulator: EmulatorContext, record: StoredMock): JsonObject => ({
  id: record.id,
  owner: String(record.owner),
  uid: record.uid,
  collection: record.collection,
  mockUrl: `${emulator.url()}/__mocks/${record.id}`,
  name: record.name,
  config: record.config,
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
  ...(record.environment === undefined ? {} : { environment: record.environment }),
});

const withState = (emulator: EmulatorContext, record: StoredMock): JsonObject => ({
  ...described(emulator, record),
  isPublic: record.isPublic,
  deactivated: record.deactivated,
});

const supplied = (call: Call): JsonObject => {
  if (!isObject(call.body) || !isObject(call.body.mock)) throw missingParam(['mock']);
  return call.body.mock;
};

/** Refuses ids without an owner, and resources that the caller cannot read. */
const servedUid = (call: Call, mock: JsonObject, member: 'collection' | 'environment'): string | undefined => {
  const uid = stringAt(mock, member);
  if (uid === undefined) return undefined;
  const record = isUid(uid) ? call.emulator.store[`${member}s`].find(uid) : undefined;
  if (!record || !visibleWorkspace(call, record.workspaceId)) throw forbidden();
  return uid;
};

/** Only the default response of the configuration can be set; `null` removes it. */
const suppliedConfig = (mock: JsonObject): JsonObject => {
  const { serverResponseId } = objectAt(mock, 'config');
  if (serverResponseId === undefined) return {};
  if (serverResponseId === null || typeof serverResponseId === 'string') return { serverResponseId };
  const message = 'The request had invalid parameters';
  throw refuse({ status: 400, name: 'invalidParamsError', message, details: { param: 'config.serverResponseId' } });
};

const list = (call: Call): Answer => {
  const scope = inScope(call);
  const own = !call.query.has('workspace') && !call.query.has('teamId');
  const found = call.emulator.store.mocks.list(
    (record) => scope(record) && !record.deactivated && (!own || record.owner === call.user.id),
  );
  return ok({ mocks: found.map((record) => withState(call.emulator, record)) });
};

const create = (call: Call): Answer => {
  const mock = supplied(call);
  const collection = servedUid(call, mock, 'collection');
  if (collection === undefined) throw missingParam(['collection']);
  const environment = servedUid(call, mock, 'environment');
  const now = isoNow(call.emulator);
  const id = randomUUID();
  const record: StoredMock = {
    id,
    uid: `${call.user.id}-${id}`,
    owner: call.user.id,
    workspaceId: workspaceForNew(call),
    name: stringAt(mock, 'name') ?? call.emulator.store.collections.find(collection)?.name ?? '',
    createdAt: now,
    updatedAt: now,
    collection,
    ...(environment === undefined ? {} : { environment }),
    isPublic: mock.private !== true,
    deactivated: false,
    config: usualConfig,
  };
  call.emulator.store.mocks.add(record, call.lag.list);
  return ok({ mock: described(call.emulator, record) });
};

const get = (call: Call): Answer => ok({ mock: withState(call.emulator, mockOf(call)) });

const put = (call: Call): Answer => {
  const record = mockOf(call);
  const mock = supplied(call);
  if (!changeable.some((member) => mock[member] !== undefined)) throw nothingToChange();
  const collection = servedUid(call, mock, 'collection');
  const environment = servedUid(call, mock, 'environment');
  const next: StoredMock = {
    ...record,
    name: stringAt(mock, 'name') ?? record.name,
    ...(environment === undefined ? {} : { environment }),
    // A mock with a new, existing collection answers again.
    ...(collection === undefined ? {} : { collection, deactivated: false }),
    isPublic: typeof mock.private === 'boolean' ? !mock.private : record.isPublic,
    config: { ...record.config, ...suppliedConfig(mock) },
    updatedAt: isoNow(call.emulator),
  };
  call.emulator.store.mocks.replace(next, call.lag.read);
  return ok({ mock: described(call.emulator, next) });
};

const nothingToChange = (): Refusal =>
  refuse({
    status: 400,
    name: 'paramMissingError',
    message: 'At least one parameter must be provided.',
    details: { param: changeable.join(', ') },
  });

const remove = (call: Call): Answer => {
  const record = mockOf(call);
  call.emulator.store.mocks.remove(record.id);
  return ok({ mock: { id: record.id, uid: record.uid } });
};

const publishing =
  (isPublic: boolean) =>
  (call: Call): Answer => {
    const record = mockOf(call);
    if (record.isPublic === isPublic) {
      throw refuse(
        isPublic
          ? { status: 400, name: 'mockAlreadyPublishedError', message: 'This mock is already public.' }
          : { status: 400, name: 'mockAlreadyUnpublishedError', message: 'This mock has already been deleted.' },
      );
    }
    call.emulator.store.mocks.replace({ ...record, isPublic, updatedAt: isoNow(call.emulator) }, 0);
    return ok({ mock: { id: record.id } });
  };

/** Mock servers. */
export const mockRoutes: readonly Route[] = [
  { method: 'GET', path: '/mocks', answer: list },
  { method: 'POST', path: '/mocks', complaints: 'problem', answer: create },
  { method: 'GET', path: '/mocks/:mockId', answer: get },
  { method: 'PUT', path: '/mocks/:mockId', answer: put },
  { method: 'DELETE', path: '/mocks/:mockId', answer: remove },
  { method: 'POST', path: '/mocks/:mockId/publish', answer: publishing(true) },
  { method: 'DELETE', path: '/mocks/:mockId/unpublish', answer: publishing(false) },
];

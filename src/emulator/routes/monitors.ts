import { randomUUID } from 'node:crypto';
import { type Call, isoNow, param, type Route, targetWorkspace, visibleWorkspace } from '../context.ts';
import { isObject, type JsonObject, stringAt } from '../json.ts';
import { checkedSchedule, checkSettings } from '../monitors/check.ts';
import { isUid } from '../repository.ts';
import { type Answer, badRequest, forbidden, missingParam, ok, type Refusal, refuse } from '../responses.ts';
import type { StoredMonitor } from '../store.ts';
import { describeMonitor } from './monitor-view.ts';
import { listMonitors } from './monitors-list.ts';

const notFound = (message: string): Refusal => refuse({ status: 404, name: 'instanceNotFoundError', message });

/** The current monitor of the path; 404 when there is none. */
export const monitorOf = (call: Call): StoredMonitor => {
  const record = call.emulator.store.monitors.find(param(call, 'monitorId'));
  if (record && visibleWorkspace(call, record.workspaceId)) return record;
  throw notFound('The specified monitor does not exist.');
};

const supplied = (call: Call): JsonObject => {
  const monitor = isObject(call.body) ? call.body.monitor : undefined;
  if (!isObject(monitor)) throw missingParam(['monitor']);
  return monitor;
};

const invalidUid = (member: string): Refusal =>
  refuse({
    status: 400,
    name: 'invalidUidError',
    message: `The ${member} is not a valid ID. Use the UID, which begins with the owner's id.`,
    details: { param: [member] },
  });

/** The uid of a resource that the caller can read. Ids without an owner are refused. */
const watchedUid = (call: Call, monitor: JsonObject, member: 'collection' | 'environment'): string | undefined => {
  const uid = monitor[member];
  if (uid === undefined || uid === null) return undefined;
  if (typeof uid !== 'string' || !isUid(uid)) throw invalidUid(member);
  const record = call.emulator.store[`${member}s`].find(uid);
  if (!record || !visibleWorkspace(call, record.workspaceId)) throw forbidden();
  return uid;
};

const workspaceId = (call: Call): string => {
  const id = call.query.get('workspace');
  if (id !== null && id.length !== 36) throw badRequest(`Workspace ID must be 36 characters (${id.length}).`);
  const workspace = targetWorkspace(call);
  if (!workspace) throw notFound('Workspace not found');
  return workspace.id;
};

const settingNames = ['options', 'retry', 'notifications', 'distribution', 'notificationLimit'];

/** Members that are stored as sent; unknown members are dropped. */
const settingsOf = (monitor: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(monitor).filter(([name, value]) => settingNames.includes(name) && value !== null));

const brief = ({ id, name, active, uid }: StoredMonitor): JsonObject => ({ id, name, active, uid });

const create = (call: Call): Answer => {
  const monitor = supplied(call);
  const name = stringAt(monitor, 'name');
  if (name === undefined) throw missingParam(['name']);
  const collectionUid = watchedUid(call, monitor, 'collection');
  if (collectionUid === undefined) throw missingParam(['collection']);
  const environmentUid = watchedUid(call, monitor, 'environment');
  checkSettings(monitor);
  const now = isoNow(call.emulator);
  const id = randomUUID();
  const record: StoredMonitor = {
    id,
    uid: `${call.user.id}-${id}`,
    owner: call.user.id,
    workspaceId: workspaceId(call),
    name,
    createdAt: now,
    updatedAt: now,
    collectionUid,
    ...(environmentUid === undefined ? {} : { environmentUid }),
    active: monitor.active !== false,
    settings: settingsOf(monitor),
    schedule: checkedSchedule(monitor, { now: call.emulator.now() }),
    runs: [],
  };
  call.emulator.store.monitors.add(record, call.lag.list);
  return ok({ monitor: brief(record) });
};

const get = (call: Call): Answer => {
  const record = call.emulator.store.monitors.read(param(call, 'monitorId'));
  if (!record || !visibleWorkspace(call, record.workspaceId)) throw notFound('The specified monitor does not exist.');
  return ok({ monitor: describeMonitor(call.emulator, record) });
};

const refuseWatched = (monitor: JsonObject): void => {
  const fixed = ['collection', 'environment'].filter((member) => monitor[member] !== undefined);
  if (fixed.length === 0) return;
  throw refuse({
    status: 400,
    name: 'parameterNotAllowedError',
    message: 'The specified parameter cannot be updated.',
    details: { param: fixed },
  });
};

/** Accepts a part of the settings, too; the others stay. */
const put = (call: Call): Answer => {
  const record = monitorOf(call);
  const monitor = supplied(call);
  refuseWatched(monitor);
  checkSettings(monitor);
  const next: StoredMonitor = {
    ...record,
    name: stringAt(monitor, 'name') ?? record.name,
    active: typeof monitor.active === 'boolean' ? monitor.active : record.active,
    settings: { ...record.settings, ...settingsOf(monitor) },
    schedule: checkedSchedule(monitor, { before: record.schedule, now: call.emulator.now() }),
    updatedAt: isoNow(call.emulator),
  };
  call.emulator.store.monitors.replace(next, call.lag.read);
  return ok({ monitor: brief(next) });
};

const remove = (call: Call): Answer => {
  const record = monitorOf(call);
  call.emulator.store.monitors.remove(record.id);
  return ok({ monitor: { id: record.id, uid: record.uid } });
};

/** Monitors: list, create, read, replace, delete. */
export const monitorRoutes: readonly Route[] = [
  { method: 'GET', path: '/monitors', bucket: 'monitors', answer: listMonitors },
  { method: 'POST', path: '/monitors', bucket: 'monitors', answer: create },
  { method: 'GET', path: '/monitors/:monitorId', bucket: 'monitors', answer: get },
  { method: 'PUT', path: '/monitors/:monitorId', bucket: 'monitors', answer: put },
  { method: 'DELETE', path: '/monitors/:monitorId', bucket: 'monitors', answer: remove },
];

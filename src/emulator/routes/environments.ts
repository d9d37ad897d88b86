import { randomUUID } from 'node:crypto';
import { type Call, inScope, isoNow, param, type Route, visibleWorkspace } from '../context.ts';
import { isArray, isObject, type JsonObject, stringAt } from '../json.ts';
import { type Answer, malformed, ok, refuse } from '../responses.ts';
import type { StoredEnvironment } from '../store.ts';
import { workspaceForNew } from './collection-body.ts';

const longestDescription = 512;

/** The current environment of the path; 404 when there is none. */
export const environmentOf = (call: Call): StoredEnvironment => {
  const record = call.emulator.store.environments.find(param(call, 'environmentId'));
  if (record && visibleWorkspace(call, record.workspaceId)) return record;
  const message = 'The specified environment does not exist.';
  throw refuse({ status: 404, type: 'problem', name: 'instanceNotFoundError', message });
};

const badValue = (message: string) => refuse({ status: 400, name: 'malformedRequestError', message });

const typeName = (value: unknown): string => {
  if (value === null) return 'null';
  return isArray(value) ? 'array' : typeof value;
};

const checkedMembers: readonly (readonly [string, string])[] = [
  ['key', 'string'],
  ['value', 'string'],
  ['enabled', 'boolean'],
  ['type', 'string'],
  ['description', 'string'],
];

/** A variable with Postman's defaults. Types that exist only in exports become `default`. */
export const checkedValue = (value: unknown, path: string): JsonObject => {
  if (!isObject(value)) throw badValue(`Invalid type: ${typeName(value)} (expected object) at ${path}`);
  for (const [member, expected] of checkedMembers) {
    const found = value[member];
    if (found === undefined || typeName(found) === expected) continue;
    throw badValue(`Invalid type: ${typeName(found)} (expected ${expected}) at ${path}.${member}`);
  }
  if ((stringAt(value, 'description') ?? '').length > longestDescription) {
    throw badValue(`The description must not exceed ${longestDescription} characters at ${path}.description`);
  }
  return { enabled: true, ...value, type: value.type === 'secret' ? 'secret' : 'default' };
};

const checkedValues = (environment: JsonObject): readonly JsonObject[] => {
  const { values = [] } = environment;
  if (!isArray(values)) throw badValue(`Invalid type: ${typeName(values)} (expected array) at environment.values`);
  return values.map((value, index) => checkedValue(value, `environment.values.${index}`));
};

/** The environment in the body and its name. A replacement without a name keeps the former name. */
const supplied = (call: Call, nameBefore?: string): { readonly environment: JsonObject; readonly name: string } => {
  const environment = isObject(call.body) ? call.body.environment : undefined;
  if (!isObject(environment)) throw malformed('environment', [": must have required property 'environment'"]);
  const { name = nameBefore } = environment;
  if (name === undefined) throw malformed('environment', ["environment: must have required property 'name'"]);
  if (typeof name !== 'string') throw badValue(`Invalid type: ${typeName(name)} (expected string) at environment.name`);
  return { environment, name };
};

const brief = ({ id, name, uid }: StoredEnvironment): JsonObject => ({ id, name, uid });

/** The environment in the responses of `GET` and `PATCH`; only one of them has the uid. */
export const described = (record: StoredEnvironment): JsonObject => ({
  id: record.id,
  name: record.name,
  owner: String(record.owner),
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
  values: record.values,
});

const list = (call: Call): Answer =>
  ok({
    environments: call.emulator.store.environments.list(inScope(call)).map((record) => ({
      id: record.id,
      name: record.name,
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
      owner: String(record.owner),
      uid: record.uid,
      isPublic: false,
    })),
  });

const get = (call: Call): Answer => {
  const record = call.emulator.store.environments.read(param(call, 'environmentId'));
  if (record && visibleWorkspace(call, record.workspaceId)) {
    return ok({ environment: { ...described(record), isPublic: false } });
  }
  const message = 'We could not find the environment you are looking for';
  throw refuse({ status: 400, name: 'instanceNotFoundError', message });
};

const create = (call: Call): Answer => {
  const { environment, name } = supplied(call);
  const id = randomUUID();
  const now = isoNow(call.emulator);
  const record: StoredEnvironment = {
    id,
    uid: `${call.user.id}-${id}`,
    owner: call.user.id,
    workspaceId: workspaceForNew(call),
    name,
    createdAt: now,
    updatedAt: now,
    values: checkedValues(environment),
  };
  call.emulator.store.environments.add(record, call.lag.list);
  return ok({ environment: brief(record) });
};

/** Replaces the whole environment: without `values`, all variables are deleted. */
const put = (call: Call): Answer => {
  const record = environmentOf(call);
  const { environment, name } = supplied(call, record.name);
  const values = checkedValues(environment);
  const next = { ...record, name, values, updatedAt: isoNow(call.emulator) };
  call.emulator.store.environments.replace(next, call.lag.read);
  return ok({ environment: brief(next) });
};

const remove = (call: Call): Answer => {
  const { store } = call.emulator;
  const record = environmentOf(call);
  store.environments.remove(record.id);
  for (const mock of store.mocks.all()) {
    if (mock.environment === record.uid) store.mocks.replace({ ...mock, deactivated: true }, 0);
  }
  return ok({ environment: { id: record.id, uid: record.uid } });
};

/** Environments: list, create, read, replace, delete. */
export const environmentRoutes: readonly Route[] = [
  { method: 'GET', path: '/environments', answer: list },
  { method: 'POST', path: '/environments', complaints: 'problem', answer: create },
  { method: 'GET', path: '/environments/:environmentId', complaints: 'problem', answer: get },
  { method: 'PUT', path: '/environments/:environmentId', complaints: 'problem', answer: put },
  { method: 'DELETE', path: '/environments/:environmentId', answer: remove },
];

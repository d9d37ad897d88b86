import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, badRequest, ok, refuse, refuseProblem } from '../answers.ts';
import { saveCollection } from '../collections/catalog.ts';
import { isArray, isObject, type JsonObject, objectAt, stringAt } from '../json.ts';
import type { StoredCollection } from '../store.ts';
import { type Call, isoNow } from '../world.ts';
import { idleCollectionOf } from './collection-body.ts';

const parts = ['info', 'variable', 'auth', 'events'];
const authTypes = [
  'basic',
  'bearer',
  'apikey',
  'digest',
  'oauth1',
  'oauth2',
  'hawk',
  'awsv4',
  'ntlm',
  'edgegrid',
  'jwt',
  'asap',
];

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

interface Allowed {
  readonly where: string;
  readonly names: readonly string[];
  readonly required?: readonly string[];
}

/** Refuses texts that are something else. */
const checkTexts = (value: JsonObject, where: string, names: readonly string[]): void => {
  const wrong = names.filter((name) => value[name] !== undefined && typeof value[name] !== 'string');
  if (wrong.length > 0) throw badRequest(`Invalid parameters: (${listed(wrong)}) for key: '${where}'`);
};

/** Refuses members that are not in the list, and a list without the required ones. */
const checkMembers = (value: JsonObject, { where, names, required = [] }: Allowed): void => {
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw badRequest(`Invalid parameters: (${listed(unknown)}) for key: '${where}'`);
  const missing = required.filter((name) => value[name] === undefined);
  if (missing.length > 0) throw badRequest(`Parameters required: (${listed(missing)}) for key: '${where}'`);
};

const objects = (value: unknown, where: string): readonly JsonObject[] => {
  if (value === undefined) return [];
  if (isArray(value) && value.every(isObject)) return value;
  throw badRequest(`Invalid parameters: ('${where}') for key: 'collection'`);
};

const missingIn = (message: string, name: string) =>
  refuse({ status: 400, name: 'paramMissingError', message, details: { param: name } });

const checkAuth = (auth: unknown): void => {
  if (auth === undefined) return;
  const type = stringAt(auth, 'type') ?? '';
  if (!authTypes.includes(type)) throw badRequest(`Invalid parameters: ('${type}') for key: 'collection.auth.type'`);
  if (isObject(auth) && auth[type] !== undefined) return;
  throw missingIn(`The key '${type}' must be present in 'collection.auth' when 'type' is '${type}'.`, type);
};

const checkInfo = (info: unknown): void => {
  if (info === undefined) return;
  if (!isObject(info)) throw badRequest("Invalid parameters: ('info') for key: 'collection'");
  checkMembers(info, { where: 'collection.info', names: ['name', 'description'] });
  checkTexts(info, 'collection.info', ['name', 'description']);
};

const variableNames = ['key', 'value', 'disabled', 'description', 'enabled', 'type', 'secret', 'source'];

const checkPatch = (patch: JsonObject): void => {
  if (Object.keys(patch).length === 0) throw missingIn("'info' key is mandatory when 'collection' is empty.", 'info');
  checkMembers(patch, { where: 'collection', names: parts });
  checkInfo(patch.info);
  for (const variable of objects(patch.variable, 'variable')) {
    const required = variable.secret === true ? ['key'] : ['key', 'value'];
    checkMembers(variable, { where: 'collection.variables', names: variableNames, required });
    checkTexts(variable, 'collection.variables', ['key', 'description']);
  }
  for (const event of objects(patch.events, 'events')) {
    checkMembers(event, { where: 'collection.events', names: ['listen', 'script'], required: ['listen', 'script'] });
    const names = ['id', 'type', 'exec'];
    checkMembers(objectAt(event, 'script'), { where: 'collection.events.script', names, required: names });
  }
  checkAuth(patch.auth);
};

/** Entries of `added` take the place of those with the same key; the others stay. */
const merged = (before: unknown, added: readonly JsonObject[], key: string): readonly JsonObject[] => {
  const kept = isArray(before) ? before.filter(isObject) : [];
  const renewed = kept.map((entry) => added.find((each) => each[key] === entry[key]) ?? entry);
  return [...renewed, ...added.filter((each) => !kept.some((entry) => entry[key] === each[key]))];
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

/** Only one PATCH of a collection at a time: the later one is cancelled while the first is under way. */
export const patchCollection = async (call: Call): Promise<Answer> => {
  const { world } = call;
  const { id } = idleCollectionOf(call);
  const patch = isObject(call.body) ? call.body.collection : undefined;
  if (!isObject(patch)) throw missingIn("The 'collection' key is missing in the request.", 'collection');
  checkPatch(patch);
  if (world.patching.has(id)) {
    const detail = 'Another update of this collection is in progress; this one was cancelled.';
    throw refuseProblem({ status: 409, slug: 'conflict', title: 'Conflict', detail });
  }
  world.patching.add(id);
  await wait(world.profile.patchMs);
  world.patching.delete(id);
  const next = patched(idleCollectionOf(call), patch, { userId: call.user.id, now: isoNow(world) });
  saveCollection(world.store, next, call.lag.read);
  const description = objectAt(next.body, 'info').description;
  return ok({ collection: { id, name: next.name, ...(description === undefined ? {} : { description }) } });
};

import { isArray, isObject, type JsonObject, objectAt, stringAt } from '../json.ts';
import { badRequest, refuse } from '../responses.ts';

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

/** Refuses values that must be strings and are not. */
const checkTexts = (value: JsonObject, where: string, names: readonly string[]): void => {
  const wrong = names.filter((name) => value[name] !== undefined && typeof value[name] !== 'string');
  if (wrong.length > 0) throw badRequest(`Invalid parameters: (${listed(wrong)}) for key: '${where}'`);
};

/** Refuses unknown members, and lists without the required ones. */
const checkMembers = (value: JsonObject, { where, names, required = [] }: Allowed): void => {
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw badRequest(`Invalid parameters: (${listed(unknown)}) for key: '${where}'`);
  const missing = required.filter((name) => value[name] === undefined);
  if (missing.length > 0) throw badRequest(`Parameters required: (${listed(missing)}) for key: '${where}'`);
};

/** A part of a patch as a list of objects; empty without that part. */
export const objects = (value: unknown, where: string): readonly JsonObject[] => {
  if (value === undefined) return [];
  if (isArray(value) && value.every(isObject)) return value;
  throw badRequest(`Invalid parameters: ('${where}') for key: 'collection'`);
};

/** 400 for a missing part, with the given message. */
export const missingIn = (message: string, name: string) =>
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

const checkEvent = (event: JsonObject): void => {
  const [names, where] = [['listen', 'script'], 'collection.events'];
  checkMembers(event, { where, names, required: names });
  if (!['test', 'prerequest'].includes(String(event.listen))) {
    throw badRequest(`Invalid parameters: ('${String(event.listen)}') for key: '${where}.listen'`);
  }
  checkScript(objectAt(event, 'script'), `${where}.script`);
};

const checkScript = (script: JsonObject, where: string): void => {
  const names = ['id', 'type', 'exec'];
  checkMembers(script, { where, names, required: names });
  checkTexts(script, where, ['id', 'type']);
  if (isArray(script.exec) && script.exec.every((line) => typeof line === 'string')) return;
  throw badRequest(`Invalid parameters: ('exec') for key: '${where}'`);
};

const variableNames = ['key', 'value', 'disabled', 'description', 'enabled', 'type', 'secret', 'source'];

/** Refuses a patch that is empty, or has unknown members or wrong types. */
export const checkPatch = (patch: JsonObject): void => {
  if (Object.keys(patch).length === 0) throw missingIn("'info' key is mandatory when 'collection' is empty.", 'info');
  checkMembers(patch, { where: 'collection', names: parts });
  checkInfo(patch.info);
  for (const variable of objects(patch.variable, 'variable')) {
    const required = variable.secret === true ? ['key'] : ['key', 'value'];
    checkMembers(variable, { where: 'collection.variables', names: variableNames, required });
    checkTexts(variable, 'collection.variables', ['key', 'description']);
  }
  for (const event of objects(patch.events, 'events')) checkEvent(event);
  checkAuth(patch.auth);
};

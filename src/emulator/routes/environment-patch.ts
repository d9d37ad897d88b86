import { type Call, isoNow, type Route } from '../context.ts';
import { isArray, isObject, type JsonObject, stringAt, without } from '../json.ts';
import { type Answer, ok, type Refusal, refuseProblem } from '../responses.ts';
import type { StoredEnvironment } from '../store.ts';
import { described, environmentOf } from './environments.ts';

type Op = 'add' | 'replace' | 'remove';

interface Patch {
  readonly op: Op;
  readonly path: string;
  readonly value: unknown;
}

type Draft = Pick<StoredEnvironment, 'name' | 'values'>;

const variableMembers = ['key', 'value', 'type', 'enabled', 'description', 'secret', 'source'];

const bad = (call: Call, detail: unknown): Refusal =>
  refuseProblem({ status: 400, slug: 'bad-request', title: 'Bad Request', detail, instance: call.path });

const invalidPath = (call: Call) => bad(call, 'Invalid path in JSON Patch operation');
const noSuchPath = (call: Call) => bad(call, 'Cannot perform the operation at a path that does not exist');

const isOp = (op: unknown): op is Op => op === 'add' || op === 'replace' || op === 'remove';

const patchesOf = (call: Call): readonly Patch[] => {
  if (!isArray(call.body)) throw bad(call, 'Patch sequence must be an array');
  return call.body.map((entry) => {
    const path = stringAt(entry, 'path');
    if (!isObject(entry) || path === undefined) throw invalidPath(call);
    const { op, value } = entry;
    if (!isOp(op)) throw bad(call, `The operation '${String(op)}' is not supported`);
    if (op !== 'remove' && (value === undefined || value === null)) {
      throw bad(call, 'Patch operations with empty value are not supported');
    }
    return { op, path, value };
  });
};

const typeOfMember = (member: string): string => {
  if (member === 'enabled' || member === 'secret') return 'boolean';
  return member === 'source' ? 'object' : 'string';
};

const checkMember = (call: Call, { path, value }: Patch, member: string): void => {
  const expected = typeOfMember(member);
  if (typeof value !== expected) throw bad(call, [`${path}: must be a ${expected}`]);
};

const checkVariable = (call: Call, patch: Patch): JsonObject => {
  if (!isObject(patch.value)) throw bad(call, [`${patch.path}: must be an object`]);
  for (const [member, value] of Object.entries(patch.value)) {
    checkMember(call, { ...patch, path: `${patch.path}/${member}`, value }, member);
  }
  return { type: 'default', enabled: true, ...patch.value };
};

const patchVariable = (call: Call, draft: Draft, { patch, index }: { patch: Patch; index: number }): Draft => {
  const { values } = draft;
  // JSON Patch inserts with "add"; the end of the list is a valid position.
  if (patch.op === 'add' ? index > values.length : index >= values.length) throw noSuchPath(call);
  const variable = patch.op === 'remove' ? [] : [checkVariable(call, patch)];
  return { ...draft, values: values.toSpliced(index, patch.op === 'add' ? 0 : 1, ...variable) };
};

interface MemberPatch {
  readonly patch: Patch;
  readonly index: number;
  readonly member: string;
}

const patchMember = (call: Call, draft: Draft, { patch, index, member }: MemberPatch): Draft => {
  const variable = draft.values[index];
  if (!variableMembers.includes(member)) throw invalidPath(call);
  if (!variable || (patch.op !== 'add' && variable[member] === undefined)) throw noSuchPath(call);
  if (patch.op !== 'remove') checkMember(call, patch, member);
  const changed = patch.op === 'remove' ? without(variable, member) : { ...variable, [member]: patch.value };
  return { ...draft, values: draft.values.with(index, changed) };
};

const apply = (call: Call, draft: Draft, patch: Patch): Draft => {
  if (patch.path === '/name') {
    if (patch.op === 'remove') throw invalidPath(call);
    if (typeof patch.value !== 'string') throw bad(call, ['/name: must be a string']);
    return { ...draft, name: patch.value };
  }
  const parts = /^\/values\/(\d+|-)(?:\/([^/]+))?$/.exec(patch.path);
  if (!parts) throw invalidPath(call);
  const index = parts[1] === '-' ? draft.values.length : Number(parts[1]);
  const [, , member] = parts;
  return member === undefined
    ? patchVariable(call, draft, { patch, index })
    : patchMember(call, draft, { patch, index, member });
};

/**
 * Applies a JSON Patch atomically. Postman documents one kind of operation per call, but its own examples mix remove
 * and add.
 */
const patchEnvironment = (call: Call): Answer => {
  const record = environmentOf(call);
  const patches = patchesOf(call);
  const ops = patches.map(({ op }) => op);
  if (ops.includes('add') && ops.includes('replace')) {
    throw bad(call, 'Only one type of operation can be performed at a time');
  }
  const draft = patches.reduce<Draft>((before, patch) => apply(call, before, patch), record);
  const next = { ...record, name: draft.name, values: draft.values, updatedAt: isoNow(call.emulator) };
  call.emulator.store.environments.replace(next, call.lag.read);
  return ok({ environment: { ...described(next), uid: next.uid } });
};

/** Changes to parts of an environment. */
export const environmentPatchRoutes: readonly Route[] = [
  { method: 'PATCH', path: '/environments/:environmentId', complaints: 'problem', answer: patchEnvironment },
];

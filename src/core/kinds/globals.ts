import { type JsonObject, omit } from '../lib/json.ts';
import type { Kind } from './kind.ts';
import { mergeVariables } from './merge-variables.ts';
import { canonicalVariables, stripVariables } from './strip-variables.ts';
import { checkValues, diffVariables, keepSecrets, withoutKept } from './variables.ts';

/** Ignored in globals: a workspace has one set of them, without a name and an id in Postman. */
const NAME = new Set(['name']);

const strip = (content: JsonObject): JsonObject => omit(stripVariables(content), NAME);

const canonical = (content: JsonObject): JsonObject => omit(canonicalVariables(content), NAME);

/** The global variables of a workspace. */
export const globals: Kind = {
  kind: 'globals',
  plural: 'globals',
  declaredIn: 'file',
  name: () => 'Globals',
  idOf: () => undefined,
  check: checkValues,
  strip,
  canonical,
  graft: (content, remote) => keepSecrets(strip(content), remote),
  ignoreKeptValues: withoutKept,
  merge: mergeVariables,
  diff: (before, after) => diffVariables(canonical(before), canonical(after)),
};

import { type JsonObject, omit } from '../lib/json.ts';
import type { Kind } from './kind.ts';
import { mergeVariables } from './merge-variables.ts';
import { canonicalVariables, stripVariables } from './strip-variables.ts';
import { checkValues, diffVariables, keepSecrets, withoutKept } from './variables.ts';

/** A workspace has one set of globals; Postman gives it no name and no id of its own. */
const NAME = new Set(['name']);

const strip = (content: JsonObject): JsonObject => omit(stripVariables(content), NAME);

const canonical = (content: JsonObject): JsonObject => omit(canonicalVariables(content), NAME);

/** The workspace's globals. */
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

import { textOf } from '../lib/json.ts';
import type { Kind } from './kind.ts';
import { mergeVariables } from './merge-variables.ts';
import { canonicalVariables, stripVariables } from './strip-variables.ts';
import { checkValues, diffVariables, keepSecrets, withoutKept } from './variables.ts';

/** Environments. The API knows only their shared (initial) values. */
export const environment: Kind = {
  kind: 'environment',
  plural: 'environments',
  declaredIn: 'file',
  name: (content) => textOf(content.name),
  idOf: (content) => textOf(content.id),
  check: (content) => [
    ...(textOf(content.name) === undefined
      ? [{ at: ['name'], message: 'The environment has no name', remedy: 'Give it one in "name".' }]
      : []),
    ...checkValues(content),
  ],
  strip: stripVariables,
  canonical: canonicalVariables,
  graft: (content, remote) => keepSecrets(stripVariables(content), remote),
  ignoreKeptValues: withoutKept,
  merge: mergeVariables,
  diff: (before, after) => diffVariables(canonicalVariables(before), canonicalVariables(after)),
};

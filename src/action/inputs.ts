import * as core from '@actions/core';
import { linesOf } from '../core/model/secret.ts';
import { INPUTS } from '../settings/inputs/index.ts';
import type { RawInputs } from '../settings/inputs/input-spec.ts';
import { readPairs } from '../settings/values.ts';

/** Reads every input once, and has the runner mask the confidential ones. */
export function readInputs(): RawInputs {
  const raw = new Map(INPUTS.map(({ name }) => [name, core.getInput(name)]));
  for (const { name, type } of INPUTS) {
    if (type === 'secret') mask(raw.get(name));
  }
  const variables = readPairs(raw.get('variables') ?? '');
  if (variables.ok) for (const value of variables.value.values()) mask(value);
  return raw;
}

/** Has the runner mask each line of a text. Texts under four characters are skipped: they occur all over a log. */
export function mask(text: string | undefined): void {
  if (!text || text.trim().length < 4) return;
  for (const line of linesOf(text.trim())) core.setSecret(line);
}

import { Secret } from '../core/model/secret.ts';
import { INPUTS, type RawInputs } from '../settings/inputs.ts';
import type { Settings } from '../settings/settings.ts';

/** Every text that a run was given in confidence. */
export function secretsOf({ postman, github, run, files }: Settings): readonly Secret[] {
  const variables = [run.defaults, ...(run.suites ?? [])].flatMap((suite) => [...suite.variables.values()]);
  const values = files.environments.flatMap(({ values: extra }) =>
    [...(extra?.values() ?? [])].map(({ value }) => value),
  );
  return [postman?.apiKey, github.token, ...variables, ...values].filter((secret) => secret !== undefined);
}

/** The confidential inputs, where the settings they belong to are wrong. */
export function secretsIn(raw: RawInputs): readonly Secret[] {
  const names = INPUTS.filter((input) => input.type === 'secret').map((input) => input.name);
  return names.flatMap((name) => (raw.get(name) ? [new Secret((raw.get(name) ?? '').trim())] : []));
}

import type { Secret } from '../core/model/secret.ts';
import type { Settings } from '../settings/settings.ts';

/** Every text that a run was given in confidence. */
export function secretsOf({ host, run, files }: Settings): readonly Secret[] {
  const variables = [run.defaults, ...(run.suites ?? [])].flatMap((suite) => [...suite.variables.values()]);
  const values = files.environments.flatMap(({ values: extra }) =>
    [...(extra?.values() ?? [])].map(({ value }) => value),
  );
  return [...host.secrets, ...variables, ...values];
}

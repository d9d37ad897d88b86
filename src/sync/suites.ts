import { buildSuites, type SuiteRequest } from '../core/build-suites.ts';
import { orThrow, ProblemsError } from '../core/problem.ts';
import type { DesiredResource } from '../core/resource.ts';
import type { Suite } from '../core/suite.ts';
import type { RunSettings } from '../settings/settings.ts';
import type { Material } from './ports.ts';

/** The suites of a run: those of the configuration, or every collection with the one environment there is. */
export function suitesOf(
  run: RunSettings,
  { resources, material }: { readonly resources: readonly DesiredResource[]; readonly material: Material },
): readonly Suite[] {
  if (!run.newman) return [];
  const requests = run.suites ?? implied(run, resources);
  const chosen = run.only.length === 0 ? requests : requests.filter((request) => run.only.includes(request.name));
  checkOnly(run.only, requests);
  return orThrow(buildSuites(chosen, { resources, runValues: material.runValues }));
}

function implied(run: RunSettings, resources: readonly DesiredResource[]): readonly SuiteRequest[] {
  const environments = resources.filter((one) => one.kind === 'environment');
  const only = environments.length === 1 ? environments[0]?.file.path : undefined;
  const environment = run.environment ?? only;
  return resources
    .filter((one) => one.kind === 'collection')
    .map((one) => ({
      ...run.defaults,
      name: one.name,
      collection: one.file.path,
      blocking: true,
      ...(environment === undefined ? {} : { environment }),
    }));
}

function checkOnly(only: readonly string[], requests: readonly SuiteRequest[]): void {
  const names = requests.map((request) => request.name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new ProblemsError(
    unknown.map((name) => ({
      message: `suite: there is no suite "${name}"`,
      remedy: `Name one of ${names.map((each) => `"${each}"`).join(', ')}.`,
    })),
  );
}

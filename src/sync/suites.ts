import { orThrow, type Problem, ProblemsError } from '../core/model/problem.ts';
import type { DesiredResource } from '../core/model/resource.ts';
import type { Suite } from '../core/model/suite.ts';
import { buildSuites, type SuiteRequest } from '../core/suites/build-suites.ts';
import type { MonitorSuite, RunSettings } from '../settings/settings.ts';
import type { Material } from './ports.ts';

/** The suites and monitors of a run. */
export interface ChosenSuites {
  readonly suites: readonly Suite[];
  readonly monitors: readonly MonitorSuite[];
}

/**
 * The suites and monitors of a run. Without `suites` in the configuration every collection is a suite, with the only
 * environment. Throws a ProblemsError where a suite, collection or monitor does not exist.
 */
export function chooseSuites(
  run: RunSettings,
  { resources, material }: { readonly resources: readonly DesiredResource[]; readonly material: Material },
): ChosenSuites {
  const all = { newman: run.suites ?? defaultSuites(run, resources), monitors: run.monitorSuites };
  const [requests, monitors] = [run.newman ? all.newman : [], run.monitors ? all.monitors : []];
  if (run.monitors && monitors.length === 0) throw new ProblemsError([NO_MONITORS]);
  checkOnly(run, all);
  const chosen = <T extends { readonly name: string }>(list: readonly T[]): readonly T[] =>
    run.only.length === 0 ? list : list.filter(({ name }) => run.only.includes(name));
  const suites = orThrow(buildSuites(chosen(requests), { resources, runValues: material.runValues }));
  return { suites, monitors: chosen(monitors) };
}

const NO_MONITORS: Problem = {
  code: 'nothing-to-run',
  message: 'run: monitors is set, and the configuration declares no monitors',
  remedy: 'Declare them under monitors, or remove monitors from run.',
};

/** Every collection as a suite. */
function defaultSuites(run: RunSettings, resources: readonly DesiredResource[]): readonly SuiteRequest[] {
  const environments = resources.filter((resource) => resource.kind === 'environment');
  const only = environments.length === 1 ? environments[0]?.file.path : undefined;
  const environment = run.environment ?? only;
  const collections = resources.filter((resource) => resource.kind === 'collection');
  const isShared = (name: string): boolean => collections.filter((collection) => collection.name === name).length > 1;
  return collections.map(({ name, file }) => ({
    ...run.defaults,
    // Collections of one name are told apart by their files.
    name: isShared(name) ? `${name} (${file.path})` : name,
    collection: file.path,
    blocking: true,
    ...(environment === undefined ? {} : { environment }),
  }));
}

type Named = readonly { readonly name: string }[];

/** Throws a ProblemsError for names in the input `suite` that no suite has, or whose runner is not in `run`. */
function checkOnly(run: RunSettings, all: Readonly<Record<'newman' | 'monitors', Named>>): void {
  const problems = run.only.flatMap((name) => {
    const runners = (['newman', 'monitors'] as const).filter((runner) =>
      all[runner].some((suite) => suite.name === name),
    );
    const [runner] = runners;
    if (runners.some((candidate) => run[candidate])) return [];
    return [runner ? notRun(name, runner) : unknown(name, [...all.newman, ...all.monitors])];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
}

const notRun = (name: string, runner: 'newman' | 'monitors'): Problem => ({
  code: 'nothing-to-run',
  message: `suite: "${name}" is a suite of ${runner}, and run does not name ${runner}`,
  remedy: `Add ${runner} to run, or do not name the suite.`,
});

const unknown = (name: string, suites: Named): Problem => ({
  code: 'unknown-name',
  message: `suite: there is no suite "${name}"`,
  remedy: `Name one of ${suites.map((suite) => `"${suite.name}"`).join(', ')}.`,
});

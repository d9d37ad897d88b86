import { resolveReference } from '../kinds/resolve-reference.ts';
import { omitUndefined } from '../lib/json.ts';
import type { Checked, Problem } from '../model/problem.ts';
import type { DesiredResource } from '../model/resource.ts';
import type { RunOptions, Thresholds } from '../model/run-result.ts';
import type { Secret } from '../model/secret.ts';
import type { Suite } from '../model/suite.ts';

/** A suite as it is declared: collection and environment by name, path or id. */
export interface SuiteRequest {
  readonly name: string;
  readonly collection: string;
  readonly environment?: string;
  readonly variables: ReadonlyMap<string, Secret>;
  readonly globalVariables: ReadonlyMap<string, Secret>;
  readonly options: RunOptions;
  readonly retries: number;
  readonly thresholds: Thresholds;
  readonly blocking: boolean;
  readonly paths?: readonly string[];
  readonly split?: boolean;
  readonly place?: Pick<Problem, 'path' | 'position'>;
  /** Another folder that paths may be relative to, besides the working directory. */
  readonly base?: string;
}

/** The resources and values that suites are built from. */
export interface SuiteSources {
  readonly resources: readonly DesiredResource[];
  /** Values for runs only, by the path of the environment's file. */
  readonly runValues: ReadonlyMap<string, ReadonlyMap<string, Secret>>;
}

/** Builds suites from the files that they name, or reports wrong names. */
export function buildSuites(requests: readonly SuiteRequest[], sources: SuiteSources): Checked<readonly Suite[]> {
  const problems: Problem[] = [];
  const suites = requests.flatMap((request) => {
    const search = { ...request, by: request.place && `The suite "${request.name}"`, ...sources, problems };
    const collection = resolveReference('collection', request.collection, search);
    const environment =
      request.environment === undefined ? undefined : resolveReference('environment', request.environment, search);
    return collection ? [suiteOf(request, { collection, environment, sources })] : [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: suites };
}

interface SuiteParts {
  readonly collection: DesiredResource;
  readonly environment: DesiredResource | undefined;
  readonly sources: SuiteSources;
}

function suiteOf(request: SuiteRequest, { collection, environment, sources }: SuiteParts): Suite {
  const globals = sources.resources.find((resource) => resource.kind === 'globals');
  const values = environment ? sources.runValues.get(environment.file.path) : undefined;
  return omitUndefined<Suite>({
    name: request.name,
    collection: collection.file,
    environment: environment && { name: environment.name, file: environment.file },
    globals: globals?.content,
    variables: new Map([...(values ?? []), ...request.variables]),
    globalVariables: request.globalVariables,
    options: request.options,
    retries: request.retries,
    blocking: request.blocking,
    thresholds: request.thresholds,
    paths: request.paths,
    split: request.split,
    place: request.place,
  });
}

import { bareId } from './ids.ts';
import { present } from './json.ts';
import { KINDS } from './kinds/index.ts';
import type { Checked, Problem } from './problem.ts';
import type { DesiredResource } from './resource.ts';
import type { RunOptions, Thresholds } from './run.ts';
import type { Secret } from './secret.ts';
import type { Suite } from './suite.ts';

/** A suite as it was asked for: collection and environment by name, path or id. */
export interface SuiteRequest {
  readonly name: string;
  readonly collection: string;
  readonly environment?: string;
  readonly variables: ReadonlyMap<string, Secret>;
  readonly options: RunOptions;
  readonly retries: number;
  readonly thresholds: Thresholds;
  readonly blocking: boolean;
  readonly place?: Pick<Problem, 'path' | 'position'>;
  /** The folder that paths are relative to, besides the working directory. */
  readonly base?: string;
}

/** What suites are put together from. */
export interface SuiteSources {
  readonly resources: readonly DesiredResource[];
  /** Values of environments that are for runs only, by the path of their file. */
  readonly runValues: ReadonlyMap<string, ReadonlyMap<string, Secret>>;
}

/** Puts suites together from the files they name, or says which names are wrong. */
export function buildSuites(requests: readonly SuiteRequest[], sources: SuiteSources): Checked<readonly Suite[]> {
  const problems: Problem[] = [];
  const suites = requests.flatMap((request) => {
    const collection = find('collection', request.collection, { request, sources, problems });
    const environment =
      request.environment === undefined
        ? undefined
        : find('environment', request.environment, { request, sources, problems });
    return collection ? [suiteOf(request, { collection, environment, sources })] : [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: suites };
}

interface Parts {
  readonly collection: DesiredResource;
  readonly environment: DesiredResource | undefined;
  readonly sources: SuiteSources;
}

function suiteOf(request: SuiteRequest, { collection, environment, sources }: Parts): Suite {
  const globals = sources.resources.find((one) => one.kind === 'globals');
  const values = environment ? sources.runValues.get(environment.file.path) : undefined;
  return present<Suite>({
    name: request.name,
    collection: collection.file,
    environment: environment && { name: environment.name, file: environment.file },
    globals: globals?.content,
    variables: new Map([...(values ?? []), ...request.variables]),
    options: request.options,
    retries: request.retries,
    blocking: request.blocking,
    thresholds: request.thresholds,
  });
}

interface Search {
  readonly request: SuiteRequest;
  readonly sources: SuiteSources;
  readonly problems: Problem[];
}

function find(
  kind: 'collection' | 'environment',
  wanted: string,
  { request, sources, problems }: Search,
): DesiredResource | undefined {
  const candidates = sources.resources.filter((one) => one.kind === kind);
  const found = candidates.find((one) => isMeant(one, { wanted, base: request.base }));
  if (found) return found;
  const names = candidates.map((one) => `"${one.name}"`).join(', ') || 'none';
  problems.push({
    message: `${request.place ? `The suite "${request.name}" names` : `${kind} names`} the ${kind} "${wanted}", and no file holds it`,
    remedy: `Name one of the ${kind}s that were read: ${names}.`,
    ...request.place,
  });
  return undefined;
}

function isMeant(
  one: DesiredResource,
  { wanted, base }: { readonly wanted: string; readonly base: string | undefined },
): boolean {
  const path = wanted.replace(/\\/g, '/').replace(/^\.\//, '');
  const paths = base ? [path, `${base}/${path}`] : [path];
  const id = KINDS[one.kind].idOf(one.content);
  return one.name === wanted || paths.includes(one.file.path) || (id !== undefined && bareId(id) === bareId(wanted));
}

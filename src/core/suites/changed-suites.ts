import { globMatcher } from '../lib/glob.ts';
import { type JsonObject, objectOf, objectsOf } from '../lib/json.ts';
import { pathOptions } from '../model/path-options.ts';
import type { RunOptions } from '../model/run-result.ts';
import type { Suite } from '../model/suite.ts';

/** The changed files, and the files that every suite depends on. */
export interface ChangedPaths {
  /** Relative to the working directory, with forward slashes. */
  readonly paths: readonly string[];
  /** Files that every suite depends on: the configuration, globals, OpenAPI documents. */
  readonly shared: readonly string[];
}

/** The suites that a change affects, and the names of the others. */
export interface SelectedSuites {
  readonly suites: readonly Suite[];
  readonly leftOut: readonly string[];
}

/** Selects the suites whose files or `paths` were changed. A change of a shared file affects all suites. */
export function selectChanged(suites: readonly Suite[], { paths, shared }: ChangedPaths): SelectedSuites {
  const isChanged = changeTest(paths);
  if (shared.some(isChanged)) return { suites, leftOut: [] };
  const affected = suites.filter(
    (suite) => filesOf(suite).some(isChanged) || (suite.paths ?? []).some((glob) => paths.some(globMatcher(glob))),
  );
  return { suites: affected, leftOut: suites.filter((suite) => !affected.includes(suite)).map(({ name }) => name) };
}

/**
 * Returns a function that tells whether a path was changed. A folder (a YAML collection) was if any file below it was.
 */
const changeTest = (paths: readonly string[]) => {
  const changed = new Set(paths);
  return (file: string): boolean => changed.has(file) || paths.some((path) => path.startsWith(`${file}/`));
};

function filesOf({ collection, environment, options }: Suite): readonly string[] {
  const named = pathOptions('read').flatMap((option) => options[option] ?? []);
  const files = [...named, ...uploadsOf(collection.content).map((path) => joined(options, path))].map(normalized);
  return [collection.path, ...(environment ? [environment.file.path] : []), ...files];
}

const joined = ({ workingDir }: RunOptions, path: string): string => `${workingDir}/${path}`;

/** `./a//b/../c` → `a/c`. */
function normalized(path: string): string {
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Paths of the files that the requests of a collection upload; paths with variables are left out. */
function uploadsOf(node: JsonObject): readonly string[] {
  const below = objectsOf(node.item).flatMap(uploadsOf);
  const body = objectOf(objectOf(node.request).body);
  const sources = [...objectsOf(body.formdata).map(({ src }) => src), objectOf(body.file).src].flat();
  const paths = sources.flatMap((source) => (typeof source === 'string' ? [source] : []));
  return [...below, ...paths.filter((path) => !path.includes('{{'))];
}

import { globMatcher } from '../lib/glob.ts';
import { isObject, type JsonObject, objectsOf } from '../lib/json.ts';
import { pathOptions } from '../model/path-options.ts';
import type { RunOptions } from '../model/run-result.ts';
import type { Suite } from '../model/suite.ts';

/** What a change touches. */
export interface ChangedPaths {
  /** Relative to the working directory, with forward slashes. */
  readonly paths: readonly string[];
  /** Files that every suite depends on: the configuration, globals, OpenAPI documents. */
  readonly shared: readonly string[];
}

/** The suites that a change touches, and the names of the others. */
export interface SelectedSuites {
  readonly suites: readonly Suite[];
  readonly leftOut: readonly string[];
}

/** Selects the suites whose files or `paths` a change touches; a change of a shared file touches all. */
export function selectChanged(suites: readonly Suite[], { paths, shared }: ChangedPaths): SelectedSuites {
  const isTouched = touchedBy(paths);
  if (shared.some(isTouched)) return { suites, leftOut: [] };
  const touched = suites.filter(
    (suite) => filesOf(suite).some(isTouched) || (suite.paths ?? []).some((glob) => paths.some(globMatcher(glob))),
  );
  return { suites: touched, leftOut: suites.filter((suite) => !touched.includes(suite)).map(({ name }) => name) };
}

/** A file is touched when it changed, a folder (a collection of YAML files) when anything below it did. */
const touchedBy = (paths: readonly string[]) => {
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

/** Files that the requests of a collection upload; paths with variables are not known. */
function uploadsOf(node: JsonObject): readonly string[] {
  const inside = objectsOf(node.item).flatMap(uploadsOf);
  const body = isObject(node.request) && isObject(node.request.body) ? node.request.body : {};
  const sources = [
    ...objectsOf(body.formdata).map(({ src }) => src),
    isObject(body.file) ? body.file.src : undefined,
  ].flat();
  return [...inside, ...sources.filter((source) => typeof source === 'string' && !source.includes('{{')).map(String)];
}

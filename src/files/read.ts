import { glob } from 'tinyglobby';
import { omitUndefined } from '../core/lib/json.ts';
import type { Notice } from '../core/model/notice.ts';
import type { Problem } from '../core/model/problem.ts';
import type { FileKind, Pin } from '../core/model/resource.ts';
import type { Secret } from '../core/model/secret.ts';
import type { LoadedFile } from '../core/plan/desired.ts';
import type { TreeOptions } from '../formats/collection-v3/read-tree.ts';
import type { ExtraValue, FileSelection, FileSettings } from '../settings/settings.ts';
import type { Files, Material } from '../sync/ports.ts';
import { DigestStore } from './digest-store.ts';
import { type FoundFile, findFiles } from './find.ts';
import { type ReadFile, readSource } from './parse.ts';
import { slashed } from './paths.ts';
import { type PostmanMapping, readMapping } from './postman-mapping.ts';
import { readOpenApi } from './read-openapi.ts';
import { suggestFiles } from './suggest-files.ts';
import { readTreeSource, readYamlValues } from './trees.ts';

/** Reads the files of a repository. `digestFile` is the cache of digests. */
export function createFiles(cwd: string, workspace: string | undefined, digestFile?: string): Files {
  return {
    read: async (settings) => {
      const digests = new DigestStore(digestFile);
      const material = await read(settings, { cwd, workspace, digests });
      digests.save();
      return material;
    },
    readOpenApi: (documents) => readOpenApi(documents, { cwd, exclude: ['**/node_modules/**', '**/.git/**'] }),
  };
}

interface ReadOptions {
  readonly cwd: string;
  readonly workspace: string | undefined;
  readonly digests: DigestStore;
}

async function read(settings: FileSettings, { cwd, workspace, digests }: ReadOptions): Promise<Material> {
  const mapping = await readMapping(cwd, workspace);
  const mappedPaths = mapping.ok ? mapping.value.paths : { collections: [], environments: [] };
  const found = await findAll(settings, cwd, mappedPaths);
  const options = { cwd, digests, allowUnsupported: settings.allowUnsupported };
  const results = [
    ...(await loadAll('collection', found.collection.files, options)),
    ...(await loadAll('environment', found.environment.files, options)),
    ...(await loadAll('globals', found.globals.files, options)),
  ];
  const problems = [
    ...(settings.mayBeEmpty ? [] : await problemsOfSearch(settings, { cwd, found, results })),
    ...results.flatMap((file) => file.problems),
    ...(mapping.ok ? [] : mapping.problems),
  ];
  return {
    problems,
    loaded: results.flatMap((file) => file.loaded ?? []),
    notices: [...results.flatMap(({ notices = [] }) => notices), ...noticesOf(results)],
    mapping: mapping.ok ? mapping.value.ids : new Map(),
    runValues: runValuesOf(found.environment.files),
  };
}

type FoundFiles = Readonly<Record<FileKind, Awaited<ReturnType<typeof findFiles>>>>;

async function findAll(
  { collections, environments, globals, exclude }: FileSettings,
  cwd: string,
  mapped: PostmanMapping['paths'],
): Promise<FoundFiles> {
  const options = { cwd, exclude };
  const collectionGlobs = withDefaults(collections, [TREES, ...mapped.collections]);
  const environmentGlobs = withDefaults(environments, [ENVIRONMENTS, ...mapped.environments]);
  const [collection, environment, found] = await Promise.all([
    findFiles(collectionGlobs, { ...options, trees: true }),
    findFiles(environmentGlobs, options),
    findFiles(globals ? [globals] : [], options),
  ]);
  return { collection, environment, globals: found };
}

interface SearchResult {
  readonly cwd: string;
  readonly found: FoundFiles;
  readonly results: readonly FileResult[];
}

/** The problems of globs that match nothing, and of a repository without any file. */
async function problemsOfSearch(
  settings: FileSettings,
  { cwd, found, results }: SearchResult,
): Promise<readonly Problem[]> {
  const problems = [found.collection, found.environment, found.globals].flatMap((kind) => kind.problems);
  const isEmpty = results.every((file) => file.leftOut !== undefined);
  return isEmpty && problems.length === 0 ? [await nothingFound(settings, cwd)] : problems;
}

/** Paths to which Postman's app writes collections and environments as YAML. */
const TREES = 'postman/collections/*/';
const ENVIRONMENTS = 'postman/environments/*.environment.{yaml,yml}';

/** Adds the paths of Postman's app, unless the user has chosen files. */
const withDefaults = (selections: readonly FileSelection[], patterns: readonly string[]): readonly FileSelection[] =>
  selections.some(({ explicit }) => explicit)
    ? selections
    : [...selections, ...patterns.map((pattern) => ({ pattern, base: '', explicit: false }))];

/**
 * The result of loading a file. A file with problems may be loaded, too, so that all its problems are reported at once.
 */
interface FileResult {
  readonly path: string;
  readonly loaded?: LoadedFile;
  readonly problems: readonly Problem[];
  readonly notices?: readonly Notice[];
  /** The reason for leaving out a file that only a default glob matched. */
  readonly leftOut?: Problem;
  readonly converted?: boolean;
}

interface LoadOptions extends TreeOptions {
  readonly cwd: string;
  readonly digests: DigestStore;
}

/** Number of files that are read in parallel: their bytes are in memory together. */
const PARALLEL = 8;

async function loadAll(
  kind: FileKind,
  files: readonly FoundFile[],
  options: LoadOptions,
): Promise<readonly FileResult[]> {
  const results: FileResult[] = [];
  for (let from = 0; from < files.length; from += PARALLEL) {
    const batch = files.slice(from, from + PARALLEL);
    results.push(...(await Promise.all(batch.map((file) => load(kind, file, options)))));
  }
  return results;
}

async function load(kind: FileKind, found: FoundFile, options: LoadOptions): Promise<FileResult> {
  const { path, selection } = found;
  const { source, problems, notices = [], foreign, converted = false } = await readFound(kind, found, options);
  if (foreign) return selection.explicit ? { path, problems: [foreign] } : { path, problems, leftOut: foreign };
  if (!source) return { path, problems, notices };
  const uploads = valuesOf(selection.values, (value) => value.upload);
  const loaded = omitUndefined<LoadedFile>({
    kind,
    file: source,
    pinned: selection.uid && omitUndefined<Pin>({ uid: selection.uid, place: selection.place }),
    uploads: uploads.size > 0 ? uploads : undefined,
  });
  return { path, loaded, problems, notices, converted };
}

function readFound(
  kind: FileKind,
  { path, isTree }: FoundFile,
  { cwd, digests, ...options }: LoadOptions,
): Promise<ReadFile> {
  if (isTree) return readTreeSource(path, cwd, options);
  return kind !== 'collection' && /\.ya?ml$/.test(path)
    ? readYamlValues(kind, path, cwd)
    : readSource(path, { kind, cwd, digests });
}

/** Notices about files that are left out or converted. */
function noticesOf(files: readonly FileResult[]): readonly Notice[] {
  const converted = files.filter((file) => file.converted).map(({ path }) => path);
  const leftOut = files.flatMap(({ path, leftOut: problem }): readonly Notice[] => {
    if (!problem) return [];
    const message = `${path} is left out: ${lowerFirst(problem.message)}.`;
    return [{ level: 'notice', message, path }];
  });
  if (converted.length === 0) return leftOut;
  const message = `Read as v2.1 from collection format v2.0: ${listed(converted)}. The files stay as they are; Postman gets v2.1.`;
  return [...leftOut, { level: 'notice', message }];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The most paths that a message names. */
const MAX_NAMED = 5;

const listed = (paths: readonly string[]): string => {
  const more = paths.length - MAX_NAMED;
  return more > 0 ? `${paths.slice(0, MAX_NAMED).join(', ')} and ${more} more` : paths.join(', ');
};

const runValuesOf = (files: readonly FoundFile[]): Material['runValues'] =>
  new Map(files.map(({ path, selection }) => [path, valuesOf(selection.values, () => true)]));

const valuesOf = (
  values: ReadonlyMap<string, ExtraValue> | undefined,
  keep: (value: ExtraValue) => boolean,
): ReadonlyMap<string, Secret> =>
  new Map([...(values ?? [])].filter(([, value]) => keep(value)).map(([name, value]) => [name, value.value]));

/** The problem of a repository in which no file matches. Suggests files with other names. */
async function nothingFound({ collections, environments, exclude }: FileSettings, cwd: string): Promise<Problem> {
  const [definition] = await glob('**/.resources/definition.{yaml,yml}', {
    cwd,
    ignore: [...exclude],
    dot: true,
    followSymbolicLinks: false,
  });
  if (definition) return treeWithOtherName(slashed(definition));
  const globs = [...collections, ...environments].map(({ pattern }) => pattern).join(', ');
  const message = `No file matches ${globs}`;
  const suggested = await suggestFiles(cwd, exclude);
  const named = (['collections', 'environments'] as const).flatMap((input) =>
    suggested[input].length > 0 ? [`${input}: ${listed(suggested[input])}`] : [],
  );
  return named.length > 0
    ? {
        code: 'no-file',
        message: `${message}, but other files are exports of Postman`,
        remedy: `Name them: ${named.join('; ')}.`,
      }
    : {
        code: 'no-file',
        message,
        remedy: 'Name the files in collections and environments, as globs relative to the working directory.',
      };
}

function treeWithOtherName(definition: string): Problem {
  const directory = definition.replace(/\/?\.resources\/definition\.ya?ml$/, '') || '.';
  return {
    code: 'no-file',
    message: `No file matches, but there is a collection in Postman's YAML format (v3): ${directory}`,
    remedy: `Name its directory: collections: ${directory}`,
    path: definition,
  };
}

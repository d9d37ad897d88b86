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
import { readMapping } from './postman-mapping.ts';
import { readOpenApi } from './read-openapi.ts';
import { suggestFiles } from './suggest-files.ts';
import { readTreeSource, readYamlValues } from './trees.ts';

/** Reads the repository below a folder. */
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
  const options = { cwd, exclude: settings.exclude };
  const mapping = await readMapping(cwd, workspace);
  const paths = mapping.ok ? mapping.value.paths : { collections: [], environments: [] };
  const collections = await findFiles(withDefaults(settings.collections, [TREES, ...paths.collections]), {
    ...options,
    trees: true,
  });
  const environments = await findFiles(
    withDefaults(settings.environments, [ENVIRONMENTS, ...paths.environments]),
    options,
  );
  const globals = await findFiles(settings.globals ? [settings.globals] : [], options);
  const reading = { cwd, digests, allowUnsupported: settings.allowUnsupported };
  const all = [
    ...(await loadAll('collection', collections.files, reading)),
    ...(await loadAll('environment', environments.files, reading)),
    ...(await loadAll('globals', globals.files, reading)),
  ];
  const loaded = all.flatMap((file) => file.loaded ?? []);
  const unmatched = [...collections.problems, ...environments.problems, ...globals.problems];
  const problems: Problem[] = settings.mayBeEmpty ? [] : [...unmatched];
  const nothing = all.every((file) => file.leftOut !== undefined) && !settings.mayBeEmpty;
  if (nothing && problems.length === 0) problems.push(await nothingFound(settings, options));
  problems.push(...all.flatMap((file) => file.problems), ...(mapping.ok ? [] : mapping.problems));
  return {
    problems,
    loaded,
    notices: [...all.flatMap(({ notices = [] }) => notices), ...noticesOf(all)],
    mapping: mapping.ok ? mapping.value.ids : new Map(),
    runValues: runValuesOf(environments.files),
  };
}

/** Where Postman's app writes collections and environments as YAML. */
const TREES = 'postman/collections/*/';
const ENVIRONMENTS = 'postman/environments/*.environment.{yaml,yml}';

/** The default globs include the files of Postman's app. */
const withDefaults = (selections: readonly FileSelection[], patterns: readonly string[]): readonly FileSelection[] =>
  selections.some(({ explicit }) => explicit)
    ? selections
    : [...selections, ...patterns.map((pattern) => ({ pattern, base: '', explicit: false }))];

/** A file with problems is loaded as far as possible, so that all its problems are reported at once. */
interface Loading {
  readonly path: string;
  readonly loaded?: LoadedFile;
  readonly problems: readonly Problem[];
  readonly notices?: readonly Notice[];
  /** Why a file that only a default glob matched is left out. */
  readonly leftOut?: Problem;
  readonly converted?: boolean;
}

interface Reading extends TreeOptions {
  readonly cwd: string;
  readonly digests: DigestStore;
}

/** Files that are read at once: their bytes are in memory together. */
const AT_ONCE = 8;

async function loadAll(kind: FileKind, files: readonly FoundFile[], reading: Reading): Promise<readonly Loading[]> {
  const loaded: Loading[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE)
    loaded.push(...(await Promise.all(files.slice(from, from + AT_ONCE).map((file) => load(kind, file, reading)))));
  return loaded;
}

async function load(kind: FileKind, found: FoundFile, reading: Reading): Promise<Loading> {
  const { path, selection } = found;
  const { source, problems, notices = [], foreign, converted = false } = await readFound(kind, found, reading);
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
  { cwd, digests, ...options }: Reading,
): Promise<ReadFile> {
  if (isTree) return readTreeSource(path, cwd, options);
  return kind !== 'collection' && /\.ya?ml$/.test(path)
    ? readYamlValues(kind, path, cwd)
    : readSource(path, { kind, cwd, digests });
}

/** Notices about files that are read in another way than users may expect. */
function noticesOf(files: readonly Loading[]): readonly Notice[] {
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

/** Paths that are named in one notice. */
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

/** The problem where no file matches at all. */
async function nothingFound(
  { collections, environments }: FileSettings,
  { cwd, exclude }: { readonly cwd: string; readonly exclude: readonly string[] },
): Promise<Problem> {
  const [definition] = await glob('**/.resources/definition.{yaml,yml}', {
    cwd,
    ignore: [...exclude],
    dot: true,
    followSymbolicLinks: false,
  });
  if (definition) {
    const directory = slashed(definition).replace(/\/?\.resources\/definition\.ya?ml$/, '') || '.';
    return {
      code: 'no-file',
      message: `No file matches, but there is a collection in Postman's YAML format (v3): ${directory}`,
      remedy: `Name its directory: collections: ${directory}`,
      path: slashed(definition),
    };
  }
  const globs = [...collections, ...environments].map(({ pattern }) => pattern).join(', ');
  const message = `No file matches ${globs}`;
  const suggested = await suggestFiles(cwd, exclude);
  const named = (['collections', 'environments'] as const).flatMap((input) =>
    suggested[input].length > 0 ? [`${input}: ${listed(suggested[input])}`] : [],
  );
  if (named.length > 0)
    return {
      code: 'no-file',
      message: `${message}, but other files are exports of Postman`,
      remedy: `Name them: ${named.join('; ')}.`,
    };
  return {
    code: 'no-file',
    message,
    remedy: 'Name the files in collections and environments, as globs relative to the working directory.',
  };
}

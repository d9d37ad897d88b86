import { glob } from 'tinyglobby';
import { omitUndefined } from '../core/lib/json.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Pin, ResourceKind } from '../core/model/resource.ts';
import type { Secret } from '../core/model/secret.ts';
import type { LoadedFile } from '../core/plan/desired.ts';
import type { ExtraValue, FileSettings } from '../settings/settings.ts';
import type { Files, Material } from '../sync/ports.ts';
import { type FoundFile, findFiles } from './find.ts';
import { readSource } from './parse.ts';
import { readMapping } from './postman-mapping.ts';

/** Reads the repository below a folder. */
export function createFiles(cwd: string, workspace: string | undefined): Files {
  return { read: (settings) => read(settings, { cwd, workspace }) };
}

interface Place {
  readonly cwd: string;
  readonly workspace: string | undefined;
}

async function read(settings: FileSettings, { cwd, workspace }: Place): Promise<Material> {
  const options = { cwd, exclude: settings.exclude };
  const collections = await findFiles(settings.collections, options);
  const environments = await findFiles(settings.environments, options);
  const globals = await findFiles(settings.globals ? [settings.globals] : [], options);
  const mapping = await readMapping(cwd, workspace);
  const all = [
    ...(await loadAll('collection', collections.files, cwd)),
    ...(await loadAll('environment', environments.files, cwd)),
    ...(await loadAll('globals', globals.files, cwd)),
  ];
  const problems: Problem[] = [...collections.problems, ...environments.problems, ...globals.problems];
  if (all.length === 0 && problems.length === 0) problems.push(await nothingFound(settings, options));
  problems.push(...all.flatMap((one) => one.problems), ...(mapping.ok ? [] : mapping.problems));
  return {
    problems,
    loaded: all.flatMap((one) => one.loaded ?? []),
    mapping: mapping.ok ? mapping.value : new Map(),
    runValues: runValuesOf(environments.files),
  };
}

/** A file with problems is loaded as far as it goes: what else is wrong with it is said at once. */
interface Loading {
  readonly loaded?: LoadedFile;
  readonly problems: readonly Problem[];
}

async function loadAll(kind: ResourceKind, files: readonly FoundFile[], cwd: string): Promise<readonly Loading[]> {
  return Promise.all(
    files.map(async ({ path, selection }): Promise<Loading> => {
      const { source, problems } = await readSource(path, cwd);
      if (!source) return { problems };
      const uploads = valuesOf(selection.values, (value) => value.upload);
      const loaded = omitUndefined<LoadedFile>({
        kind,
        file: source,
        pinned: selection.uid && omitUndefined<Pin>({ uid: selection.uid, place: selection.place }),
        uploads: uploads.size > 0 ? uploads : undefined,
      });
      return { loaded, problems };
    }),
  );
}

const runValuesOf = (files: readonly FoundFile[]): Material['runValues'] =>
  new Map(files.map(({ path, selection }) => [path, valuesOf(selection.values, () => true)]));

const valuesOf = (
  values: ReadonlyMap<string, ExtraValue> | undefined,
  keep: (value: ExtraValue) => boolean,
): ReadonlyMap<string, Secret> =>
  new Map([...(values ?? [])].filter(([, value]) => keep(value)).map(([name, value]) => [name, value.value]));

/** Nothing at all: a typo, or the format that only Postman's app and CLI understand. */
async function nothingFound(
  { collections, environments }: FileSettings,
  { cwd, exclude }: { readonly cwd: string; readonly exclude: readonly string[] },
): Promise<Problem> {
  const [definition] = await glob('**/.resources/definition.yaml', {
    cwd,
    ignore: [...exclude],
    dot: true,
    followSymbolicLinks: false,
  });
  if (definition) {
    return {
      message:
        "The repository holds collections in Postman's multi-file format (v3), which the Postman API does not take",
      remedy: 'Export them as "Collection v2.1" JSON files, and name those in collections.',
      path: definition,
    };
  }
  const globs = [...collections, ...environments].map(({ pattern }) => pattern).join(', ');
  return {
    message: `No file matches ${globs}`,
    remedy: 'Name the files in collections and environments, as globs relative to the working directory.',
  };
}

import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { foreignId, saveCollection } from './collections/catalog.ts';
import { collectionComplaints } from './collections/schema.ts';
import { stampCollection } from './collections/stamp.ts';
import { isArray, isObject, type JsonObject, objectAt, stringAt } from './json.ts';
import { bareId, isUuid } from './repository.ts';
import { errorMessage } from './responses.ts';
import type { Store } from './store.ts';

/** A file of a collection or environment for the team workspace. */
export interface SeedFile {
  readonly path: string;
  readonly kind: 'collection' | 'environment';
  readonly content: JsonObject;
}

const kindOf = (name: string): SeedFile['kind'] | undefined => {
  const parts = /\.postman_(collection|environment)\.json$/.exec(name);
  if (parts?.[1] === 'collection') return 'collection';
  return parts ? 'environment' : undefined;
};

const problemsOf = (kind: SeedFile['kind'], content: JsonObject): readonly string[] => {
  if (kind === 'collection') return collectionComplaints(content);
  return stringAt(content, 'name') === undefined ? ["must have required property 'name'"] : [];
};

const readText = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`The seed file ${path} cannot be read: ${errorMessage(error)}`);
  });
  return text.replace(/^\uFEFF/, '');
};

const readSeedFile = async (path: string, kind: SeedFile['kind']): Promise<SeedFile> => {
  const text = await readText(path);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Error(`The seed file ${path} is not JSON: ${errorMessage(error)}`);
  }
  // Files downloaded from the API have its envelope.
  const inner = isObject(content) && isObject(content[kind]) ? content[kind] : content;
  const problems = isObject(inner) ? problemsOf(kind, inner) : ['must be object'];
  if (!isObject(inner) || problems.length > 0) {
    throw new Error(`The seed file ${path} is not a Postman ${kind}: ${problems.join('; ')}`);
  }
  return { path, kind, content: inner };
};

/** Finds files and links to files. Links to folders are not followed, since one to a parent would never end. */
const pathsBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new Error(
      `The seed folder ${folder} cannot be read: ${errorMessage(error)}. Pass a folder with exported Postman files.`,
    );
  });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).split(sep).includes('node_modules'))
    .sort();
};

/**
 * Reads all `*.postman_collection.json` and `*.postman_environment.json` below the folder. Throws an `Error` that
 * names all unusable files.
 */
export const readSeed = async (folder: string): Promise<readonly SeedFile[]> => {
  const found = (await pathsBelow(folder)).flatMap((path) => {
    const kind = kindOf(path);
    return kind ? [readSeedFile(path, kind)] : [];
  });
  const read = await Promise.allSettled(found);
  const problems = read.flatMap((file) => (file.status === 'rejected' ? [errorMessage(file.reason)] : []));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return read.flatMap((file) => (file.status === 'fulfilled' ? [file.value] : []));
};

interface SeedTarget {
  readonly owner: number;
  readonly workspaceId: string;
  readonly now: string;
}

const keptId = (given: string | undefined, taken: boolean): string =>
  given !== undefined && isUuid(bareId(given)) && !taken ? bareId(given) : randomUUID();

const plantCollection = (store: Store, content: JsonObject, { owner, workspaceId, now }: SeedTarget): void => {
  const given = stringAt(objectAt(content, 'info'), '_postman_id');
  const id = keptId(given, given !== undefined && store.collections.find(bareId(given)) !== undefined);
  // A copy of a file has the ids of the original, so the copy gets new ids.
  const ids = foreignId(store, content, { refuse: 'known' }) === undefined ? 'keep' : 'mint';
  const stamp = { id, owner, userId: owner, now, createdAt: now, ids, unknownFields: 'keep' } as const;
  const record = {
    id,
    uid: `${owner}-${id}`,
    owner,
    workspaceId,
    name: stringAt(objectAt(content, 'info'), 'name') ?? '',
    createdAt: now,
    updatedAt: now,
    lastUpdatedBy: owner,
    body: stampCollection(content, stamp),
  };
  saveCollection(store, record, 0);
};

const plantEnvironment = (store: Store, content: JsonObject, { owner, workspaceId, now }: SeedTarget): void => {
  const given = stringAt(content, 'id');
  const id = keptId(given, given !== undefined && store.environments.find(bareId(given)) !== undefined);
  const values = isArray(content.values) ? content.values.filter(isObject) : [];
  store.environments.add(
    {
      id,
      uid: `${owner}-${id}`,
      owner,
      workspaceId,
      name: stringAt(content, 'name') ?? '',
      createdAt: now,
      updatedAt: now,
      values: values.map((value) => ({
        enabled: true,
        ...value,
        type: value.type === 'secret' ? 'secret' : 'default',
      })),
    },
    0,
  );
};

/** Stores the files as an upload would. Ids in the files are kept. */
export const plantSeed = (store: Store, files: readonly SeedFile[], place: SeedTarget): void => {
  for (const { kind, content } of files) {
    if (kind === 'collection') plantCollection(store, content, place);
    else plantEnvironment(store, content, place);
  }
};

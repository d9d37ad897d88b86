import { open } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { glob } from 'tinyglobby';

/** Globs for files that are exports of Postman but do not match the default globs. */
export interface SuggestedGlobs {
  readonly collections: readonly string[];
  readonly environments: readonly string[];
}

/** The most files that are searched: a repository may have thousands of JSON files. */
const MAX_FILES = 2_000;

/**
 * Bytes to read at the beginning and at the end, where an export has its schema (at the end if `info` follows the
 * items).
 */
const END_BYTES = 4_096;

/** Searches all JSON files below a folder for exports of Postman, by the schema and the fields that Postman writes. */
export async function suggestFiles(cwd: string, exclude: readonly string[]): Promise<SuggestedGlobs> {
  const paths = await glob('**/*.json', { cwd, ignore: [...exclude], dot: true, followSymbolicLinks: false });
  const files = await Promise.all(
    paths.slice(0, MAX_FILES).map(async (path) => ({ path, kind: await kindOf(resolve(cwd, path)) })),
  );
  return { collections: globsFor('collection', files), environments: globsFor('environment', files) };
}

type Kind = 'collection' | 'environment';

async function kindOf(path: string): Promise<Kind | undefined> {
  const file = await open(path).catch(() => undefined);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    const read = async (start: number): Promise<string> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(END_BYTES), 0, END_BYTES, Math.max(0, start));
      return buffer.toString('utf8', 0, bytesRead);
    };
    const text = (await read(0)) + (size > END_BYTES ? await read(size - END_BYTES) : '');
    if (/schema\.(get)?postman\.com\/json\/collection\/v2/.test(text)) return 'collection';
    return ENVIRONMENT_PATTERNS.some((pattern) => pattern.test(text)) ? 'environment' : undefined;
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

const ENVIRONMENT_PATTERNS = [
  /"_postman_variable_scope"\s*:\s*"environment"/,
  /^\s*\{\s*"id"\s*:\s*"[0-9a-f-]{36}",\s*"name"\s*:[^}]*"values"\s*:/,
];

interface Candidate {
  readonly path: string;
  readonly kind: Kind | undefined;
}

/** A glob for each folder whose JSON files are all of the kind; in other folders, the paths of the files. */
function globsFor(kind: Kind, files: readonly Candidate[]): readonly string[] {
  const folders = [...new Set(files.map(({ path }) => posix.dirname(path)))].sort();
  return folders.flatMap((folder) => {
    const inFolder = files.filter(({ path }) => posix.dirname(path) === folder);
    const found = inFolder.filter((file) => file.kind === kind).map(({ path }) => path);
    return found.length > 1 && found.length === inFolder.length ? [posix.join(folder, '*.json')] : found;
  });
}

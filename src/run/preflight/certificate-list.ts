import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isObject } from '../../core/lib/json.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { InspectPath } from '../../sync/ports.ts';

type Complaint = Pick<Problem, 'message' | 'remedy'>;

const INPUT = 'ssl-client-cert-list';

/**
 * Checks the files that a list of client certificates names. Newman would read them from any folder, and ignore
 * missing files. A list in the checkout may name only files of the checkout.
 */
export async function checkCertificateList(
  path: string | undefined,
  { cwd, inspect }: { readonly cwd: string; readonly inspect: InspectPath },
): Promise<readonly Complaint[]> {
  if (path === undefined) return [];
  const list = await readList(resolve(cwd, path));
  if (typeof list === 'string') return [{ message: `${INPUT}: "${path}" ${list}`, remedy: REMEDY }];
  const isCommitted = (await inspect(path, 'contained')) === undefined;
  const complaints = await Promise.all(
    sourcesIn(list).map(async (source): Promise<readonly Complaint[]> => {
      const refusal = isCommitted ? await inspect(source, 'contained') : undefined;
      if (refusal) return [{ message: `${INPUT}: ${path}: ${refusal.reason}`, remedy: refusal.remedy }];
      if (await isReadable(resolve(cwd, source))) return [];
      return [{ message: `${INPUT}: ${path}: the file "${source}" cannot be read`, remedy: 'Correct the path there.' }];
    }),
  );
  return complaints.flat();
}

const REMEDY = 'Write a JSON array of objects with matches, cert and key, as for Newman.';

/** The parsed list, or the reason why its file cannot be used. */
async function readList(path: string): Promise<readonly unknown[] | string> {
  try {
    const value: unknown = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? value : 'holds no list';
  } catch (error) {
    return error instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
  }
}

const sourcesIn = (list: readonly unknown[]): readonly string[] =>
  list
    .filter(isObject)
    .flatMap(({ pfx, key, cert }) =>
      [pfx, key, cert].flatMap((file) => (isObject(file) && typeof file.src === 'string' ? [file.src] : [])),
    );

const isReadable = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

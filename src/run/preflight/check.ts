import { access, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isObject } from '../../core/lib/json.ts';
import { pathOptions } from '../../core/model/path-options.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { RunOptions } from '../../core/model/run-result.ts';
import type { Suite } from '../../core/model/suite.ts';
import type { InspectPath } from '../../sync/ports.ts';
import { DataFileError, readRows } from '../data.ts';
import { checkCertificateList } from './certificate-list.ts';
import { missingFolder } from './folders.ts';

type Complaint = Pick<Problem, 'message' | 'remedy'>;

/**
 * Problems with files, folders and reporters that suites name: missing or unusable. Paths are relative to the working
 * directory.
 */
export async function checkSuites(
  suites: readonly Suite[],
  { cwd, inspect }: CheckOptions,
): Promise<readonly Problem[]> {
  const found = await Promise.all(
    suites.map(async (suite) => {
      // A path that must not be read is not opened: reading a named pipe never ends.
      const refused = await refusedPaths(suite.options, inspect);
      const complaints = refused.length > 0 ? refused : await complaintsAbout(suite, { cwd, inspect });
      return complaints.map((complaint) => ({ code: 'run-option' as const, ...complaint, ...suite.place }));
    }),
  );
  return found.flat();
}

/** Number of rows of a suite's iteration data; 0 without data, or where it cannot be read. */
export async function countRows({ options }: Suite, { cwd, inspect }: CheckOptions): Promise<number> {
  const { iterationData: path } = options;
  if (path === undefined || (await inspect(path))) return 0;
  return readRows(path, cwd).then(
    ({ length }) => length,
    () => 0,
  );
}

/** The working directory, and the check of paths before they are read. */
export interface CheckOptions {
  readonly cwd: string;
  readonly inspect: InspectPath;
}

async function refusedPaths(options: RunOptions, inspect: InspectPath): Promise<readonly Complaint[]> {
  const found = await Promise.all(
    pathOptions().map(async (option): Promise<readonly Complaint[]> => {
      const path = options[option];
      const refusal = path === undefined ? undefined : await inspect(path);
      return refusal ? [{ message: `${inputOf(option)}: ${refusal.reason}`, remedy: refusal.remedy }] : [];
    }),
  );
  return found.flat();
}

/** The input of an option: `iteration-data` of `iterationData`. */
const inputOf = (option: string): string => option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function complaintsAbout(
  { collection, options }: Suite,
  { cwd, inspect }: CheckOptions,
): Promise<readonly Complaint[]> {
  const folder = missingFolder(collection.content, options.folder);
  const complaints = await Promise.all([
    checkData(options.iterationData, cwd),
    checkFile('ssl-client-cert', { path: options.sslClientCert, cwd }),
    checkFile('ssl-client-key', { path: options.sslClientKey, cwd }),
    checkFile('ssl-extra-ca-certs', { path: options.sslExtraCaCerts, cwd }),
    checkFolder(options.workingDir, cwd),
    checkCookies(options.cookieJar, cwd),
  ]);
  return [
    ...(folder ? [noFolder(folder, collection.path)] : []),
    ...complaints.filter((complaint) => complaint !== undefined),
    ...(await checkCertificateList(options.sslClientCertList, { cwd, inspect })),
  ];
}

const noFolder = ({ name, remedy }: { readonly name: string; readonly remedy: string }, path: string): Complaint => ({
  message: `folder: ${path} holds no folder or request named "${name}"`,
  remedy,
});

async function checkData(path: string | undefined, cwd: string): Promise<Complaint | undefined> {
  if (path === undefined) return undefined;
  try {
    await readRows(path, cwd);
    return undefined;
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    return { message: `iteration-data: ${error.reason}`, remedy: error.remedy };
  }
}

/** Newman ignores a missing certificate. A suite that names one must fail instead. */
async function checkFile(
  input: string,
  { path, cwd }: { readonly path: string | undefined; readonly cwd: string },
): Promise<Complaint | undefined> {
  if (path === undefined) return undefined;
  const readable = await access(resolve(cwd, path)).then(
    () => true,
    () => false,
  );
  if (readable) return undefined;
  return { message: `${input}: the file "${path}" cannot be read`, remedy: 'Correct the path, or remove it.' };
}

async function checkCookies(path: string | undefined, cwd: string): Promise<Complaint | undefined> {
  const unreadable = await checkFile('cookie-jar', { path, cwd });
  if (path === undefined || unreadable) return unreadable;
  if (isCookieJar(await readFile(resolve(cwd, path), 'utf8'))) return undefined;
  return {
    message: `cookie-jar: "${path}" holds no cookies as Newman writes them`,
    remedy: 'Make it with `newman run … --export-cookie-jar`.',
  };
}

function isCookieJar(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && Array.isArray(value.cookies);
  } catch {
    return false;
  }
}

async function checkFolder(path: string, cwd: string): Promise<Complaint | undefined> {
  const stats = await stat(resolve(cwd, path)).catch(() => undefined);
  if (stats?.isDirectory()) return undefined;
  return { message: `working-dir: "${path}" is no folder`, remedy: 'Name the folder that requests upload files from.' };
}

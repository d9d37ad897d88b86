import { isAbsolute, posix, relative, resolve, sep } from 'node:path';

/** A path with forward slashes. */
export const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

/** A path relative to a folder, with forward slashes; one outside the folder keeps its `../`. */
export const relativeTo = (folder: string, path: string): string => slashed(relative(folder, resolve(folder, path)));

/** A pattern as the configuration means it: below the configuration's folder. */
export const based = (base: string, pattern: string): string =>
  base === '' || isAbsolute(pattern) ? pattern : posix.normalize(`${base}/${pattern}`);

/** A path from the root of the repository as one from a folder below it, which ends with a slash or is empty. */
export function belowFolder(path: string, folder: string): string {
  if (path.startsWith(folder)) return path.slice(folder.length);
  return `${'../'.repeat(folder.split('/').length - 1)}${path}`;
}

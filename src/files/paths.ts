import { isAbsolute, posix, relative, resolve, sep } from 'node:path';

/** A path with forward slashes. */
export const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

/** A path relative to a folder, with forward slashes; outside the folder it begins with `../`. */
export const relativeTo = (folder: string, path: string): string => slashed(relative(folder, resolve(folder, path)));

/** A pattern of the configuration file, with the folder of that file before it. */
export const based = (base: string, pattern: string): string =>
  base === '' || isAbsolute(pattern) ? pattern : posix.normalize(`${base}/${pattern}`);

/**
 * Converts a path relative to the repository's root to one relative to `folder`, which is empty or ends with a slash.
 */
export function belowFolder(path: string, folder: string): string {
  if (path.startsWith(folder)) return path.slice(folder.length);
  return `${'../'.repeat(folder.split('/').length - 1)}${path}`;
}

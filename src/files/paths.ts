import { isAbsolute, posix, relative, resolve, sep } from 'node:path';

/** A path with forward slashes. */
export const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

/** A path relative to a folder, with forward slashes; one outside the folder keeps its `../`. */
export const relativeTo = (folder: string, path: string): string => slashed(relative(folder, resolve(folder, path)));

/** A pattern as the configuration means it: below the configuration's folder. */
export const based = (base: string, pattern: string): string =>
  base === '' || isAbsolute(pattern) ? pattern : posix.normalize(`${base}/${pattern}`);

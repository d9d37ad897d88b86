import nodeModule from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { cacheFolder } from './wiring/cache-folder.ts';

/** Since Node 22.8; the types are those of the oldest Node that is supported. */
const { enableCompileCache } = nodeModule as unknown as { readonly enableCompileCache?: (folder: string) => unknown };

/** Has Node keep compiled code from run to run, in a folder of this user alone: who can write there decides what runs. */
export function useCompileCache(): void {
  const { env } = process;
  if (!enableCompileCache || env.NODE_COMPILE_CACHE || env.NODE_DISABLE_COMPILE_CACHE) return;
  const folder = cacheFolder(env);
  if (folder !== undefined) enableCompileCache(join(folder, 'compiled'));
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');

/** The program as it is now, emitted to a folder of its own from which the packages are within reach. */
export interface Compiled {
  readonly entry: string;
  remove(): void;
}

/** Emits src as the build does, without bundling; or takes the bundle that `POSTMAN_SYNC_ENTRY` names. */
export function compile(): Compiled {
  const { POSTMAN_SYNC_ENTRY: bundle } = process.env;
  if (bundle) return { entry: bundle, remove: () => {} };
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'postman-sync-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json'), '--outDir', folder], { stdio: 'ignore' });
  return {
    entry: join(folder, 'index.js'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

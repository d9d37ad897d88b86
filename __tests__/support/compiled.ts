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

/** Emits src as the build does, without bundling. */
export function compile(): Compiled {
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

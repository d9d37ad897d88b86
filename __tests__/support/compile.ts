import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');

/**
 * The program's entry: the bundle that `POSTMAN_SYNC_ENTRY` names, else src as the build emits it before it bundles.
 * The first test file of a run that asks emits it; the others wait for it.
 */
export function programEntry(): string {
  const { POSTMAN_SYNC_ENTRY: bundle, POSTMAN_SYNC_EMITTED: folder = '' } = process.env;
  if (bundle) return bundle;
  const emitted = join(folder, 'emitted');
  if (isFirst(join(folder, 'claimed'))) emit(join(folder, 'emitting'), emitted);
  while (!existsSync(emitted)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  return join(emitted, 'index.js');
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function emit(draft: string, emitted: string): void {
  mkdirSync(draft);
  writeFileSync(join(draft, 'package.json'), '{ "type": "module" }');
  spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json'), '--outDir', draft], { stdio: 'ignore' });
  renameSync(draft, emitted);
}

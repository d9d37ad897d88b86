import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** JavaScript of `src`, for processes that are forked: inside the project, so that packages are found from there. */
export interface Compiled {
  /** A file that does nothing but serve as the child of a suite. */
  readonly entry: string;
  remove(): void;
}

/** Compiles `src` once for a test file. Types are not its business: another test checks them. */
export function compileSource(): Compiled {
  const folder = join(root, 'node_modules', '.cache', `compiled-${process.pid}`);
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', folder], { cwd: root, stdio: 'pipe' });
  } catch {
    // It has written its output all the same.
  }
  const entry = join(folder, 'suite-child.js');
  writeFileSync(
    entry,
    "import { isSuiteChild } from './run/mark.js';\nif (isSuiteChild()) await (await import('./run/child.js')).runChild();\n",
  );
  return { entry, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

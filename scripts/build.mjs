// `npm run build`: builds dist/ from src/. The same sources give the same bytes. Steps:
//
//   1. Empty build/ and dist/, because ncc does not remove chunks of earlier builds.
//   2. `tsc` emits JavaScript into build/.
//   3. build/vendor/ gets rewritten copies of Newman and the sandbox, and build/ imports those.
//   4. ncc bundles build/ into dist/.
//   5. The chunks of the bundle are minified and rewritten to scripts, which `CodeCache` can compile.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootCode, bootFile, writeBootFiles } from './bundle/bootcode.mjs';
import { cached } from './bundle/cache.mjs';
import { useScripts } from './bundle/chunks.mjs';
import { minifyChunks } from './bundle/minify.mjs';
import { vendor } from './bundle/vendor.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const build = join(root, 'build');
const dist = join(root, 'dist');
const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });

for (const folder of [build, dist]) rmSync(folder, { recursive: true, force: true });
run(require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc'));
const modules = join(root, 'node_modules');
const target = join(build, 'vendor');
const copied = [
  'newman',
  'newman/lib/config/rc-file.js',
  'postman-runtime',
  'postman-sandbox',
  'uvm',
  'uvm/lib/worker.js',
];
useCopies(vendor(copied, { modules, target }));
const { withAsyncTests } = await import('../build/run/child/newman/async-tests.js');
const { withLateValues } = await import('../build/run/child/newman/late-values.js');
const boot = await cached(withLateValues(withAsyncTests(bootCode(join(modules, 'postman-sandbox')))), bootFile);
writeBootFiles(join(target, 'postman-sandbox', '.cache'), boot);
run(
  require.resolve('@vercel/ncc/package.json').replace(/package\.json$/, 'dist/ncc/cli.js'),
  'build',
  'build/index.js',
  '-m',
  '-o',
  'dist',
);
minifyChunks(dist);
writeBootFiles(dist, boot);
useScripts(dist);
for (const name of ['emulator.js', 'emulator.d.ts'])
  copyFileSync(fileURLToPath(new URL(`./package/${name}`, import.meta.url)), join(dist, name));

/** Rewrites the imports of the emitted modules to the copies in build/vendor/. `copies` has a file for each specifier. */
function useCopies(copies) {
  for (const file of readdirSync(build, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js') || file.startsWith('vendor')) continue;
    const path = join(build, file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(/(\bfrom |\bimport\()(['"])([^'"]+)\2/g, (whole, keyword, quote, specifier) =>
      specifier in copies ? `${keyword}${quote}${pathTo(copies[specifier], path)}${quote}` : whole,
    );
    if (changed !== text) writeFileSync(path, changed);
  }
}

/** The relative specifier of `copy` for an import in the module `from`. */
function pathTo(copy, from) {
  const path = relative(dirname(from), copy).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

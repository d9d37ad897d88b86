// Builds dist/ from src/: `tsc` emits JavaScript into build/, ncc bundles that into dist/ with Newman as a chunk of
// its own. dist/ is emptied first, because ncc leaves the chunks of earlier builds behind.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });

rmSync(new URL('../build', import.meta.url), { recursive: true, force: true });
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
run(require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc'));
run(
  require.resolve('@vercel/ncc/package.json').replace(/package\.json$/, 'dist/ncc/cli.js'),
  'build',
  'build/index.js',
  '-m',
  '-o',
  'dist',
);

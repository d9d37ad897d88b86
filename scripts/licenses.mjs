// Prints name, version, licence and licence text of every package in the bundle. Run `npm ci` first.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

const bundled = Object.entries(packages)
  .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional && existsSync(join(root, path)))
  .map(([path]) => path)
  .sort();

for (const path of bundled) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
  const terms = license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown';
  const file = readdirSync(join(root, path)).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry));
  const text = file ? readFileSync(join(root, path, file), 'utf8').trim() : '(The package contains no licence text.)';
  process.stdout.write(`${'='.repeat(80)}\n${name} ${version} (${terms})\n${'='.repeat(80)}\n\n${text}\n\n`);
}

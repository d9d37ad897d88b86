import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** Creates a temporary folder. */
export const scratch = (name) => mkdtempSync(join(tmpdir(), `oracle-${name}-`));

/** Runs Postman CLI with a temporary home. Resolves with its output, whatever the exit status. */
export function postman(args, { cli, cwd = process.cwd() }) {
  const env = { PATH: process.env.PATH, HOME: scratch('home') };
  return new Promise((resolve) => {
    execFile(cli, args, { cwd, env, maxBuffer: 2 ** 28 }, (_error, stdout, stderr) => resolve({ stdout, stderr }));
  });
}

/** The text files below a directory, by their path in it. */
export function filesIn(directory) {
  const files = new Map();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(relative(directory, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
  }
  return files;
}

/** Writes a file, and creates its directories. */
export function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

// Copies Newman, the runtime and the sandbox with all their dependencies into a folder, rewritten for a fast start: one copy
// of each library, dependencies evaluated at their first use, and modules that most runs do not need kept as text.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import swc from '@swc/core';
import { deferred } from './lazy.mjs';
import { MINIFY } from './minify.mjs';
import { patched } from './patches.mjs';
import { COMMON, EMPTY, IMPORTED, SHARED } from './replacements.mjs';
import { TextStore } from './text-store.mjs';

/** Name of the file with the modules that are kept as text. */
const TEXTS = 'newman.txt';

/** Code that compiles a module from the text file. The bundler sees the file's name here and copies the file. */
const COMPILE_TEXT = `const fs = require('fs');
const path = require('path');
module.exports = (start, length) => {
  const file = fs.openSync(path.join(__dirname, '${TEXTS}'), 'r');
  const bytes = Buffer.alloc(length);
  fs.readSync(file, bytes, 0, length, start);
  fs.closeSync(file);
  return new Function('module', 'exports', 'require', bytes.toString('utf8'));
};
`;

/** Copies the modules with these specifiers and their dependencies. Returns the path of each copy by specifier. */
export function vendor(specifiers, { modules, target }) {
  const copier = { modules, target, copies: new Map(), queue: [], texts: new TextStore() };
  const rootRequire = createRequire(join(modules, 'index.js'));
  const entries = specifiers.map((specifier) => [specifier, copyOf(rootRequire.resolve(specifier), copier)]);
  for (let file = copier.queue.shift(); file !== undefined; file = copier.queue.shift()) copy(file, copier);
  writeFileSync(join(target, 'package.json'), '{"type":"commonjs"}\n');
  writeFileSync(join(target, 'compile-text.js'), COMPILE_TEXT);
  writeFileSync(join(target, TEXTS), copier.texts.bytes());
  return Object.fromEntries(entries);
}

/** The path of a file's copy. A new file is added to the queue. */
function copyOf(file, copier) {
  const known = copier.copies.get(file);
  if (known !== undefined) return known;
  const path = join(copier.target, nameOf(file, copier).replaceAll('node_modules/', 'deps/'));
  copier.copies.set(file, path);
  copier.queue.push(file);
  return path;
}

const nameOf = (file, { modules }) => relative(modules, file).split(sep).join('/');

function copy(file, copier) {
  const path = copier.copies.get(file);
  const name = nameOf(file, copier);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, EMPTY.test(name) ? 'module.exports = {};\n' : textOf(file, name, copier));
}

function textOf(file, name, copier) {
  const text = patched(readFileSync(file, 'utf8').replace(/^#!.*/, ''), name);
  if (name.endsWith('/package.json')) {
    const { name: own, version } = JSON.parse(text);
    return JSON.stringify({ name: own, version });
  }
  if (name.endsWith('.json') || name.endsWith('/.cache/bootcode.js')) return text;
  if (!COMMON.test(name)) return asText(text, file, copier);
  return deferred(text, { file, rename: (specifier) => redirected(specifier, file, copier) });
}

/** Code that compiles the module from the text file. Its `require` calls are repeated, so that the bundler sees them. */
function asText(text, file, copier) {
  const specifiers = new Set(
    [...text.matchAll(/\brequire\(\s*(['"])([^'"]+)\1\s*\)/g)].map(([, , specifier]) => specifier),
  );
  const cases = [...specifiers].flatMap((specifier) => {
    const path = redirected(specifier, file, copier);
    return path.startsWith('.') || isBuiltin(path)
      ? [`    case ${JSON.stringify(specifier)}: return require(${JSON.stringify(path)});`]
      : [];
  });
  const { code } = swc.minifySync(text, MINIFY);
  const [start, length] = copier.texts.add(code);
  const compile = relativePath(dirname(copier.copies.get(file)), join(copier.target, 'compile-text.js'));
  return `function load(id) {
  switch (id) {
${cases.join('\n')}
    default: throw Object.assign(new Error("Cannot find module '" + id + "'"), { code: 'MODULE_NOT_FOUND' });
  }
}
require(${JSON.stringify(compile)})(${start}, ${length}).call(module.exports, module, module.exports, load);
`;
}

/** The specifier to use in the copy of a file. */
function redirected(specifier, file, copier) {
  const resolved = IMPORTED.test(specifier) ? undefined : resolve(specifier, file, copier);
  if (resolved === undefined) return specifier;
  return relativePath(dirname(copier.copies.get(file)), copyOf(resolved, copier));
}

/** The file of a specifier; undefined for built-in modules and for packages that are not installed. */
function resolve(specifier, file, { modules }) {
  if (isBuiltin(specifier)) return undefined;
  const [scope, name] = specifier.split('/');
  const own = specifier.startsWith('@') ? `${scope}/${name}` : scope;
  const shared = SHARED[own];
  const sought = shared ? join(modules, shared, specifier.slice(own.length)) : specifier;
  try {
    const found = createRequire(file).resolve(sought);
    // Some versions of Node resolve to the package's ES module. The CommonJS file is its `main`.
    return found.endsWith('.mjs') ? createRequire(file).resolve(join(dirname(found), mainOf(dirname(found)))) : found;
  } catch {
    return undefined;
  }
}

const mainOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).main ?? 'index.js';

function relativePath(from, to) {
  const path = relative(from, to).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}

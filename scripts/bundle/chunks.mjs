// Rewrites the bundle's chunks from ES modules to scripts, because `CodeCache` can keep compiled code only of scripts. One
// `require` function, instead of one for each use, loads Node's built-in modules.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { lateImports } from './lazy-imports.mjs';

const CHUNK = /^\d+\.index\.js$/;
const IMPORT = /^import\{createRequire as (\w+)\}from"module";/;
const EXPORTS = /^export const id=(\d+);export const ids=(\[[\d,]*\]);export const modules=/;
/** fdir looks for a picomatch installed beside the bundle, which nothing here uses. */
const FOREIGN_PICOMATCH =
  /try\{\w+(?:\$load\(\))?\.resolve\("picomatch"\);\w+=\w+(?:\$load\(\))?\("picomatch"\)\}catch\{\}/;
const LOAD = /\bimport\("\.\/"\+(__nccwpck_require__\.u\((\w+)\))\)/;

/**
 * Rewrites the chunks in a folder and the entry that loads them, and puts a hash of the bundle and the numbers of each
 * chunk's modules into the entry.
 */
export function useScripts(folder) {
  const hash = createHash('sha256');
  const chunks = {};
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    if (CHUNK.test(name)) {
      const script = scriptOf(lateImports(readFileSync(file, 'utf8')), name);
      writeFileSync(file, script);
      const { id, ids, modules } = definedBy(script);
      // A text is compiled faster than an object, and most chunks are not used.
      chunks[id] = JSON.stringify({ ids, modules: Object.keys(modules).map(Number) });
    }
    hash.update(readFileSync(file));
  }
  const entry = join(folder, 'index.js');
  const build = hash.digest('hex').slice(0, 12);
  writeFileSync(entry, withLoader(lateImports(readFileSync(entry, 'utf8')), chunks).replace('not built', build));
}

/** What a chunk's script defines; no module runs. */
function definedBy(script) {
  const chunk = {};
  runInThisContext(script)(chunk, createRequire, import.meta.url);
  return chunk;
}

/** The script for a chunk: a function of its exports, `createRequire` and its URL. */
function scriptOf(text, name) {
  const [statement = '', createRequire = 'createRequire'] = IMPORT.exec(text) ?? [];
  const body = text.slice(statement.length).replace(FOREIGN_PICOMATCH, '');
  if (!EXPORTS.test(body))
    throw new Error(`${name} does not begin like a chunk of ncc. Adapt scripts/bundle/chunks.mjs.`);
  if (body.includes('resolve("picomatch")'))
    throw new Error('fdir looks for picomatch in another way. Adapt scripts/bundle/chunks.mjs.');
  const script = body
    .replace(EXPORTS, 'exports.id=$1;exports.ids=$2;exports.modules=')
    .replaceAll('import.meta.url', 'chunkUrl');
  return ascii(`(function(exports,${createRequire},chunkUrl){${script}\n})`);
}

/** Escapes characters beyond ASCII, which have the same meaning in strings and regular expressions. */
function ascii(text) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(text))
    throw new Error('A String.raw template contains characters beyond ASCII, which cannot be escaped.');
  return text.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The entry with `CodeCache` in place of `import()` for chunks. `chunks` has the modules of each chunk. */
function withLoader(text, chunks) {
  const [, name] = /import\{createRequire as (\w+)\}from"module";/.exec(text) ?? [];
  const changed = text.replace(LOAD, 'globalThis[Symbol.for("postman-sync/load-chunk")]($1,JSON.parse(chunks[$2]))');
  if (changed === text || !name)
    throw new Error('The entry does not load chunks like an entry of ncc. Adapt scripts/bundle/chunks.mjs.');
  const calls = `${name}(import.meta.url)`;
  return changed
    .replaceAll(calls, 'nodeRequire')
    .replace(
      /(import\{createRequire as \w+\}from"module";)/,
      `$1const nodeRequire=${calls},chunks=${JSON.stringify(chunks)};`,
    );
}

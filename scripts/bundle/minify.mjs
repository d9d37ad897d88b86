// Removes comments and spaces from bundled code, and shortens local names. Names of functions and classes are kept, because
// libraries and messages use them. The structure of the code is not changed.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import swc from '@swc/core';

/** Options of swc. The output is ASCII only: with one byte per character it needs half the memory and is parsed faster. */
export const MINIFY = {
  compress: false,
  mangle: { keepClassNames: true, keepFnNames: true, topLevel: false },
  keep_classnames: true,
  keep_fnames: true,
  format: { asciiOnly: true, comments: 'some' },
  module: false,
};

/** The minified code of a script or CommonJS module. */
export const minify = (text) => swc.minifySync(text, MINIFY).code;

/** Minifies the chunks in a folder. ncc minifies the entry itself. */
export function minifyChunks(folder) {
  for (const name of readdirSync(folder).filter((file) => /^\d+\.index\.js$/.test(file))) {
    const file = join(folder, name);
    const { code } = swc.minifySync(readFileSync(file, 'utf8'), { ...MINIFY, module: true });
    writeFileSync(file, code);
  }
}

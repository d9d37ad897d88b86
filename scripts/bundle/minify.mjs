// Takes comments, spaces and long local names out of what was bundled. Names of functions and classes stay: libraries and
// messages show them. Code is not rearranged.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import swc from '@swc/core';

/** Only ASCII: a text of one byte a character is half as large in memory and faster to parse. */
export const MINIFY = {
  compress: false,
  mangle: { keepClassNames: true, keepFnNames: true, topLevel: false },
  keep_classnames: true,
  keep_fnames: true,
  format: { asciiOnly: true, comments: 'some' },
  module: false,
};

/** The shorter text of a CommonJS file. */
export const minify = (text) => swc.minifySync(text, MINIFY).code;

/** Minifies the chunks in a folder; what the bundler has minified itself is left alone. */
export function minifyChunks(folder) {
  for (const name of readdirSync(folder).filter((file) => /^\d+\.index\.js$/.test(file))) {
    const file = join(folder, name);
    const { code } = swc.minifySync(readFileSync(file, 'utf8'), { ...MINIFY, module: true });
    writeFileSync(file, code);
  }
}

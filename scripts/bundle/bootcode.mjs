// Rewrites the code that the sandbox's thread starts with, so that it starts faster. postman-sandbox contains it as one
// string, a Browserify bundle. It becomes a script whose value is a function, as Node makes it of a CommonJS file:
//
//   - Dependencies are evaluated at their first use.
//   - The source of modules that most scripts do not need goes to a text file and is compiled at its first use.
//   - Libraries that scripts see as globals are evaluated only for scripts that mention them.
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import babel from '@babel/core';
import { deferRequires } from './lazy.mjs';
import { minify } from './minify.mjs';
import { patchedSandbox } from './patches.mjs';
import { SHARED_VALIDATOR } from './shared-validator.mjs';
import { TextStore } from './text-store.mjs';
import { evaluatedModules } from './trial.mjs';

const { types: t, template } = babel;
const OPTIONS = { configFile: false, babelrc: false, sourceType: 'script', compact: true, comments: false };

/** Globals for which Node loads a module when they are read for the first time. */
const LATE_GLOBALS = ['TransformStream', 'CompressionStream'];

/** The properties of the object literal that contains the libraries for scripts. */
const GLOBAL_LIBRARIES = 'JSON,_,CryptoJS,tv4,xml2Json,Backbone,cheerio';

/**
 * Definitions that the rewritten code uses: the global object, the hooks of `pm.test`, the original `Function`, the text
 * file, the choice of libraries for a script, and the validator of schemas.
 */
const PRELUDE = `const universe = globalThis;
const { runTest, watchResponse, laterRequest, mentions } = universe.sandboxHooks || {};
delete universe.sandboxHooks;
const { Function: compile, TextDecoder: Decoder, Uint8Array: Bytes } = universe;
const fs = require('node:fs');
const texts = require('node:path').join(__dirname, 'sandbox.txt');
const asText = (parameters, start, length) => function () {
  return compile(parameters, readText(start, length)).apply(this, arguments);
};
const readText = (start, length) => {
  const file = fs.openSync(texts, 'r');
  const bytes = new Bytes(length);
  fs.readSync(file, bytes, 0, length, start);
  fs.closeSync(file);
  return new Decoder().decode(bytes);
};
const offered = (libraries, code) => {
  const all = typeof code !== 'string' || /\\\\u|\\b(?:this|eval|require)\\b/.test(code);
  const named = (name) => {
    const parts = code.split(name);
    for (let index = 1; index < parts.length; index += 1)
      if (!/[\\w$]$/.test(parts[index - 1]) && !/^[\\w$]/.test(parts[index])) return true;
    return false;
  };
  const found = {};
  for (const name of Object.keys(libraries)) if (all || name === 'JSON' || named(name)) found[name] = libraries[name]();
  return found;
};
${SHARED_VALIDATOR}`;

/** The code of `sandbox.cjs`, and the content of `sandbox.txt`, which it reads from the same folder. */
export async function bootFile(bootCode) {
  const code = patchedSandbox(bootCode);
  const texts = new TextStore();
  const used = new Set(await evaluatedModules(transformed(code, { isRare: () => false, texts, traced: true })));
  const booting = transformed(code, { isRare: (id) => !used.has(id), texts, traced: false });
  // Modules that every script needs are evaluated while the thread starts, so that the first script is not slower. So are
  // the built-in modules behind the globals that every script is given.
  const ids = JSON.stringify([...used]);
  const warm = `for (const id of ${ids}) universe.require(id);
for (const name of ${JSON.stringify(LATE_GLOBALS)}) void universe[name];\n`;
  const script = `(function(require,module,exports,__dirname){${minify(booting + warm)}\n})`;
  return { code: script, texts: texts.bytes().toString('utf8') };
}

/**
 * Writes both files to a folder. A `bootcode.js` in it is replaced by code that loads them: the bundler sees their names
 * there and copies them.
 */
export function writeBootFiles(folder, { code, texts }) {
  writeFileSync(join(folder, 'sandbox.cjs'), code);
  writeFileSync(join(folder, 'sandbox.txt'), texts);
  if (existsSync(join(folder, 'bootcode.js'))) writeFileSync(join(folder, 'bootcode.js'), BOOT_CODE);
}

/** Runs the file as `require` would. A string, because the bundler would rename identifiers in a function. */
const PLAIN = `(file) => {
  const module = { exports: {} };
  const script = new (require('vm').Script)(require('fs').readFileSync(file, 'latin1'), { filename: file });
  const define = script.runInThisContext();
  define(require('module').createRequire(file), module, module.exports, require('path').dirname(file));
}`;

/** In processes that run suites, a global `bootFrom` caches compiled code. The emulator's monitors have no cache. */
const BOOT_CODE = `const path = require('path');
const file = path.join(__dirname, 'sandbox.cjs');
const boot = ${JSON.stringify(`/* prepared */(typeof bootFrom === 'undefined' ? ${PLAIN} : bootFrom)`)};
module.exports = (done) => done(null, boot + '(' + JSON.stringify(file) + ')');
`;

/** The original code, from the package's folder. */
export function bootCode(packageRoot) {
  let code;
  createRequire(`${packageRoot}/`)('./.cache/bootcode.js')((_, text) => {
    code = text;
  });
  return code;
}

/**
 * The rewritten code. With `traced`, it exports the ids of evaluated modules. Throws an `Error` when the code lacks a part that
 * has to be rewritten.
 */
function transformed(code, { isRare, texts, traced }) {
  const ast = babel.parseSync(code, OPTIONS);
  const seen = new Set();
  babel.traverse(ast, {
    Program: (program) => {
      const modules = modulesOf(program);
      for (const { id, factory } of modules) {
        if (isRare(id)) keepAsText(factory, { code, texts });
        else defer(factory, seen);
      }
      useGlobalRequire(program);
      if (traced) trace(program, seen);
      if (modules.length > 100) seen.add('modules');
      program.stop();
    },
  });
  for (const part of ['modules', 'libraries', 'setup', ...(traced ? ['trace'] : [])])
    if (!seen.has(part))
      throw new Error(`The sandbox's code has changed: it has no ${part}. Adapt scripts/bundle/bootcode.mjs.`);
  return `${PRELUDE}${babel.transformFromAstSync(ast, code, OPTIONS).code}\n`;
}

/** The modules of a Browserify bundle, which has the form `require = function (…) {…}({ id: [function (require, module, exports) {…}, {…}], … }, {}, […])`. */
function modulesOf(program) {
  const found = [];
  program.traverse({
    ArrayExpression: (path) => {
      if (!path.parentPath.isObjectProperty()) return;
      const [factory] = path.get('elements');
      const { key } = path.parent;
      if (factory?.isFunctionExpression() && path.node.elements.length === 2)
        found.push({ id: String(key.name ?? key.value), factory });
      path.skip();
    },
  });
  return found;
}

/** Replaces a module's function by one that compiles the module from the text file when it is called. */
function keepAsText(factory, { code, texts }) {
  const { params, body } = factory.node;
  const parameters = t.stringLiteral(params.map(({ name }) => name).join());
  const place = texts.add(code.slice(body.start + 1, body.end - 1)).map((number) => t.numericLiteral(number));
  factory.replaceWith(t.callExpression(t.identifier('asText'), [parameters, ...place]));
}

function defer(factory, seen) {
  const [parameter] = factory.node.params;
  if (!parameter) return;
  offerLibraries(factory, seen);
  deferRequires(factory, { requireName: parameter.name });
}

/** Makes the libraries of the legacy interface functions, and calls those that a script mentions. */
function offerLibraries(factory, seen) {
  factory.traverse({
    VariableDeclarator: (path) => {
      const { id, init } = path.node;
      if (!t.isObjectExpression(init)) return;
      if (init.properties.map(({ key }) => key?.name ?? key?.value).join() !== GLOBAL_LIBRARIES) return;
      for (const property of init.properties) property.value = t.arrowFunctionExpression([], property.value);
      path.scope.getBinding(id.name).referencePaths.forEach((reference) => {
        const assign = reference.parentPath;
        const setup = reference.getFunctionParent();
        setup.node.params.push(t.identifier('scriptSource'));
        assign.replaceWith(template.expression.ast(`offered(${id.name}, scriptSource)`));
        seen.add('libraries');
      });
    },
    // Adds the script to `legacy.setup(scope, execution, console)`: it is the second parameter of the function around it.
    CallExpression: (path) => {
      const { callee, arguments: given } = path.node;
      if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.property, { name: 'setup' }) || given.length !== 3)
        return;
      given.push(t.cloneNode(path.getFunctionParent().node.params[1]));
      seen.add('setup');
    },
  });
}

/** Makes the bundle's assignment to `require` a global one. In a CommonJS file, the name is a parameter. */
function useGlobalRequire(program) {
  const globalRequire = () => t.memberExpression(t.identifier('universe'), t.identifier('require'));
  program.traverse({
    Identifier: (path) => {
      if (path.node.name !== 'require' || path.scope.hasBinding('require', true)) return;
      const written = path.parentPath.isAssignmentExpression() && path.key === 'left';
      if (!path.isReferencedIdentifier() && !written) return;
      path.replaceWith(globalRequire());
      path.skip();
    },
  });
}

/** Adds code that records evaluated modules. Only the call `modules[id][0].call(…)` evaluates a module. */
function trace(program, seen) {
  program.traverse({
    CallExpression: (path) => {
      const { callee } = path.node;
      if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.property, { name: 'call' })) return;
      const { object } = callee;
      if (!t.isMemberExpression(object, { computed: true }) || !t.isNumericLiteral(object.property, { value: 0 }))
        return;
      if (!t.isMemberExpression(object.object, { computed: true })) return;
      path.insertBefore(template.statement.ast(`module.exports.push(String(${object.object.property.name}));`));
      seen.add('trace');
      path.stop();
    },
  });
}

// Rewrites a CommonJS module so that a dependency is evaluated at its first use, not when the module is loaded.
//
//   const _ = require('lodash');  →  var _c; function _lazy() { return _c === undefined ? (_c = require('lodash')) : _c; }
//
// Only constants that are bound directly to a `require` (or to a property of it) at the top of a module change. The value
// of every expression stays the same; the order in which modules are evaluated does not.
import babel from '@babel/core';

const { types: t, template } = babel;

const SCRIPT = {
  configFile: false,
  babelrc: false,
  sourceType: 'script',
  compact: false,
  parserOpts: { allowReturnOutsideFunction: true },
};

/** Functions that compilers put around `require`. They return their argument, or a namespace made from it. */
const INTEROP = new Set(['__importDefault', '__importStar', '_interopRequireDefault', '_interopRequireWildcard']);

const ACCESSOR = template.statements(`
  var CACHE;
  function NAME() { return CACHE === undefined ? (CACHE = VALUE) : CACHE; }
`);

const GENERATOR = template.expression('(...args) => VALUE(...args)');

const GETTER = template.expression(`function () {
  const value = VALUE;
  Object.defineProperty(this, KEY, { value, enumerable: true, configurable: true, writable: true });
  return value;
}`);

/** The code of a CommonJS module with deferred dependencies. `rename` returns the new specifier of each `require`. */
export function deferred(text, { file, rename = (specifier) => specifier } = {}) {
  const options = { ...SCRIPT, ...(file === undefined ? {} : { filename: file }) };
  const ast = babel.parseSync(text, options);
  babel.traverse(ast, {
    Program: (program) => {
      program.traverse({ CallExpression: (call) => renameRequire(call, rename) });
      deferRequires(program);
      program.stop();
    },
  });
  return babel.transformFromAstSync(ast, text, options).code;
}

function renameRequire({ node, scope }, rename) {
  const [argument] = node.arguments;
  if (!t.isIdentifier(node.callee, { name: 'require' }) || scope.hasBinding('require', true)) return;
  if (t.isStringLiteral(argument)) node.arguments[0] = t.stringLiteral(rename(argument.value));
}

/** Defers the top-level dependencies of the function or program at `path`, whose `require` is called `requireName`. */
export function deferRequires(path, { requireName = 'require' } = {}) {
  const block = path.isProgram() ? path : path.get('body');
  block.node.body = block.get('body').flatMap((statement) => {
    if (statement.isVariableDeclaration()) return deferDeclaration(statement, requireName);
    deferExports(statement, requireName);
    return [statement.node];
  });
}

/** The statements that replace a declaration: functions for its deferred variables, then its other variables. */
function deferDeclaration(statement, requireName) {
  const accessors = [];
  const left = statement.node.declarations.filter(({ id, init }) => {
    if (!init || !isRequire(init, requireName)) return true;
    const names = boundNames(id);
    const bindings = names?.map(([name]) => statement.scope.getBinding(name));
    if (!bindings?.every((binding) => binding && isReadOnly(binding))) return true;
    names.forEach(([name, property], index) => {
      const value = property === undefined ? init : t.memberExpression(t.cloneNode(init), t.identifier(property));
      accessors.push(...accessorOf(name, { value, binding: bindings[index], scope: statement.scope }));
    });
    return false;
  });
  return left.length === 0 ? accessors : [...accessors, { ...statement.node, declarations: left }];
}

function accessorOf(name, { value, binding, scope }) {
  const accessor = scope.generateUidIdentifier(`${name}_lazy`);
  for (const reference of binding.referencePaths) {
    const { parentPath } = reference;
    if (parentPath.isObjectProperty() && parentPath.node.shorthand) parentPath.node.shorthand = false;
    reference.replaceWith(t.callExpression(t.cloneNode(accessor), []));
    deferGenerator(reference);
  }
  return ACCESSOR({ CACHE: scope.generateUidIdentifier(`${name}_cache`), NAME: accessor, VALUE: t.cloneNode(value) });
}

/** Defers the library behind a dynamic variable, as in `generator: faker.random.word`, to the call of the generator. */
function deferGenerator(reference) {
  let path = reference;
  while (path.parentPath.isMemberExpression({ computed: false }) && path.key === 'object') path = path.parentPath;
  const property = path.parentPath;
  if (path === reference || path.key !== 'value' || !property.isObjectProperty({ computed: false })) return;
  if (property.node.key.name !== 'generator') return;
  path.replaceWith(GENERATOR({ VALUE: path.node }));
}

/** `module.exports = { A: require('./a') }`: properties become getters, and values at their first use. */
function deferExports(statement, requireName) {
  if (!statement.isExpressionStatement()) return;
  const assignment = statement.get('expression');
  if (!assignment.isAssignmentExpression({ operator: '=' })) return;
  if (!/^(?:module\.)?exports$/.test(assignment.get('left').toString())) return;
  const right = assignment.get('right');
  if (!right.isObjectExpression()) return;
  for (const property of right.get('properties')) {
    if (!property.isObjectProperty({ computed: false }) || !isRequire(property.node.value, requireName)) continue;
    const { key, value } = property.node;
    const getter = GETTER({ VALUE: value, KEY: t.stringLiteral(key.name ?? key.value) });
    property.replaceWith(t.objectMethod('get', key, [], getter.body));
  }
}

function isRequire(node, requireName) {
  if (t.isMemberExpression(node, { computed: false })) return isRequire(node.object, requireName);
  if (!t.isCallExpression(node) || node.arguments.length !== 1) return false;
  const [argument] = node.arguments;
  if (t.isIdentifier(node.callee, { name: requireName })) return t.isStringLiteral(argument);
  return t.isIdentifier(node.callee) && INTEROP.has(node.callee.name) && isRequire(argument, requireName);
}

/** The names that a declaration binds, each with its property of the module; undefined for nested patterns and defaults. */
function boundNames(id) {
  if (t.isIdentifier(id)) return [[id.name]];
  if (!t.isObjectPattern(id)) return undefined;
  const names = id.properties.map((property) =>
    t.isObjectProperty(property, { computed: false }) && t.isIdentifier(property.value) && t.isIdentifier(property.key)
      ? [property.value.name, property.key.name]
      : undefined,
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}

const isReadOnly = (binding) =>
  binding.constantViolations.length === 0 && ['var', 'let', 'const'].includes(binding.kind);

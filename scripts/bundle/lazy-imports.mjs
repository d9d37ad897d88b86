// Defers imports in the bundle to their first use. In a module that was an ES module, `var x = require(1)` at the top becomes
// a function that calls `require` when it is first called. Constants that are made with an import, such as schemas, are
// deferred too, so creating them must have no side effects. Imports without a name are not changed.
import babel from '@babel/core';

const OPTIONS = { configFile: false, babelrc: false, sourceType: 'module', code: false, ast: true };

/** The code of a chunk, or of the entry, with deferred imports. */
export function lateImports(text) {
  const edits = [];
  const ast = babel.parseSync(text, OPTIONS);
  babel.traverse(ast, {
    ObjectProperty: (path) => {
      const factory = path.get('value');
      if (path.parentPath.parentPath.isVariableDeclarator() && factory.isFunction() && isModule(path, factory)) {
        edits.push(...editsOf(factory, text));
        path.skip();
      }
    },
  });
  return edited(text, edits);
}

/** Whether a property is a module of the bundle: a numeric key, and a function of `module`, `exports` and `require`. */
const isModule = (path, factory) => path.get('key').isNumericLiteral() && factory.node.params.length === 3;

function editsOf(factory, text) {
  const require = factory.node.params[2].name;
  const body = factory.get('body');
  const source = text.slice(factory.node.start, factory.node.end);
  // ncc calls `require.d` or `require.r` in a module that was an ES module.
  if (!body.isBlockStatement() || !new RegExp(`\\b${require.replace('$', '\\$')}\\.[dr]\\(`).test(source)) return [];
  return lateDeclarations(body, require).flatMap(lateDeclaration);
}

/** Declarations to defer: imports, and constants whose value needs a deferred declaration. */
function lateDeclarations(body, require) {
  const candidates = body.get('body').flatMap((statement) => candidateOf(statement) ?? []);
  const late = new Map(
    candidates.filter(({ node }) => isImport(node, require)).map((path) => [path.node.id.name, path]),
  );
  const loading = functionsThatLoad(body, late);
  for (let size = -1; size !== late.size; ) {
    size = late.size;
    for (const path of candidates)
      if (!late.has(path.node.id.name) && loads(path.get('init'), { late, loading })) late.set(path.node.id.name, path);
  }
  return [...late.values()];
}

/** The declaration, if it declares exactly one constant, which is used. */
function candidateOf(statement) {
  const [declarator, ...others] = statement.isVariableDeclaration() ? statement.get('declarations') : [];
  if (!declarator || others.length > 0 || !declarator.get('id').isIdentifier()) return undefined;
  const binding = statement.scope.getBinding(declarator.node.id.name);
  return declarator.node.init && binding?.constant && binding.referencePaths.length > 0 ? declarator : undefined;
}

const isImport = ({ init }, require) =>
  init.type === 'CallExpression' &&
  init.callee.name === require &&
  init.arguments.length === 1 &&
  init.arguments[0].type === 'NumericLiteral';

/** Names of the module's top-level functions that use an import. */
function functionsThatLoad(body, late) {
  const used = new Set();
  for (const path of late.values())
    for (const reference of body.scope.getBinding(path.node.id.name).referencePaths) {
      const statement = reference.findParent((parent) => parent.parentPath === body);
      const [declarator] = statement.isVariableDeclaration() ? statement.node.declarations : [statement.node];
      if (statement.isFunctionDeclaration() || declarator.init?.type.includes('Function')) used.add(declarator.id.name);
    }
  return used;
}

/** Whether evaluating an expression uses a deferred declaration, or calls a function that uses one. */
function loads(init, { late, loading }) {
  if (init.isFunction() || init.isAwaitExpression()) return false;
  let found = false;
  const check = (path) => {
    const { name } = path.node;
    if (late.has(name)) found = true;
    else if (loading.has(name) && path.parentPath.isCallExpression() && path.key === 'callee') found = true;
  };
  if (init.isIdentifier()) check(init);
  init.traverse({
    Function: (path) => path.skip(),
    Class: (path) => path.skip(),
    ReferencedIdentifier: check,
  });
  return found;
}

/** Edits that replace a declaration by a function, and each use of it by a call. */
function lateDeclaration(declarator) {
  const { name } = declarator.node.id;
  const [load, kept] = [`${name}$load`, `${name}$kept`];
  const { start, end } = declarator.parent;
  const { init } = declarator.node;
  return [
    { start, end: init.start, text: `var ${kept};function ${load}(){return ${kept}??=` },
    { start: init.end, end, text: '}' },
    ...declarator.scope.getBinding(name).referencePaths.flatMap((path) => useOf(path, `${load}()`)),
  ];
}

function useOf(path, call) {
  const { start, end } = path.node;
  if (path.parentPath.isObjectProperty({ shorthand: true })) return [{ start: end, end, text: `:${call}` }];
  return [{ start, end, text: call }, ...parentheses(path)];
}

/** Edits that put a callee of `new` in parentheses: `new x().A()` would construct `x` itself. */
function parentheses(path) {
  let callee = path;
  while (callee.parentPath.isMemberExpression() && callee.key === 'object') callee = callee.parentPath;
  if (!callee.parentPath.isNewExpression() || callee.key !== 'callee') return [];
  const { start, end } = callee.node;
  return [
    { start, end: start, text: '(' },
    { start: end, end, text: ')' },
  ];
}

/** Applies edits to a text. Where two begin at the same position, the insertion comes first. */
function edited(text, edits) {
  const parts = [];
  let done = 0;
  for (const { start, end, text: part } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(done, start), part);
    done = end;
  }
  return parts.join('') + text.slice(done);
}

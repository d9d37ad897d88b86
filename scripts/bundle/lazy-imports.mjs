// Evaluates what a module of the bundle imports at its first use: `var x = require(1)` at the top of what was an ES module
// becomes a function that requires when it is called first. So do constants that are made with it, such as schemas: their
// making must have no effect. Modules that are imported for their effects alone stay as they are.
import babel from '@babel/core';

const OPTIONS = { configFile: false, babelrc: false, sourceType: 'module', code: false, ast: true };

/** The text of a chunk, or of the entry, with late imports. */
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

/** Modules have numbers as keys, and get `module`, `exports` and `require`. */
const isModule = (path, factory) => path.get('key').isNumericLiteral() && factory.node.params.length === 3;

function editsOf(factory, text) {
  const require = factory.node.params[2].name;
  const body = factory.get('body');
  const source = text.slice(factory.node.start, factory.node.end);
  // `require.d` and `require.r` stand in what was an ES module.
  if (!body.isBlockStatement() || !new RegExp(`\\b${require.replace('$', '\\$')}\\.[dr]\\(`).test(source)) return [];
  return lateDeclarations(body, require).flatMap(lateDeclaration);
}

/** Imports, and constants that need one of them, or another such constant, to be made. */
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

/** A declaration of one constant that is used. */
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

/** Names of functions at the top of the module that use an import. */
function functionsThatLoad(body, late) {
  const used = new Set();
  for (const path of late.values())
    for (const reference of body.scope.getBinding(path.node.id.name).referencePaths) {
      const statement = reference.findParent((one) => one.parentPath === body);
      const [declarator] = statement.isVariableDeclaration() ? statement.node.declarations : [statement.node];
      if (statement.isFunctionDeclaration() || declarator.init?.type.includes('Function')) used.add(declarator.id.name);
    }
  return used;
}

/** Whether an expression, when it is evaluated, uses something late or calls a function that does. */
function loads(init, { late, loading }) {
  if (init.isFunction() || init.isAwaitExpression()) return false;
  let found = false;
  const look = (path) => {
    const { name } = path.node;
    if (late.has(name)) found = true;
    else if (loading.has(name) && path.parentPath.isCallExpression() && path.key === 'callee') found = true;
  };
  if (init.isIdentifier()) look(init);
  init.traverse({
    Function: (path) => path.skip(),
    Class: (path) => path.skip(),
    ReferencedIdentifier: look,
  });
  return found;
}

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

/** `new x.A()` would call the function with `new`. */
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

/** Of two edits at one place, an insertion comes first. */
function edited(text, edits) {
  const parts = [];
  let done = 0;
  for (const { start, end, text: part } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(done, start), part);
    done = end;
  }
  return parts.join('') + text.slice(done);
}

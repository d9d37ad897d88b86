// Changes to the source of Newman's dependencies that make a request cheaper. Results stay the same.
import { JSON_SCHEMA } from './shared-validator.mjs';

/** Whether an object has a member, its own or an inherited one, whose name begins with an underscore. */
const UNDERSCORED = '((o)=>{for(const k in o)if(k[0]==="_"&&k!=="_")return true;return false})';

/** Skips the SDK's search for such members in objects without any, which are almost all. */
const META = {
  from: /(\b\w+) ?= ?(\w+)\((\w+)\)\.pickBy\((\w+)\.propertyIsMeta\)\.mapKeys\(\4\.propertyUnprefixMeta\)\.value\(\);/,
  to: `$1=${UNDERSCORED}($3)?$2($3).pickBy($4.propertyIsMeta).mapKeys($4.propertyUnprefixMeta).value():{};`,
};

/** Calls the constructor of a header directly, instead of binding it for each header. */
const HEADER = {
  from: /var (\w+) ?= ?Array\.prototype\.slice\.call\(arguments\);\s*(return )?\1\.unshift\((\w+)\)[;,]\s*(?:return )?new ?\(\3\.bind\.apply\(\3, ?\1\)\)(?:\(\))?/,
  to: 'return new $3(...arguments)',
};

/** Finds members of objects by a plain name directly. Lodash's functions make a path of every name first. */
const PLAIN_NAMES = {
  from: /(\w+)(\.mixin\((?:\/\*\* @lends util \*\/ )?\{)/,
  to: `((lodash)=>{
  const { has, get } = lodash;
  const isPlain = (name) => typeof name === "string" && /^[A-Za-z_]\\w*$/.test(name);
  const own = Object.prototype.hasOwnProperty;
  lodash.has = (object, name) => isPlain(name) ? object != null && own.call(object, name) : has(object, name);
  lodash.get = (object, name, fallback) => {
    if (!isPlain(name)) return get(object, name, fallback);
    const value = object == null ? undefined : object[name];
    return value === undefined ? fallback : value;
  };
  return lodash;
})($1)$2`,
};

/** Sees that an object has a member, instead of asking first what kind of object it is. */
const HAS_MEMBER = {
  from: /!(\w+)\.isEmpty\((\w+)\)( ?&& ?\1\.isFunction\(\2\.toJSON\))/,
  to: `(((object) => {
    if (!object || typeof object !== "object" || object.length !== undefined || object.size !== undefined) return false;
    for (const name in object) if (Object.hasOwn(object, name)) return true;
    return false;
  })($2) || !$1.isEmpty($2))$3`,
};

/** Gives a new object its members at once. */
const ASSIGN = { from: /\b[_a-z]\w*\.assign\(this, ?(?=(?:\/\*\*.*?\*\/ ?)?\{)/g, to: 'Object.assign(this, ' };

/** Creates a property's value when it is first read: mostly, nothing reads it. */
const LAZILY = `
function lazily(object, name, create) {
  const property = (rest) => Object.defineProperty(object, name, { enumerable: true, configurable: true, ...rest });
  const replace = (value) => void property({ value, writable: true });
  property({ get: () => (replace(create()), object[name]), set: replace });
}
`;

/** A copy of an item with the values of its variables. Its scripts and examples are copied when they are read. */
const RESOLVED_ITEM = `
function resolvedItem(item, variables) {
  const copyOf = (source) => new sdk.Item(source.toObjectResolved(null, variables, { ignoreOwnVariables: true }));
  const bare = Object.assign(Object.create(sdk.Item.prototype), item, { events: undefined, responses: undefined });
  const copy = copyOf(bare);
  for (const name of ['events', 'responses']) lazily(copy, name, () => copyOf(item)[name]);
  return copy;
}
`;

const SCOPES = ['environment', 'globals', 'collectionVariables'];

/** The changes to each file: the code to replace, and its replacement. */
export const PATCHES = {
  // Converts only the few rules that are not ASCII, instead of all ten thousand.
  'psl/dist/psl.cjs': [
    {
      from: /(\w+\.toASCII)\((\w+)\)(,\w+=\w+\.charAt\(0\);)/,
      to: '/[^\\0-\\x7f]/.test($2)?$1($2):$2$3',
    },
  ],
  // An empty store needs none of these rules to find no cookie.
  '@postman/tough-cookie/lib/memstore.js': [
    { from: 'if (!domain) {', to: 'if (!domain || Object.keys(this.idx).length === 0) {' },
  ],
  // Compiling two patterns for all forms of IPv6 takes 15 ms. An address of IPv6 has a colon.
  '@postman/tough-cookie/lib/cookie.js': [
    { from: 'if (IP_V6_REGEX_OBJECT.test(str))', to: 'if (str.includes(":") && IP_V6_REGEX_OBJECT.test(str))' },
    {
      from: /if \(IP_REGEX_LOWERCASE\.test\(host\)\) \{\s*return host\.startsWith\("127\."\);/,
      to: `if (host.startsWith("127.")) {
    return /^127(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}$/.test(host);`,
    },
  ],
  'postman-collection/lib/util.js': [PLAIN_NAMES],
  'postman-collection/lib/collection/property-base.js': [META],
  'postman-collection/lib/collection/header.js': [HEADER],
  ...Object.fromEntries(
    ['collection', 'request', 'request-body', 'url', 'variable'].map((name) => [
      `postman-collection/lib/collection/${name}.js`,
      [ASSIGN],
    ]),
  ),
  'postman-collection/lib/collection/property-list.js': [HAS_MEMBER, ASSIGN],
  // A request is copied, in order to restore it, only if something can change it: a script before it, or its own authorization.
  'postman-runtime/lib/runner/extensions/item.command.js': [
    {
      from: 'originalRequest = item.request.clone()',
      to: `isKept = item.request.auth === undefined && item.events.listeners('prerequest').length === 0,
                originalRequest = isKept ? item.request : item.request.clone()`,
    },
  ],
  // Copies an item once, with the values of its variables, instead of copying it and then the copy.
  'postman-runtime/lib/runner/create-item-context.js': [
    { from: 'function (payload, defaults) {', to: 'function (payload, defaults, isCopiedLater) {' },
    { from: 'context.item = new', to: 'context.item = isCopiedLater && payload.item.request ? payload.item : new' },
  ],
  'postman-runtime/lib/runner/extensions/request.command.js': [
    { from: 'createItemContext(payload)', to: 'createItemContext(payload, undefined, true)' },
  ],
  'postman-runtime/lib/runner/extensions/event.command.js': [
    ...SCOPES.map((name) => ({
      from: new RegExp(`\\(result\\.${name} = new sdk\\.VariableScope\\(result\\.${name}\\)\\)`),
      to: `lazily(result, '${name}', later(sdk.VariableScope, result.${name}))`,
    })),
    {
      from: '(result.response = new sdk.Response(payload.context.response))',
      to: "lazily(result, 'response', later(sdk.Response, payload.context.response))",
    },
    { from: /$/, to: `${LAZILY}const later = (Type, definition) => () => new Type(definition);\n` },
  ],
  'postman-runtime/lib/runner/util.js': [
    {
      from: /new sdk\.Item\(context\.item\.toObjectResolved\(null,\s*variableDefinitions, \{ ignoreOwnVariables: true \}\)\)/,
      to: 'resolvedItem(context.item, variableDefinitions)',
    },
    { from: /$/, to: `${LAZILY}${RESOLVED_ITEM}` },
  ],
};

/** The changes to the sandbox's code, which contains another copy of the SDK. */
const SANDBOX = [META, HEADER, PLAIN_NAMES, HAS_MEMBER, ASSIGN, JSON_SCHEMA];

/** Applies the changes to a file. Throws an `Error` when the code to replace is missing. */
export const patched = (text, name) => changed(text, { name, changes: PATCHES[name] ?? [] });

/** Applies the changes to the sandbox's code. Throws an `Error` when the code to replace is missing. */
export const patchedSandbox = (text) => changed(text, { name: 'The code of the sandbox', changes: SANDBOX });

function changed(text, { name, changes }) {
  return changes.reduce((sum, { from, to }) => {
    const result = sum.replace(from, to);
    if (result === sum) throw new Error(`${name} does not contain ${from}. Adapt scripts/bundle/patches.mjs.`);
    return result;
  }, text);
}

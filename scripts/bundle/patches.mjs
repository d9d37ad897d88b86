// Changes to the source of Newman's dependencies that make a request cheaper. Results stay the same.

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

/** Creates an SDK object when the property is first read: after most scripts, nothing reads it. */
const LAZILY = `
function lazily(object, name, Type, definition) {
  const property = (rest) => Object.defineProperty(object, name, { enumerable: true, configurable: true, ...rest });
  const replace = (value) => void property({ value, writable: true });
  property({ get: () => (replace(new Type(definition)), object[name]), set: replace });
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
  'postman-collection/lib/collection/property-base.js': [META],
  'postman-collection/lib/collection/header.js': [HEADER],
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
      to: `lazily(result, '${name}', sdk.VariableScope, result.${name})`,
    })),
    {
      from: '(result.response = new sdk.Response(payload.context.response))',
      to: "lazily(result, 'response', sdk.Response, payload.context.response)",
    },
    { from: /$/, to: LAZILY },
  ],
};

/** The changes to the sandbox's code, which contains another copy of the SDK. */
const SANDBOX = [META, HEADER];

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

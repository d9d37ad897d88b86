// Texts of Newman's dependencies that the bundle has otherwise, so that a request costs less. No result differs.

/** Whether an object has a member, its own or an inherited one, whose name begins with an underscore. */
const UNDERSCORED = '((o)=>{for(const k in o)if(k[0]==="_"&&k!=="_")return true;return false})';

/** The SDK looks for such members in every object that it makes; hardly any has one. */
const META = {
  from: /(\b\w+) ?= ?(\w+)\((\w+)\)\.pickBy\((\w+)\.propertyIsMeta\)\.mapKeys\(\4\.propertyUnprefixMeta\)\.value\(\);/,
  to: `$1=${UNDERSCORED}($3)?$2($3).pickBy($4.propertyIsMeta).mapKeys($4.propertyUnprefixMeta).value():{};`,
};

/** Every header was made by a constructor that was bound for it. */
const HEADER = {
  from: /var (\w+) ?= ?Array\.prototype\.slice\.call\(arguments\);\s*(return )?\1\.unshift\((\w+)\)[;,]\s*(?:return )?new ?\(\3\.bind\.apply\(\3, ?\1\)\)(?:\(\))?/,
  to: 'return new $3(...arguments)',
};

/** Made when it is read. After most scripts nobody reads it. */
const LAZILY = `
function lazily(object, name, Type, definition) {
  const property = (rest) => Object.defineProperty(object, name, { enumerable: true, configurable: true, ...rest });
  const replace = (value) => void property({ value, writable: true });
  property({ get: () => (replace(new Type(definition)), object[name]), set: replace });
}
`;

const SCOPES = ['environment', 'globals', 'collectionVariables'];

/** Pairs of what stands in a file and what is put there. */
export const PATCHES = {
  // It brought ten thousand rules into ASCII at its start. Only a few of them are not ASCII already.
  'psl/dist/psl.cjs': [
    {
      from: /(\w+\.toASCII)\((\w+)\)(,\w+=\w+\.charAt\(0\);)/,
      to: '/[^\\0-\\x7f]/.test($2)?$1($2):$2$3',
    },
  ],
  // Without a cookie, those rules are not needed.
  '@postman/tough-cookie/lib/memstore.js': [
    { from: 'if (!domain) {', to: 'if (!domain || Object.keys(this.idx).length === 0) {' },
  ],
  // Two patterns for all forms of IPv6 took 15 ms to compile. No such address is without a colon.
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
  // The item was copied, and then the copy was copied with the values of its variables.
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

/** What is changed in the sandbox's code, which has the SDK once more. */
const SANDBOX = [META, HEADER];

/** The text of a file of that name, with its changes. */
export const patched = (text, name) => changed(text, { name, changes: PATCHES[name] ?? [] });

/** The sandbox's code, with its changes. */
export const patchedSandbox = (text) => changed(text, { name: 'The code of the sandbox', changes: SANDBOX });

function changed(text, { name, changes }) {
  return changes.reduce((sum, { from, to }) => {
    const result = sum.replace(from, to);
    if (result === sum) throw new Error(`${name} is not what it was: no ${from}. Adapt scripts/bundle/patches.mjs.`);
    return result;
  }, text);
}

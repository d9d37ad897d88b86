// What the bundle's copy of Newman and its dependencies leaves out, shares and sets aside.

/** Packages that are installed in several versions, of which the bundle has one: the newest. */
export const SHARED = {
  lodash: 'postman-runtime/node_modules/lodash',
  async: 'postman-runtime/node_modules/async',
  'postman-request': 'postman-runtime/node_modules/postman-request',
};

/** Modules that never run here and are empty in the bundle: Newman's terminal. Reporters come from the workspace. */
export const EMPTY = /^newman\/lib\/reporters\//;

/** Packages that other code of the bundle has, too: they stay imports, so that there is one copy. */
export const IMPORTED = /^(?:csv-parse)(?:\/|$)/;

/**
 * Texts that are changed. psl brings its ten thousand rules into ASCII whenever it is loaded, by every run that sends a
 * request: only a few of them are not ASCII already.
 */
export const PATCHES = {
  'psl/dist/psl.cjs': [/(\w+\.toASCII)\((\w+)\)(,\w+=\w+\.charAt\(0\);)/, '/[^\\0-\\x7f]/.test($2)?$1($2):$2$3'],
};

/**
 * Packages that every run evaluates. All others are kept as text and compiled at their first use: text costs next to
 * nothing to load, a function that never runs still has to be parsed.
 */
export const COMMON = new RegExp(
  `^(?:[^@/]+/node_modules/)*(?:${[
    '@postman/tough-cookie',
    'async',
    'caseless',
    'extend',
    'flatted',
    'http-reasons',
    'is-typedarray',
    'isstream',
    'lodash',
    'newman',
    'performance-now',
    'psl',
    'postman-collection',
    'postman-request',
    'postman-runtime/lib/(?!authorizer/(?!index|auth-interface|noauth)|visualizer)',
    'postman-runtime/index',
    'postman-sandbox',
    'postman-url-encoder',
    'punycode',
    'querystringify',
    'requires-port',
    'safe-buffer',
    'teleport-javascript',
    'universalify',
    'url-parse',
    'uuid',
    'uvm',
  ].join('|')})(?:/|$|[-.]|(?<=/))`,
);

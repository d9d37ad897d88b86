// Tables for the copies of Newman and its dependencies: packages to deduplicate, to empty and to keep as text.

/** Packages that are installed in several versions. The bundle contains only the newest, which is at the given path. */
export const SHARED = {
  lodash: 'postman-runtime/node_modules/lodash',
  async: 'postman-runtime/node_modules/async',
  'postman-request': 'postman-runtime/node_modules/postman-request',
};

/** Modules that are empty in the bundle: Newman's own reporters, which never run here. */
export const EMPTY = /^newman\/lib\/reporters\//;

/** Packages that src/ imports, too. They are not copied, so that the bundle contains them once. */
export const IMPORTED = /^(?:csv-parse)(?:\/|$)/;

/**
 * Packages that every run evaluates. All others are kept as text and compiled at their first use, because even a function
 * that never runs has to be parsed.
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

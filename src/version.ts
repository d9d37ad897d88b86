/** The version of the package; a test compares it with `package.json`. */
export const VERSION = '0.1.0';

/** The versions of Newman and of its runtime in the bundle; a test compares them with the installed packages. */
export const NEWMAN_VERSION = '6.2.2';
export const RUNTIME_VERSION = '7.56.1';

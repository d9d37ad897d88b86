/** Newman's short flags, and the inputs that they stand for (newman 6, `newman run --help`). */
export const SHORT_FLAGS: Readonly<Record<string, string>> = {
  e: 'environment',
  g: 'globals',
  d: 'iteration-data',
  n: 'iteration-count',
  r: 'reporters',
  k: 'insecure',
};

/** Newman's names for inputs that have other names here. */
export const ALIASES: Readonly<Record<string, string>> = {
  'env-var': 'variables',
  'global-var': 'global-variables',
};

/** Remedies for flags of Newman and other tools that do not exist here. */
export const INSTEAD: Readonly<Record<string, string>> = {
  'dry-run': 'Use the command plan: it shows what apply would change and writes nothing.',
  color: 'Set the environment variable NO_COLOR=1 or FORCE_COLOR=1.',
  'no-color': 'Set the environment variable NO_COLOR=1.',
  'disable-unicode': 'Leave it out: the output is plain text where the terminal cannot show more.',
  silent: 'Use --quiet.',
  'no-insecure-file-read': 'Leave it out: files outside --working-dir are never read.',
  'postman-api-key-alias': 'Set the environment variable POSTMAN_API_KEY.',
};

/** Remedies for commands of other tools. */
export const COMMANDS_INSTEAD: Readonly<Record<string, string>> = {
  run: 'Use test: it runs collections with Newman.',
  sync: 'Use plan, and then apply.',
  push: 'Use plan, and then apply.',
  login: 'Set the environment variable POSTMAN_API_KEY.',
};

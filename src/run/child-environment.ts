/** Variables that CI services set. */
export const CI_MARKS: readonly string[] = ['CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'JENKINS_URL'];

/**
 * Environment variables for the processes of suites, besides {@link CI_MARKS}: paths of programs and folders, and proxies.
 * In CI no compiled code is cached. No inputs, no tokens, no key.
 */
const CHILD_VARIABLES =
  /^(path|pathext|systemroot|windir|comspec|home|userprofile|tmp|temp|tmpdir|lang|lc_\w+|tz|https?_proxy|no_proxy|node_extra_ca_certs|node_disable_compile_cache|runner_environment)$/i;

const isForChildren = (name: string): boolean => CHILD_VARIABLES.test(name) || CI_MARKS.includes(name.toUpperCase());

/** The allow-listed part of an environment, for the processes of suites. */
export const childEnvironment = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => isForChildren(entry[0]) && entry[1] !== undefined),
  );

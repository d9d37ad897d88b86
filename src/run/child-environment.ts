/**
 * Environment variables for the processes of suites: paths of programs and folders, proxies, and whether this is CI,
 * where no compiled code is cached. No inputs, no tokens, no key.
 */
const CHILD_VARIABLES =
  /^(path|pathext|systemroot|windir|comspec|home|userprofile|tmp|temp|tmpdir|lang|lc_\w+|tz|https?_proxy|no_proxy|node_extra_ca_certs|node_disable_compile_cache|runner_environment|ci|github_actions|tf_build|jenkins_url)$/i;

/** The allow-listed part of an environment, for the processes of suites. */
export const childEnvironment = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => CHILD_VARIABLES.test(entry[0]) && entry[1] !== undefined,
    ),
  );

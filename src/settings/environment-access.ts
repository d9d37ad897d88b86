/** Environment variables of the runner and the workflow. No configuration may read them. */
const FORBIDDEN: readonly RegExp[] = [
  /^(?:INPUT|ACTIONS|RUNNER|NODE)_/i,
  /^POSTMAN_API_KEY$/i,
  /^(?:GITHUB|GH)_(?:.*_)?(?:TOKEN|PAT|KEY|SECRET|PASSWORD|CREDENTIALS?)(?:_.*)?$/i,
  // Azure Pipelines, GitLab, Bitbucket and CircleCI.
  /^SYSTEM_ACCESSTOKEN$/i,
  /^CI_(?:.*_)?(?:TOKEN|JWT|PASSWORD)(?:_.*)?$/i,
  /^(?:BITBUCKET|CIRCLE)_.*OIDC_TOKEN/i,
  /^SSH_AUTH_SOCK$/i,
  /^NPM_(?:CONFIG_.*|TOKEN)$/i,
];

/** Cloud credentials of the runner. A configuration may read them only where `allow-env` names them. */
const CLOUD =
  /^(?:AWS|AZURE|ARM|GOOGLE|GCP|GCLOUD|CLOUDSDK|ALICLOUD|ALIBABA_CLOUD|DIGITALOCEAN|OCI|IBMCLOUD|VAULT|CONSUL|TF|TFE|KUBE|DOCKER|PULUMI|HEROKU|CLOUDFLARE)_|^KUBECONFIG$/i;

/** Why a configuration may not read a variable. */
export interface EnvironmentRefusal {
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Why `{ env: NAME }` may not read a variable; undefined where it may. `allowed` holds the names and globs of
 * `allow-env`; an empty list allows every name that is not forbidden. Names are compared without regard to case, as
 * Windows compares them.
 */
export function environmentRefusal(name: string, allowed: readonly string[]): EnvironmentRefusal | undefined {
  if (FORBIDDEN.some((pattern) => pattern.test(name.trim()))) {
    const reason = `the configuration may not read ${name}: it belongs to the runner or the workflow`;
    return { reason, remedy: 'Give the value to the step under a name of its own, and read that.' };
  }
  const matching = allowed.filter((pattern) => matches(pattern, name));
  if (CLOUD.test(name) && matching.every((pattern) => pattern.startsWith('*'))) {
    const reason = `the configuration may not read ${name}: it looks like a cloud credential of the runner`;
    return { reason, remedy: `If it is meant to be read, list ${name} in the input allow-env.` };
  }
  if (allowed.length === 0 || matching.length > 0) return undefined;
  return { reason: `${name} is not listed in allow-env`, remedy: `Add ${name} to allow-env, or use a listed name.` };
}

/** Whether a glob matches a name; `*` stands for any number of characters. Linear: patterns come from inputs. */
function matches(pattern: string, name: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const [first = '', ...rest] = parts;
  const text = name.toLowerCase();
  if (rest.length === 0) return text === first;
  const last = rest.pop() ?? '';
  let at = first.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at;
}

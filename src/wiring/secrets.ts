import { Secret } from '../core/model/secret.ts';
import type { Settings } from '../settings/settings.ts';
import type { Host } from './host.ts';

/** All secrets of a run, passwords of proxies included: they are redacted in logs and reports. */
export function secretsOf({ host, run, files }: Settings, env: Host['env'] = {}): readonly Secret[] {
  const variables = [run.defaults, ...(run.suites ?? [])].flatMap((suite) => [
    ...suite.variables.values(),
    ...suite.globalVariables.values(),
  ]);
  const values = files.environments.flatMap(({ values: extra }) =>
    [...(extra?.values() ?? [])].map(({ value }) => value),
  );
  return [...host.secrets, ...variables, ...values, ...proxyPasswords(env)];
}

const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/** Passwords in the URLs of proxies, both as written and decoded: error messages quote the URLs. */
export function proxyPasswords(env: Host['env']): readonly Secret[] {
  const passwords = PROXIES.flatMap((name) => /^[a-z\d+.-]+:\/\/[^:@/]*:([^@/]+)@/i.exec(env[name] ?? '')?.[1] ?? []);
  return [...new Set(passwords.flatMap((password) => [password, decoded(password)]))].map((text) => new Secret(text));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { isPlaceholder } from './placeholder.ts';
import type { Match } from './text-chunks.ts';

const URL_PASSWORD = /:\/\/(?<user>[^:@/\s]*):(?<password>[^@/\s]*)@(?<host>[^\s:/?#]*)/;

/** Hosts of documentation and of the local machine. */
const OWN_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|host)$|(?:^|\.)example(?:\.\w+)?$/i;

/** Whether the match of a rule is a placeholder. In a URL, the password decides. */
export function isMatchPlaceholder({ rule, value }: Match): boolean {
  if (rule.includes('PrivateKey') || rule.includes('PRIVATE_KEY')) return /\.{3}|x{8}|example|your/i.test(value);
  const { user = '', password, host = '' } = URL_PASSWORD.exec(value)?.groups ?? {};
  if (password !== undefined) return isPlaceholder(password, user) || (OWN_HOST.test(host) && password === user);
  return isPlaceholder(bodyOf(value));
}

/** A token without its issuer's prefix, whose words (`test`, `live`, `key`) do not make it a placeholder. */
const bodyOf = (value: string): string => value.replace(/^(?:[A-Za-z]{2,8}[-_.]){1,3}(?=.{12})/, '');

import { isPlaceholder } from './placeholder.ts';
import type { Match } from './text-chunks.ts';

const URL_PASSWORD = /:\/\/(?<user>[^:@/\s]*):(?<password>[^@/\s]*)@(?<host>[^\s:/?#]*)/;

/** Hosts that belong to nobody else: documentation and the machine itself. */
const OWN_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|host)$|(?:^|\.)example(?:\.\w+)?$/i;

/** Whether what a rule matched stands for a credential: in URLs the password decides. */
export function isMatchPlaceholder({ rule, value }: Match): boolean {
  if (rule.includes('PrivateKey') || rule.includes('PRIVATE_KEY')) return /\.{3}|x{8}|example|your/i.test(value);
  const { user = '', password, host = '' } = URL_PASSWORD.exec(value)?.groups ?? {};
  if (password !== undefined) return isPlaceholder(password, user) || (OWN_HOST.test(host) && password === user);
  return isPlaceholder(bodyOf(value));
}

/** A token without the prefix of its issuer, whose words (`test`, `live`, `key`) say nothing. */
const bodyOf = (value: string): string => value.replace(/^(?:[A-Za-z]{2,8}[-_.]){1,3}(?=.{12})/, '');

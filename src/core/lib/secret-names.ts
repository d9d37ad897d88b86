import { wordsOf } from './text.ts';

/** The kind of secret that a name denotes: a password may be any text; keys, tokens and session ids are generated. */
export type NameKind = 'password' | 'key' | 'token' | 'session';

/** Patterns for a name's words, joined by `_` and with `_` at both ends. */
const KINDS: readonly (readonly [NameKind, RegExp])[] = [
  ['password', /_(?:\w*(?:password|passwd|passphrase|passcode)|(?:user|db|admin|my)?pwd|pass_word|pass_phrase)_/],
  [
    'key',
    /_(?:\w*secret|\w*api_?key|x_?key|(?:access|secret|private|auth|subscription|functions?|master|encryption|signing|shared|host|account|service|app|application|sdk|server|license|live|prod|admin|integration)_?key|api_?(?:code|pass)|credentials?)_/,
  ],
  ['token', /_(?:\w*token|\w*jwt|bearer|authorization|pat|sas|x_auth|auth)_/],
  ['session', /_(?:\w*sess(?:ion)?_?(?:id|key)?|j_?sessionid|\w*sid|\w*cookie)_/],
];

/** Names of a credential's properties, such as `token_url` or `password_policy`: the value is not the credential. */
const NOT_THE_VALUE =
  /_(?:url|uri|endpoint|type|name|ids?|expir\w*|ttl|length|hint|policy|format|path|field|header|prefix|suffix|version|count|limit|location|status|hash|hashed|strength|rule|rules|scope|scopes|method|algorithm|alg|description|label|in|at|on|max|min|required|enabled|arn|ref|reference|list|info|usage|uses|public|provider|issuer|audience|placement)_$/;

/** Names of tokens and keys that give no access: cursors, CSRF tokens, idempotency keys, public and database keys. */
const NOT_SECRET =
  /_(?:next|prev|previous|page|paging|pagination|continuation|cursor|sync|csrf|xsrf|antiforgery|verification|cancellation|idempotency|idempotent|device|push|card|payment|network|client|merchant|ref|delta|state|nonce|public|publishable|primary|foreign|partition|sort|object|idem|registration|batch)_(?:\w+_)?(?:token|key|secret_key)_/;

/** The kind of secret that a name denotes; undefined for other names. */
export function nameKind(name: string): NameKind | undefined {
  if (name.length > 80) return undefined;
  const joined = `_${wordsOf(name)
    .filter((word) => !/^\d+$/.test(word))
    .join('_')}_`;
  if (NOT_THE_VALUE.test(joined) && !/_session_?id_$|sid_$/.test(joined)) return undefined;
  if (NOT_SECRET.test(joined)) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(joined))?.[0];
}

/** Whether a name marks a value that is meant to be rejected, as in tests of failed logins. */
export const isNegative = (name: string): boolean => /invalid|wrong|fake|dummy|expired|incorrect|bogus/i.test(name);

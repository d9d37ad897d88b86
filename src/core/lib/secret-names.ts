import { wordsOf } from './text.ts';

/** What a name says of its value: a password may be any text, a key or token is made by a machine. */
export type NameKind = 'password' | 'key' | 'token' | 'session';

/** Words joined by `_`, with one before the first and one after the last. */
const KINDS: readonly (readonly [NameKind, RegExp])[] = [
  ['password', /_(?:\w*(?:password|passwd|passphrase|passcode)|(?:user|db|admin|my)?pwd|pass_word|pass_phrase)_/],
  [
    'key',
    /_(?:\w*secret|\w*api_?key|x_?key|(?:access|secret|private|auth|subscription|functions?|master|encryption|signing|shared|host|account|service|app|application|sdk|server|license|live|prod|admin|integration)_?key|api_?(?:code|pass)|credentials?)_/,
  ],
  ['token', /_(?:\w*token|\w*jwt|bearer|authorization|pat|sas|x_auth|auth)_/],
  ['session', /_(?:\w*sess(?:ion)?_?(?:id|key)?|j_?sessionid|\w*sid|\w*cookie)_/],
];

/** The value of such a name is no credential: it says something of one, or comes from the other side of a form. */
const NOT_THE_VALUE =
  /_(?:url|uri|endpoint|type|name|ids?|expir\w*|ttl|length|hint|policy|format|path|field|header|prefix|suffix|version|count|limit|location|status|hash|hashed|strength|rule|rules|scope|scopes|method|algorithm|alg|description|label|in|at|on|max|min|required|enabled|arn|ref|reference|list|info|usage|uses|public|provider|issuer|audience|placement)_$/;

/** Tokens that give no access: marks in lists, repetition guards, what a browser or a card terminal hands out. */
const NOT_SECRET =
  /_(?:next|prev|previous|page|paging|pagination|continuation|cursor|sync|csrf|xsrf|antiforgery|verification|cancellation|idempotency|idempotent|device|push|card|payment|network|client|merchant|ref|delta|state|nonce|public|publishable|primary|foreign|partition|sort|object|idem|registration|batch)_(?:\w+_)?(?:token|key|secret_key)_/;

/** The kind of secret that a name promises; none for other names. */
export function nameKind(name: string): NameKind | undefined {
  if (name.length > 80) return undefined;
  const joined = `_${wordsOf(name)
    .filter((word) => !/^\d+$/.test(word))
    .join('_')}_`;
  if (NOT_THE_VALUE.test(joined) && !/_session_?id_$|sid_$/.test(joined)) return undefined;
  if (NOT_SECRET.test(joined)) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(joined))?.[0];
}

/** Names of values that are meant not to work: tests of refusals. */
export const isNegative = (name: string): boolean => /invalid|wrong|fake|dummy|expired|incorrect|bogus/i.test(name);

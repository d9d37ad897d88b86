import type { JsonPath } from '../../core/lib/json.ts';
import { isNegative, type NameKind, nameKind } from '../../core/lib/secret-names.ts';
import type { Severity } from '../../core/plan/secrets-policy.ts';
import { decodeBase64 } from '../base64.ts';
import { isPlaceholder } from '../placeholder.ts';
import { type Strength, strengthOf } from '../strength.ts';

/** The part of a Postman document that a value is in. */
export type Part = 'auth' | 'header' | 'url' | 'body' | 'variable' | 'script' | 'example' | 'text';

/** A value with a name, at a place that may hold a credential. */
export interface NamedValue {
  readonly at: JsonPath;
  readonly part: Part;
  readonly name: string;
  readonly value: string;
  /** Marked as secret: a variable of type `secret`, or a secret parameter of an auth type. */
  readonly marked?: boolean;
}

/** A value that may be a credential, without its scheme (`Bearer`). */
export interface Suspect {
  readonly rule: string;
  readonly value: string;
  readonly severity: Severity;
}

const RULES: Readonly<Record<Part, string>> = {
  auth: 'postman/AUTH',
  header: 'postman/HEADER',
  url: 'postman/URL',
  body: 'postman/BODY',
  variable: 'postman/VARIABLE',
  script: 'postman/SCRIPT',
  example: 'postman/EXAMPLE',
  text: 'postman/TEXT',
};

/** Judges a named value; undefined for a value that is not a secret. */
export function suspectIn(named: NamedValue): Suspect | undefined {
  const { part, name, marked = false } = named;
  const kind = nameKind(name) ?? (marked ? 'password' : undefined);
  if (!kind) return undefined;
  const value = secretIn(named.value.trim(), name);
  if (value === undefined || isPlaceholder(value, name)) return undefined;
  const severity = severityOf(value, { kind, part, marked });
  if (!severity || (severity === 'low' && isNegative(name))) return undefined;
  const rule = marked && part === 'variable' ? 'postman/SECRET_VARIABLE' : RULES[part];
  return { rule, value, severity };
}

/** Authorization schemes whose value is a secret. */
const SCHEME =
  /^(?:bearer|token(?:\s+token=)?|api-?key|apikey|key|ssws|jwt|oauth|genie ?key|klaviyo-api-key|bot|zoho-oauthtoken)[\s:]+/i;

/** Authorization schemes whose value is a signature for one request. */
const SIGNATURE =
  /^(?:aws4-hmac|digest|hawk|hmac|signature|(?:oauth\s+)?oauth_\w+=|oauth\s+\w+=|eg1-hmac|sharedkey|mac|negotiate|ntlm)\b/i;

/** The secret in a value: after its scheme, in basic authentication, or in a session's cookie. */
function secretIn(value: string, name: string): string | undefined {
  if (/^set-?cookie$|^cookie$/i.test(name)) return sessionIn(value);
  if (SIGNATURE.test(value)) return undefined;
  const basic = /^basic\s+([\w+/=-]{4,})$/i.exec(value)?.[1];
  if (basic !== undefined) return passwordIn(basic);
  return value.replace(SCHEME, '').replace(/^"|"$/g, '');
}

/** The encoded `user:password` pair; undefined if it is a placeholder. */
function passwordIn(encoded: string): string | undefined {
  const pair = decodeBase64(encoded);
  const colon = pair?.indexOf(':') ?? -1;
  if (pair === undefined || colon < 0 || isPlaceholder(encoded)) return undefined;
  const [user, password] = [pair.slice(0, colon), pair.slice(colon + 1)];
  return isPlaceholder(password, user) && strengthOf(user) === 'plain' ? undefined : encoded;
}

const SESSION = /(?:^|;\s*)([\w.-]*(?:sess|sid|auth|token|jwt|login|remember)[\w.-]*)=([^;]{8,})/i;

/** The value of a session cookie; cookies of load balancers and statistics do not count. */
function sessionIn(value: string): string | undefined {
  const [, name = '', text] = SESSION.exec(value) ?? [];
  if (text === undefined || /csrf|xsrf|visid|incap|_ga|antiforgery/i.test(name)) return undefined;
  return strengthOf(text) === 'plain' ? undefined : text.trim();
}

interface Context {
  readonly kind: NameKind;
  readonly part: Part;
  readonly marked: boolean;
}

/** URLs, paths, e-mail addresses, numbers, and code between two strings. */
const NO_SECRET = /^https?:\/\/|^\/|^[\w.+-]+@[\w-]+\.[\w.]+$|^[\d.,:/-]+$|^[+,)]|[(+,]$|\bpm\./;

/** High for generated values that requests send. Values in examples and descriptions are low at most. */
function severityOf(value: string, { kind, part, marked }: Context): Severity | undefined {
  if (!marked && isHarmless(value, kind)) return undefined;
  const strength = strengthOf(value);
  const isSent = part !== 'example' && part !== 'text';
  if (!isSent) return strength === 'random' && value.length >= 20 ? 'low' : undefined;
  if (HIGH[kind](strength, value)) return 'high';
  return LOW[kind](strength, { value, part, marked }) ? 'low' : undefined;
}

/** A password may consist of digits; other secrets may not. */
const isHarmless = (value: string, kind: NameKind): boolean =>
  /\s/.test(value) || (NO_SECRET.test(value) && !(kind === 'password' && /^\d{7,}$/.test(value)));

/** Whether a value is certainly a secret. */
const HIGH: Readonly<Record<NameKind, (strength: Strength, value: string) => boolean>> = {
  password: (strength) => strength === 'random',
  key: (strength) => strength !== 'plain',
  token: (strength, value) => strength === 'random' && value.length >= 20,
  session: () => false,
};

type Judge = (strength: Strength, context: { readonly value: string } & Omit<Context, 'kind'>) => boolean;

/** Whether a value may be a secret. */
const LOW: Readonly<Record<NameKind, Judge>> = {
  password: (_, { value, part, marked }) => marked || part !== 'script' || value.length >= 6,
  key: (_, { value, marked }) => marked || isMixed(value),
  token: (strength, { value, marked }) => marked || strength !== 'plain' || isMixed(value),
  session: (strength, { value }) => strength !== 'plain' && value.length >= 16,
};

/** Letters and digits: not a word, but not certainly generated. */
const isMixed = (value: string): boolean => value.length >= 8 && /\d/.test(value) && /[a-z]/i.test(value);

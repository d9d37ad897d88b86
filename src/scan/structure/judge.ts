import type { JsonPath } from '../../core/lib/json.ts';
import { isNegative, type NameKind, nameKind } from '../../core/lib/secret-names.ts';
import type { Severity } from '../../core/plan/secrets-policy.ts';
import { decodeBase64 } from '../base64.ts';
import { isPlaceholder } from '../placeholder.ts';
import { type Strength, strengthOf } from '../strength.ts';

/** Which part of a Postman document a value is in. */
export type Part = 'auth' | 'header' | 'url' | 'body' | 'variable' | 'script' | 'example' | 'text';

/** A literal that stands where a credential would stand. */
export interface NamedValue {
  readonly at: JsonPath;
  readonly part: Part;
  readonly name: string;
  readonly value: string;
  /** Marked as secret by its author: a variable of type `secret`, or the secret field of an auth helper. */
  readonly marked?: boolean;
}

/** What a named literal is taken for: the secret itself, without the scheme before it. */
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

/** What a named literal is; nothing where it is no secret. */
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

/** Schemes of Authorization whose text is a secret; of the others it is a signature made for one request. */
const SCHEME =
  /^(?:bearer|token(?:\s+token=)?|api-?key|apikey|key|ssws|jwt|oauth|genie ?key|klaviyo-api-key|bot|zoho-oauthtoken)[\s:]+/i;

const SIGNATURE =
  /^(?:aws4-hmac|digest|hawk|hmac|signature|(?:oauth\s+)?oauth_\w+=|oauth\s+\w+=|eg1-hmac|sharedkey|mac|negotiate|ntlm)\b/i;

/** The secret in a value: after its scheme, in the password's place of basic authentication, in a session's cookie. */
function secretIn(value: string, name: string): string | undefined {
  if (/^set-?cookie$|^cookie$/i.test(name)) return sessionIn(value);
  if (SIGNATURE.test(value)) return undefined;
  const basic = /^basic\s+([\w+/=-]{4,})$/i.exec(value)?.[1];
  if (basic !== undefined) return passwordIn(basic);
  return value.replace(SCHEME, '').replace(/^"|"$/g, '');
}

/** The whole pair: that is what opens the door. */
function passwordIn(encoded: string): string | undefined {
  const pair = decodeBase64(encoded);
  if (pair === undefined) return undefined;
  const colon = pair.indexOf(':');
  const [user, password] = [pair.slice(0, colon), pair.slice(colon + 1)];
  if (colon < 0 || (isPlaceholder(password, user) && strengthOf(user) === 'plain') || isPlaceholder(encoded))
    return undefined;
  return encoded;
}

const SESSION = /(?:^|;\s*)([\w.-]*(?:sess|sid|auth|token|jwt|login|remember)[\w.-]*)=([^;]{8,})/i;

/** A session's value, not the marks of load balancers and statistics. */
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

/** Addresses, paths, numbers, and pieces of code between two quotes. */
const NO_SECRET = /^https?:\/\/|^\/|^[\w.+-]+@[\w-]+\.[\w.]+$|^[\d.,:/-]+$|^[+,)]|[(+,]$|\bpm\./;

/** Sure where a machine made the value and a request sends it; answers and prose hold examples. */
function severityOf(value: string, { kind, part, marked }: Context): Severity | undefined {
  if (/\s/.test(value) && !marked) return undefined;
  if (NO_SECRET.test(value) && !marked && (kind !== 'password' || !/^\d{7,}$/.test(value))) return undefined;
  const strength = strengthOf(value);
  const sent = part !== 'example' && part !== 'text';
  if (!sent) return strength === 'random' && value.length >= 20 ? 'low' : undefined;
  return SEVERITIES[kind](strength, { value, part, marked });
}

type Judge = (strength: Strength, seen: { readonly value: string } & Omit<Context, 'kind'>) => Severity | undefined;

const SEVERITIES: Readonly<Record<NameKind, Judge>> = {
  password: (strength, { value, part, marked }) =>
    strength === 'random' ? 'high' : marked || part !== 'script' || value.length >= 6 ? 'low' : undefined,
  key: (strength, { value, marked }) =>
    strength !== 'plain' ? 'high' : marked || looksMade(value) ? 'low' : undefined,
  token: (strength, { value, marked }) =>
    strength === 'random' && value.length >= 20
      ? 'high'
      : marked || strength !== 'plain' || looksMade(value)
        ? 'low'
        : undefined,
  session: (strength, { value }) => (strength !== 'plain' && value.length >= 16 ? 'low' : undefined),
};

/** No word, but no certain product of a machine either. */
const looksMade = (value: string): boolean => value.length >= 8 && /\d/.test(value) && /[a-z]/i.test(value);

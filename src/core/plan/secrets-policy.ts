import { scryptSync } from 'node:crypto';
import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../lib/json.ts';
import type { Notice } from '../model/notice.ts';
import { type Problem, placeOf } from '../model/problem.ts';
import type { SourceFile } from '../model/resource.ts';
import { Secret } from '../model/secret.ts';

/** A string of a document that looks like a credential, or holds one. */
export interface Finding {
  /** The rule that recognized it, as users read it: `slack/SLACK_TOKEN`. */
  readonly rule: string;
  /** The string it is in. */
  readonly at: JsonPath;
  readonly value: Secret;
}

/** A file, and what a scanner found in it. */
export interface ScannedFile {
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
}

/** What is to be done about credentials in plain text. */
export interface CredentialPolicy {
  readonly secrets: 'block' | 'warn' | 'allow';
  /** Fingerprints of findings that are none. */
  readonly allowedSecrets: readonly string[];
}

/** What findings mean to a run: problems stop it, notices do not. */
export interface CredentialVerdict {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/**
 * What the policy makes of all findings. A variable of type `secret` that has its value in the file is warned about
 * at most: the type is a mask in Postman's app and says nothing about the value, which may well be a dummy.
 */
export function judgeCredentials(scanned: readonly ScannedFile[], policy: CredentialPolicy): CredentialVerdict {
  const allowed = new Set(policy.allowedSecrets);
  const printOf = rememberingPrints();
  const sighted = scanned.flatMap((one) => sightingsOf(one, printOf));
  const told = sighted.filter(({ print }) => !allowed.has(print));
  const blocked = told.filter(({ rule }) => policy.secrets === 'block' && rule !== MASKED);
  const warned = told.filter((one) => !blocked.includes(one));
  return {
    problems: blocked.map(problemOf),
    notices: [...warned.map(warningOf), ...idleEntries(policy.allowedSecrets, sighted)],
  };
}

/** Stands for a value in reports and in `allowed-secrets`. Slow on purpose: a weak password must not be guessed from it. */
export function findingFingerprint({ rule, value }: Pick<Finding, 'rule' | 'value'>): string {
  return scryptSync(value.reveal(), rule, 16, { N: 4096 }).toString('hex');
}

/** One token often stands in every request of a collection: its fingerprint is made once. */
function rememberingPrints(): (finding: Finding) => string {
  const known = new Map<string, string>();
  return (finding) => {
    const key = `${finding.rule} ${finding.value.reveal()}`;
    const print = known.get(key) ?? findingFingerprint(finding);
    known.set(key, print);
    return print;
  };
}

/** A finding as it is told: without its value. */
interface Sighting extends Pick<Finding, 'rule' | 'at'> {
  readonly file: SourceFile;
  readonly print: string;
}

function sightingsOf({ file, findings }: ScannedFile, printOf: (finding: Finding) => string): readonly Sighting[] {
  const found = new Set(findings.map(({ at }) => keyOf(at)));
  const masked = maskedValues(file.content).filter(({ at }) => !found.has(keyOf(at)));
  const sightings = [...findings, ...masked].map((one) => ({
    rule: one.rule,
    at: one.at,
    file,
    print: printOf(one),
  }));
  return [...new Map(sightings.map((one) => [`${one.print} ${keyOf(one.at)}`, one])).values()];
}

const keyOf = (at: JsonPath): string => JSON.stringify(at);

/** The rule's name for a variable of type `secret` with a value. */
const MASKED = 'postman/SECRET_VARIABLE';

/** Nothing but placeholders, or a word that people write where a secret goes. */
const DUMMY =
  /^\s*((\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[^<>]*>)\s*)*$|^(.)\3*$|^(change|replace|your|example|dummy|placeholder|todo|tbd|none|null|redacted|secret$|password$|token$|test$)/i;

/** Environment and globals variables of type `secret` whose value stands in the file, and is no dummy. */
function maskedValues({ values }: JsonObject): readonly Finding[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((variable: JsonValue, index) => {
    if (!isObject(variable) || variable.type !== 'secret' || typeof variable.value !== 'string') return [];
    if (DUMMY.test(variable.value)) return [];
    return [{ rule: MASKED, at: ['values', index, 'value'], value: new Secret(variable.value) }];
  });
}

function problemOf({ file, at, rule, print }: Sighting): Problem {
  return {
    kind: 'secret',
    path: file.path,
    position: file.locate(at),
    message: `This looks like a credential in plain text (rule ${rule}, fingerprint ${print})`,
    remedy: `${IN_ITS_PLACE}, ${allowing(print)}, or set secrets: warn.`,
  };
}

function warningOf({ file, at, rule, print }: Sighting): Notice {
  const place = { path: file.path, position: file.locate(at) };
  const [what, remedy] =
    rule === MASKED
      ? ['The value of a variable of type "secret" stands in the file', EMPTIED]
      : ['This looks like a credential', IN_ITS_PLACE];
  const message = `${placeOf(place)}: ${what} in plain text (rule ${rule}, fingerprint ${print}). ${remedy}, or ${allowing(print)}.`;
  return { level: 'warning', message, ...place };
}

const IN_ITS_PLACE =
  'Put a {{variable}} in its place and give its value at run time (values: { name: { env: NAME } } of the environment, or variables)';

const EMPTIED = 'Empty it and give it at run time (values: { name: { env: NAME } } of the environment)';

const allowing = (print: string): string =>
  `list it in the configuration if it is no credential (allowed-secrets: [${print}])`;

/** Entries of the allow-list that match nothing: they would hide a later finding that nobody has judged. */
function idleEntries(allowed: readonly string[], sighted: readonly Sighting[]): readonly Notice[] {
  const prints = new Set(sighted.map(({ print }) => print));
  return allowed.flatMap((entry, index): readonly Notice[] => {
    if (prints.has(entry)) return [];
    // What is no fingerprint may be the credential itself: it is not repeated.
    const name = /^[0-9a-f]{32}$/.test(entry) ? entry : `entry ${index + 1}`;
    return [{ level: 'notice', message: `allowed-secrets: ${name} matches nothing in the files: remove it.` }];
  });
}

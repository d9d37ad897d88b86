import { scryptSync } from 'node:crypto';
import type { JsonPath } from '../lib/json.ts';
import type { Notice } from '../model/notice.ts';
import { type Problem, placeOf } from '../model/problem.ts';
import { placeIn, type SourceFile } from '../model/resource.ts';
import type { Secret } from '../model/secret.ts';

/**
 * How sure a finding is. `high`: a credential by its shape, or a machine-made value where a secret belongs. `low`: a
 * value where a secret belongs that may be a dummy. `harmless`: an expired or published token.
 */
export type Severity = 'high' | 'low' | 'harmless';

/** A string of a document that looks like a credential, or holds one. */
export interface Finding {
  /** The rule that recognized it, as users read it: `slack/SLACK_TOKEN`. */
  readonly rule: string;
  /** The string it is in. */
  readonly at: JsonPath;
  readonly value: Secret;
  readonly severity: Severity;
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

/** The policy applied to all findings: findings of high severity can block, those of low severity only warn. */
export function judgeCredentials(scanned: readonly ScannedFile[], policy: CredentialPolicy): CredentialVerdict {
  const allowed = new Set(policy.allowedSecrets);
  const printOf = rememberingPrints();
  const sighted = scanned.flatMap((scannedFile) => sightingsOf(scannedFile, printOf));
  const told = sighted.filter(({ print, severity }) => severity !== 'harmless' && !allowed.has(print));
  const blocked = told.filter(({ severity }) => policy.secrets === 'block' && severity === 'high');
  const warned = told.filter((sighting) => !blocked.includes(sighting));
  return {
    problems: byValue(blocked).map(problemOf),
    notices: [...byValue(warned).map(warningOf), ...harmlessNotices(sighted)],
  };
}

/** One value that was found, and every place where it stands: a token is often copied into each request. */
type Places = readonly [Sighting, ...Sighting[]];

function byValue(sightings: readonly Sighting[]): readonly Places[] {
  const found = new Map<string, Places>();
  for (const sighting of sightings) {
    const key = `${sighting.rule} ${sighting.print}`;
    const places = found.get(key);
    found.set(key, places ? [...places, sighting] : [sighting]);
  }
  return [...found.values()];
}

/** Most places that a message names beside the first one. */
const NAMED_PLACES = 9;

/** `. It also stands at a.json:3:4 and in 7 more places`; empty for one place. */
function otherPlaces([, ...others]: Places): string {
  if (others.length === 0) return '';
  const named = others.slice(0, NAMED_PLACES).map(({ file, at }) => placeOf(placeIn(file, at)));
  const more = others.length - named.length;
  const rest = more === 0 ? '' : ` and in ${more} more place${more === 1 ? '' : 's'}`;
  return `. It also stands at ${named.join(', ')}${rest}`;
}

/** A finding as an entry of `allowed-secrets`: its fingerprint, and a comment that says what it is. */
export interface Allowance {
  readonly print: string;
  /** Rule and place: `stripe/SECRET_KEY at postman/orders.json:12:5`. */
  readonly comment: string;
}

/** Entries that allow everything that was found and is not allowed yet; one for each value. */
export function allowancesFor(scanned: readonly ScannedFile[], allowed: readonly string[]): readonly Allowance[] {
  const printOf = rememberingPrints();
  const entries = new Map<string, Allowance>();
  for (const { print, rule, file, at, severity } of scanned.flatMap((scannedFile) =>
    sightingsOf(scannedFile, printOf),
  )) {
    if (severity === 'harmless' || allowed.includes(print) || entries.has(print)) continue;
    const place = placeOf(placeIn(file, at));
    entries.set(print, { print, comment: `${rule} at ${place}` });
  }
  return [...entries.values()];
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

/** A finding as it is reported: without its value. */
interface Sighting extends Pick<Finding, 'rule' | 'at' | 'severity'> {
  readonly file: SourceFile;
  readonly print: string;
}

function sightingsOf({ file, findings }: ScannedFile, printOf: (finding: Finding) => string): readonly Sighting[] {
  const sightings = findings.map((finding): Sighting => {
    const { rule, at, severity } = finding;
    return { rule, at, severity, file, print: severity === 'harmless' ? '' : printOf(finding) };
  });
  return [
    ...new Map(
      sightings.map((sighting) => [`${sighting.rule} ${sighting.print} ${JSON.stringify(sighting.at)}`, sighting]),
    ).values(),
  ];
}

function problemOf(places: Places): Problem {
  const [{ file, at, rule, print }] = places;
  return {
    kind: 'secret',
    ...placeIn(file, at),
    code: 'credential',
    message: `This looks like a credential in plain text (rule ${rule}, fingerprint ${print})${otherPlaces(places)}`,
    remedy: `${IN_ITS_PLACE}, ${allowing(print)}, or set secrets: warn.`,
  };
}

function warningOf(places: Places): Notice {
  const [{ file, at, rule, print }] = places;
  const place = placeIn(file, at);
  const [what, remedy] =
    rule === SECRET_VARIABLE
      ? ['The value of a variable of type "secret" stands in the file', EMPTIED]
      : ['This looks like a credential', IN_ITS_PLACE];
  const message = `${placeOf(place)}: ${what} in plain text (rule ${rule}, fingerprint ${print})${otherPlaces(places)}. ${remedy}, or ${allowing(print)}.`;
  return { level: 'warning', message, ...place };
}

const IN_ITS_PLACE =
  'Put a {{variable}} in its place and give its value at run time (values: { name: { env: NAME } } of the environment, or variables)';

const EMPTIED = 'Empty it and give it at run time (values: { name: { env: NAME } } of the environment)';

const allowing = (print: string): string =>
  `list it in the configuration if it is no credential (allowed-secrets: [${print}])`;

/** The rule for variables of type `secret` whose value stands in the file. */
const SECRET_VARIABLE = 'postman/SECRET_VARIABLE';

/** Tokens that open nothing any more are named in one line: nobody has to act. */
function harmlessNotices(sighted: readonly Sighting[]): readonly Notice[] {
  const counted = HARMLESS.flatMap(([rule, name]) => {
    const count = sighted.filter((sighting) => sighting.rule === rule).length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  if (counted.length === 0) return [];
  return [{ level: 'notice', message: `Not counted as credentials in the files: ${counted.join(', ')}.` }];
}

const HARMLESS = [
  ['jwt/EXPIRED', 'expired JSON Web Token'],
  ['jwt/SAMPLE', 'sample JSON Web Token'],
  ['jwt/PUBLIC', 'public JSON Web Token'],
] as const;

/**
 * Entries of the allow-list that match nothing in any file: they would hide a later finding that nobody has judged.
 * Only meaningful when every file was scanned.
 */
export function unusedAllowances(scanned: readonly ScannedFile[], allowed: readonly string[]): readonly Notice[] {
  const printOf = rememberingPrints();
  const prints = new Set(scanned.flatMap((scannedFile) => sightingsOf(scannedFile, printOf)).map(({ print }) => print));
  return allowed.flatMap((entry, index): readonly Notice[] => {
    if (prints.has(entry)) return [];
    // Text that is no fingerprint may be the credential itself: it is not repeated.
    const name = /^[0-9a-f]{32}$/.test(entry) ? entry : `entry ${index + 1}`;
    return [{ level: 'notice', message: `allowed-secrets: ${name} matches nothing in the files: remove it.` }];
  });
}

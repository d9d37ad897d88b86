import { scryptSync } from 'node:crypto';
import { groupBy } from '../lib/group-by.ts';
import type { JsonPath } from '../lib/json.ts';
import { plural } from '../lib/text.ts';
import type { Notice } from '../model/notice.ts';
import { type Problem, placeOf } from '../model/problem.ts';
import { placeIn, type SourceFile } from '../model/resource.ts';
import type { Secret } from '../model/secret.ts';

/**
 * How certain a finding is. `high`: a credential by its format, or a generated value in the place of a secret. `low`: a
 * value in the place of a secret that may be a dummy. `harmless`: an expired or published token.
 */
export type Severity = 'high' | 'low' | 'harmless';

/** A string of a document that looks like a credential, or holds one. */
export interface Finding {
  /** The name of the rule that found it: `slack/SLACK_TOKEN`. */
  readonly rule: string;
  /** The path of the string. */
  readonly at: JsonPath;
  readonly value: Secret;
  readonly severity: Severity;
}

/** A file and its findings. */
export interface ScannedFile {
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
}

/** What to do about credentials in plain text. */
export interface CredentialPolicy {
  readonly secrets: 'block' | 'warn' | 'allow';
  /** Fingerprints of false positives. */
  readonly allowedSecrets: readonly string[];
}

/** Problems stop a run; notices do not. */
export interface CredentialVerdict {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** Applies the policy to all findings: findings of high severity can block, those of low severity only warn. */
export function judgeCredentials(scanned: readonly ScannedFile[], policy: CredentialPolicy): CredentialVerdict {
  const allowed = new Set(policy.allowedSecrets);
  const all = placedFindings(scanned);
  const relevant = all.filter(({ fingerprint, severity }) => severity !== 'harmless' && !allowed.has(fingerprint));
  const isBlocked = ({ severity }: PlacedFinding): boolean => policy.secrets === 'block' && severity === 'high';
  const warned = relevant.filter((finding) => !isBlocked(finding));
  return {
    problems: byValue(relevant.filter(isBlocked)).map(problemOf),
    notices: [...byValue(warned).map(warningOf), ...harmlessNotices(all)],
  };
}

/** All places of one value: a token is often copied into each request. */
type Places = readonly [PlacedFinding, ...PlacedFinding[]];

function byValue(findings: readonly PlacedFinding[]): readonly Places[] {
  const groups = groupBy(findings, ({ rule, fingerprint }) => `${rule} ${fingerprint}`);
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
}

/** The most places that a message names besides the first one. */
const NAMED_PLACES = 9;

/** `. It also stands at a.json:3:4 and in 7 more places`; empty for one place. */
function otherPlaces([, ...others]: Places): string {
  if (others.length === 0) return '';
  const named = others.slice(0, NAMED_PLACES).map(({ file, at }) => placeOf(placeIn(file, at)));
  const more = others.length - named.length;
  const rest = more === 0 ? '' : ` and in ${plural(more, 'more place')}`;
  return `. It also stands at ${named.join(', ')}${rest}`;
}

/** An entry of `allowed-secrets` with a comment. */
export interface Allowance {
  readonly fingerprint: string;
  /** Rule and place: `stripe/SECRET_KEY at postman/orders.json:12:5`. */
  readonly comment: string;
}

/** Entries that allow all findings that are not allowed yet, one for each value. */
export function allowancesFor(scanned: readonly ScannedFile[], allowed: readonly string[]): readonly Allowance[] {
  const entries = new Map<string, Allowance>();
  for (const { fingerprint, rule, file, at, severity } of placedFindings(scanned)) {
    if (severity === 'harmless' || allowed.includes(fingerprint) || entries.has(fingerprint)) continue;
    const place = placeOf(placeIn(file, at));
    entries.set(fingerprint, { fingerprint, comment: `${rule} at ${place}` });
  }
  return [...entries.values()];
}

/**
 * Identifies a value in reports and in `allowed-secrets`. Slow on purpose: a weak password must not be guessed from it.
 */
export function findingFingerprint({ rule, value }: Pick<Finding, 'rule' | 'value'>): string {
  return scryptSync(value.reveal(), rule, 16, { N: 4096 }).toString('hex');
}

/** Returns a function that computes the fingerprint of each value once: a token is often copied into each request. */
function cachedFingerprints(): (finding: Finding) => string {
  const known = new Map<string, string>();
  return (finding) => {
    const key = `${finding.rule} ${finding.value.reveal()}`;
    const fingerprint = known.get(key) ?? findingFingerprint(finding);
    known.set(key, fingerprint);
    return fingerprint;
  };
}

/** A finding with its file and fingerprint instead of its value. */
interface PlacedFinding extends Pick<Finding, 'rule' | 'at' | 'severity'> {
  readonly file: SourceFile;
  /** Empty for a harmless finding. */
  readonly fingerprint: string;
}

/** The findings of all files. Several findings of a rule for one value at one place count once. */
function placedFindings(scanned: readonly ScannedFile[]): readonly PlacedFinding[] {
  const fingerprintOf = cachedFingerprints();
  return scanned.flatMap(({ file, findings }) => {
    const placed = findings.map((finding): PlacedFinding => {
      const { rule, at, severity } = finding;
      return { rule, at, severity, file, fingerprint: severity === 'harmless' ? '' : fingerprintOf(finding) };
    });
    const keyOf = ({ rule, fingerprint, at }: PlacedFinding): string => `${rule} ${fingerprint} ${JSON.stringify(at)}`;
    return [...new Map(placed.map((finding) => [keyOf(finding), finding])).values()];
  });
}

function problemOf(places: Places): Problem {
  const [{ file, at, rule, fingerprint }] = places;
  return {
    kind: 'secret',
    ...placeIn(file, at),
    code: 'credential',
    message: `This looks like a credential in plain text (rule ${rule}, fingerprint ${fingerprint})${otherPlaces(places)}`,
    remedy: `${USE_VARIABLE}, ${allowing(fingerprint)}, or set secrets: warn.`,
  };
}

function warningOf(places: Places): Notice {
  const [{ file, at, rule, fingerprint }] = places;
  const place = placeIn(file, at);
  const [what, remedy] =
    rule === SECRET_VARIABLE
      ? ['The value of a variable of type "secret" stands in the file', EMPTY_IT]
      : ['This looks like a credential', USE_VARIABLE];
  const message = `${placeOf(place)}: ${what} in plain text (rule ${rule}, fingerprint ${fingerprint})${otherPlaces(places)}. ${remedy}, or ${allowing(fingerprint)}.`;
  return { level: 'warning', message, ...place };
}

const USE_VARIABLE =
  'Put a {{variable}} in its place and give its value at run time (values: { name: { env: NAME } } of the environment, or variables)';

const EMPTY_IT = 'Empty it and give it at run time (values: { name: { env: NAME } } of the environment)';

const allowing = (fingerprint: string): string =>
  `list it in the configuration if it is no credential (allowed-secrets: [${fingerprint}])`;

/** The rule for variables of type `secret` with a value in the file. */
const SECRET_VARIABLE = 'postman/SECRET_VARIABLE';

/** A notice with the numbers of harmless tokens, about which nothing has to be done. */
function harmlessNotices(findings: readonly PlacedFinding[]): readonly Notice[] {
  const counted = HARMLESS.flatMap(([rule, name]) => {
    const found = findings.filter((finding) => finding.rule === rule).length;
    return found === 0 ? [] : [plural(found, name)];
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
 * Notices about entries of `allowed-secrets` that match no finding: they could hide a later finding that nobody has
 * reviewed. All files must have been scanned.
 */
export function unusedAllowances(scanned: readonly ScannedFile[], allowed: readonly string[]): readonly Notice[] {
  const found = new Set(placedFindings(scanned).map(({ fingerprint }) => fingerprint));
  return allowed.flatMap((entry, index): readonly Notice[] => {
    if (found.has(entry)) return [];
    // A text that is not a fingerprint may be the credential itself: it is not repeated.
    const name = /^[0-9a-f]{32}$/.test(entry) ? entry : `entry ${index + 1}`;
    return [{ level: 'notice', message: `allowed-secrets: ${name} matches nothing in the files: remove it.` }];
  });
}

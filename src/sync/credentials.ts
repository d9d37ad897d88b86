import { redactStrings } from '../core/lib/redact-strings.ts';
import type { Difference } from '../core/model/diff.ts';
import { redactor, Secret } from '../core/model/secret.ts';
import { behindOf, type Change, conflictOf } from '../core/plan/change.ts';
import type { Plan } from '../core/plan/plan.ts';
import {
  type CredentialPolicy,
  type CredentialVerdict,
  judgeCredentials,
  type ScannedFile,
  unusedAllowances,
} from '../core/plan/secrets-policy.ts';
import type { Scanner } from './ports.ts';

/** What searching for credentials needs. */
export interface ScanOptions {
  readonly scanner: Scanner;
  readonly policy: CredentialPolicy;
}

/**
 * Searches the files that a plan uploads for credentials in plain text; nothing with `secrets: allow`. The rules are
 * loaded only when something is to be uploaded.
 */
export async function scanForCredentials(
  { changes }: Plan,
  { scanner, policy }: ScanOptions,
): Promise<CredentialVerdict> {
  if (policy.secrets === 'allow') return { problems: [], notices: [] };
  const files = changes.filter(uploads).map(({ after }) => after.file);
  const scanned: ScannedFile[] = [];
  for (const file of files) scanned.push({ file, findings: await scanner.scan(file.content) });
  const { problems, notices } = judgeCredentials(scanned, policy);
  const isComplete = changes.every((change) => change.action !== 'none');
  return { problems, notices: [...notices, ...(isComplete ? unusedAllowances(scanned, policy.allowedSecrets) : [])] };
}

const uploads = (change: Change): change is Extract<Change, { readonly action: 'create' | 'update' }> =>
  change.action === 'create' || change.action === 'update';

/**
 * The plan with credentials redacted in its diffs. Lines of scripts and URLs come from Postman, too, where no scan has
 * searched, and from files that `secrets` allows.
 */
export async function withoutCredentials(plan: Plan, scanner: Scanner): Promise<Plan> {
  const changes: Change[] = [];
  for (const change of plan.changes) changes.push(await veiled(change, scanner));
  return { ...plan, changes };
}

async function veiled(change: Change, scanner: Scanner): Promise<Change> {
  const conflict = conflictOf(change);
  if (change.action === 'none' && (conflict || change.behind)) return veiledConflict(change, scanner);
  if (change.action !== 'update' || ![...change.diff, ...behindOf(change)].some(showsContent)) return change;
  const findings = [...(await scanner.scan(change.before.content)), ...(await scanner.scan(change.content))];
  const lines = findings.flatMap(({ value }) => value.reveal().split('\n'));
  const redact = redactor(lines.map((line) => new Secret(line.trim())));
  const { diff, behind = [] } = change;
  return { ...change, diff: redactStrings(diff, redact), behind: redactStrings(behind, redact) };
}

type Unwritten = Extract<Change, { readonly action: 'none' }>;

async function veiledConflict(change: Unwritten, scanner: Scanner): Promise<Change> {
  const { conflict, behind, before, after } = change;
  const findings = [...(await scanner.scan(before.content ?? {})), ...(await scanner.scan(after.content))];
  const lines = findings.flatMap(({ value }) => value.reveal().split('\n'));
  const redact = redactor(lines.map((line) => new Secret(line.trim())));
  return {
    ...change,
    ...(conflict ? { conflict: redactStrings(conflict, redact) } : {}),
    ...(behind ? { behind: redactStrings(behind, redact) } : {}),
  };
}

const showsContent = ({ before, after, lines }: Difference): boolean =>
  before !== undefined || after !== undefined || lines !== undefined;

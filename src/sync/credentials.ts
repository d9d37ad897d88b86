import type { JsonObject } from '../core/lib/json.ts';
import type { Difference } from '../core/model/diff.ts';
import { redactor, Secret } from '../core/model/secret.ts';
import { behindOf, type Change, conflictOf } from '../core/plan/change.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { PullStep } from '../core/plan/pull.ts';
import {
  type CredentialPolicy,
  type CredentialVerdict,
  judgeCredentials,
  type ScannedFile,
  unusedAllowances,
} from '../core/plan/secrets-policy.ts';
import { redactPart } from '../core/report/redact.ts';
import type { Scanner } from './ports.ts';

/** The scanner, and what its findings do. */
export interface ScanOptions {
  readonly scanner: Scanner;
  readonly policy: CredentialPolicy;
}

/**
 * Searches the files that a plan uploads for credentials in plain text. Does nothing with `secrets: allow`. The rules
 * are loaded only for an upload.
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
 * The plan with credentials redacted in its diffs. Diffs also show content from Postman, which is not scanned, and
 * files with allowed credentials.
 */
export async function withoutCredentials(plan: Plan, scanner: Scanner): Promise<Plan> {
  const changes: Change[] = [];
  for (const change of plan.changes) changes.push(await redactedChange(change, scanner));
  return { ...plan, changes };
}

/** The steps of a pull with credentials redacted in what they show. */
export async function withoutCredentialsIn(steps: readonly PullStep[], scanner: Scanner): Promise<readonly PullStep[]> {
  const redacted: PullStep[] = [];
  for (const step of steps) redacted.push(await redactedStep(step, scanner));
  return redacted;
}

async function redactedChange(change: Change, scanner: Scanner): Promise<Change> {
  const conflict = conflictOf(change);
  const shown = [...('diff' in change ? change.diff : []), ...behindOf(change)];
  if (!conflict && !shown.some(showsContent)) return change;
  switch (change.action) {
    case 'delete':
      return change;
    case 'create':
      return { ...change, diff: (await redactorFor([change.content], scanner))(change.diff) };
    case 'update': {
      const redacted = await redactorFor([change.before.content, change.content], scanner);
      const { diff, behind } = change;
      return { ...change, diff: redacted(diff), ...(behind ? { behind: redacted(behind) } : {}) };
    }
    case 'none': {
      const { before, after, behind } = change;
      const redacted = await redactorFor([before.content ?? {}, after.content], scanner);
      const texts = { ...(conflict ? { conflict } : {}), ...(behind ? { behind } : {}) };
      return { ...change, ...redacted(texts) };
    }
  }
}

async function redactedStep(step: PullStep, scanner: Scanner): Promise<PullStep> {
  if (step.action === 'update') {
    const contents = [step.before.content, step.resource.content, step.content];
    return { ...step, diff: (await redactorFor(contents, scanner))(step.diff) };
  }
  if (step.action !== 'none' || !step.conflict) return step;
  const contents = [step.before?.content ?? {}, step.resource.content];
  return { ...step, conflict: (await redactorFor(contents, scanner))(step.conflict) };
}

/** Searches the contents for credentials and redacts them in all strings of a value. */
async function redactorFor(contents: readonly JsonObject[], scanner: Scanner): Promise<<T>(value: T) => T> {
  const found: Secret[] = [];
  for (const content of contents)
    for (const { value } of await scanner.scan(content))
      for (const line of value.reveal().split('\n')) found.push(new Secret(line.trim()));
  const redact = redactor(found);
  return (value) => redactPart(value, redact);
}

const showsContent = ({ before, after, lines }: Difference): boolean =>
  before !== undefined || after !== undefined || lines !== undefined;

import { type CredentialPolicy, type Judgement, judgeCredentials, type ScannedFile } from '../core/credentials.ts';
import type { DesiredState } from '../core/desired.ts';
import type { Scanner } from './ports.ts';

/** Who searches, and what is to be done about what is found. */
export interface ScanOptions {
  readonly scanner: Scanner;
  readonly policy: CredentialPolicy;
}

/** Searches the files that are about to be uploaded for credentials in plain text; nothing with `secrets: allow`. */
export async function scanForCredentials(
  { resources }: DesiredState,
  { scanner, policy }: ScanOptions,
): Promise<Judgement> {
  if (policy.secrets === 'allow') return { problems: [], notices: [] };
  const scanned: ScannedFile[] = [];
  for (const { file } of resources) scanned.push({ file, findings: await scanner.scan(file.content) });
  return judgeCredentials(scanned, policy);
}

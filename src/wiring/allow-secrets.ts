import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { orThrow, ProblemsError } from '../core/model/problem.ts';
import { type Allowance, allowancesFor, type ScannedFile } from '../core/plan/secrets-policy.ts';
import { createFiles } from '../files/read.ts';
import { writeText } from '../files/write.ts';
import { createScanner } from '../scan/scanner.ts';
import { addAllowances } from '../settings/add-allowances.ts';
import { DEFAULT_CONFIG } from '../settings/config.ts';
import { parseHostSettings } from '../settings/host-settings.ts';
import type { RawInputs } from '../settings/inputs/input-spec.ts';
import { parseSettings } from '../settings/parse.ts';
import { findConfig } from './find-config.ts';

/** The entries that were added, and the path of the configuration. */
export interface AllowedSecrets {
  readonly path: string;
  readonly added: readonly Allowance[];
}

/**
 * Scans all files that the settings name, and adds the fingerprints of their credentials to `allowed-secrets` in the
 * configuration. A repository with old credentials can start to sync, and new credentials are still reported. Throws a
 * ProblemsError.
 */
export async function allowPresentSecrets(given: RawInputs, cwd: string): Promise<AllowedSecrets> {
  const raw = new Map([...given, ['command', 'test']]);
  const { source, problem } = await findConfig(parseHostSettings(raw), cwd);
  if (problem) throw new ProblemsError([problem]);
  // No suite runs: variables of suites need no values.
  const context = { env: () => '', cpus: availableParallelism(), ...(source ? { config: source } : {}) };
  const { files, sync } = orThrow(parseSettings(raw, context));
  const { loaded, problems } = await createFiles(cwd, undefined).read(files);
  if (problems.length > 0) throw new ProblemsError(problems);
  const scanner = createScanner();
  const scanned: ScannedFile[] = [];
  for (const { file } of loaded) scanned.push({ file, findings: await scanner.scan(file.content) });
  const added = allowancesFor(scanned, sync.allowedSecrets);
  const path = source?.path ?? DEFAULT_CONFIG;
  if (added.length > 0) {
    const text = source ? await readFile(resolve(cwd, path), 'utf8') : '';
    await writeText(path, addAllowances(text, added), cwd);
  }
  return { path, added };
}

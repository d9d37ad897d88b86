import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemCodeOf } from '../core/model/errors.ts';
import type { BaselineText, ReadBaseline } from '../sync/ports.ts';
import { inspectPath } from './inspect-path.ts';

/** Downloads the report of the base branch from the host of the repository. */
export type FindEarlierReport = () => Promise<BaselineText>;

/** Reads an earlier report from a path or, with `auto`, from the host of the repository. */
export const createReadBaseline =
  (cwd: string, findReport: FindEarlierReport | undefined): ReadBaseline =>
  async (source) => {
    if (source === 'auto') return (await findReport?.()) ?? NO_HOST;
    const refusal = await inspectPath(source, cwd);
    if (refusal) return { ok: false, reason: refusal.reason, expected: false };
    try {
      return { ok: true, text: await readFile(resolve(cwd, source), 'utf8') };
    } catch (error) {
      return { ok: false, reason: `${source} cannot be read (${systemCodeOf(error)})`, expected: false };
    }
  };

const NO_HOST: BaselineText = {
  ok: false,
  reason:
    'auto needs GitHub Actions and a github-token, so nothing is compared. Elsewhere, download the report of the base branch and name its report.json.',
  expected: true,
};

import type { Report } from '../core/report/report.ts';
import { utf8Bytes } from './markdown/truncate.ts';
import { type ReportPaths, renderOutputs } from './outputs.ts';

/** GitLab refuses a larger file. */
const MOST_BYTES = 5000;

/**
 * The outputs as variables (`outputs.env`): `failure-kinds` is `POSTMAN_FAILURE_KINDS`. Values are as they are, without
 * quotes, on one line. Lists that do not fit are left out: counts and paths come first.
 */
export function renderDotenv(report: Report, paths: ReportPaths = {}): string {
  const lines = [...renderOutputs(report, paths)].map(([name, value]) => `${variableOf(name)}=${onOneLine(value)}\n`);
  const bySize = [...lines].sort((a, b) => a.length - b.length);
  const kept = new Set<string>();
  let left = MOST_BYTES;
  for (const line of bySize) {
    left -= utf8Bytes(line);
    if (left < 0) break;
    kept.add(line);
  }
  return lines.filter((line) => kept.has(line)).join('');
}

const variableOf = (output: string): string => `POSTMAN_${output.replaceAll('-', '_').toUpperCase()}`;

const onOneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ');

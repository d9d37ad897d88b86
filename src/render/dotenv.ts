import type { Report } from '../core/report/report.ts';
import { utf8Bytes } from './markdown/truncate.ts';
import { type ReportPaths, renderOutputs } from './outputs.ts';

/** GitLab refuses a larger dotenv report (GitLab documentation, "artifacts:reports:dotenv"). */
const MOST_BYTES = 5000;

/**
 * The outputs as variables (`outputs.env`): `failure-kinds` becomes `POSTMAN_FAILURE_KINDS`. Values are unquoted, on one
 * line. The shortest lines are kept first, so that only long lists are left out.
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

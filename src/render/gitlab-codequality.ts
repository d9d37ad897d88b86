import { sha256Base64 } from '../core/kinds/fingerprint.ts';
import type { Position } from '../core/lib/positions.ts';
import type { Report } from '../core/report/report.ts';
import { oneLine, shorten } from './escape.ts';
import { groupFailures } from './failures.ts';
import { iterationSuffix, KIND_WORDS, whereOf } from './statistics.ts';

const LONGEST_TEXT = 2000;

/** The file of findings that belong to no file: GitLab requires one. */
const CONFIGURATION = 'postman-sync.yaml';

type Severity = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

/** One entry of the report, before it has its fingerprint. */
interface Finding {
  readonly check: string;
  readonly text: string;
  readonly severity: Severity;
  readonly path: string | undefined;
  readonly position: Position | undefined;
  /** Identifies the finding from run to run: only what does not change with the message. */
  readonly identity: readonly (string | undefined)[];
}

/**
 * Failures and problems as GitLab's Code Quality report (`gl-code-quality-report.json`). A merge request shows them at
 * their lines.
 */
export function renderCodeQuality(report: Report): string {
  const seen = new Map<string, number>();
  const entries = [...outsideFindings(report), ...suiteFindings(report)].map((finding) => entryOf(finding, seen));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

function entryOf(
  { check, text, severity, path = CONFIGURATION, position, identity }: Finding,
  seen: Map<string, number>,
) {
  const key = JSON.stringify([check, path, ...identity]);
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  return {
    description: shorten(oneLine(text), LONGEST_TEXT),
    check_name: check,
    fingerprint: sha256Base64(`${key}#${times}`),
    severity,
    location: { path: oneLine(path), lines: { begin: position?.line ?? 1 } },
  };
}

function suiteFindings({ runs }: Report): readonly Finding[] {
  return runs.flatMap((run) => {
    const { attempt, blocking } = run;
    const findings = (failures: typeof attempt.failures, severity: Severity): readonly Finding[] =>
      groupFailures(failures, run).map(({ failure, iterations }) => {
        const { kind, path, request, assertion, message, file, position } = failure;
        const where = whereOf(failure) || KIND_WORDS[kind];
        return {
          check: `postman/${kind}`,
          text: `${run.suite}: ${where}${iterationSuffix(iterations[0], run)}: ${message}`,
          severity,
          path: file ?? run.collection,
          position,
          identity: [run.suite, ...path, request, assertion],
        };
      });
    return [...findings(attempt.failures, blocking ? 'critical' : 'minor'), ...findings(attempt.warnings, 'minor')];
  });
}

const outsideFindings = ({ errors, problems }: Report): readonly Finding[] => [
  ...errors.map(
    ({ kind, message, remedy }): Finding => ({
      check: `postman/${kind}`,
      text: `${message} ${remedy}`,
      severity: 'blocker',
      path: undefined,
      position: undefined,
      identity: [message],
    }),
  ),
  ...problems.map(
    ({ kind = 'settings', message, remedy, path, position }): Finding => ({
      check: `postman/${kind}`,
      text: `${message} ${remedy}`,
      severity: 'blocker',
      path,
      position,
      identity: [message],
    }),
  ),
];

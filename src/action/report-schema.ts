import * as z from 'zod';
import type { Report } from '../core/report/report.ts';
import { reportSchema } from '../core/report/report-schema.ts';

/** Most characters of a text in a report of this tool. */
const LONGEST_TEXT = 200_000;

const { problems, notices, runs } = reportSchema.shape;
const { attempt: writtenAttempt } = runs.element.shape;

const failures = z.array(writtenAttempt.shape.failures.element.omit({ source: true, comparison: true }));

const attempt = writtenAttempt.extend({
  executions: z.unknown().transform(() => []),
  failures,
  warnings: failures,
});

const problem = problems.element.omit({ kind: true }).extend({
  // The code only names a page of the documentation.
  code: problems.element.shape.code.catch('wrong-value'),
});

/**
 * The part of a report that a comment shows, for reports that a fork may have written: all other fields are dropped,
 * addresses of web pages among them.
 */
export const untrustedReportSchema = reportSchema
  .pick({
    ...{ version: true, tool: true, command: true, workspace: true, commit: true, pullRequest: true },
    ...{ startedAt: true, durationMs: true, verdict: true, stopped: true, failureKinds: true, errors: true },
    ...{ plan: true, baseline: true, leftOut: true, contract: true, coverage: true },
  })
  .extend({
    problems: z.array(problem),
    notices: z.array(notices.element.pick({ level: true, message: true })),
    runs: z.array(runs.element.omit({ part: true }).extend({ attempt, earlier: z.array(attempt) })),
    // No monitor runs for a pull request.
    monitors: z.unknown().transform(() => []),
    api: z.unknown().transform(() => ({ limits: {}, usage: [], apiCalls: 0, waitedMs: 0 })),
  })
  .superRefine((report, { addIssue }) => {
    const path = longTextIn(report, []);
    if (path) addIssue({ code: 'custom', message: 'the text is too long', path: [...path] });
  }) satisfies z.ZodType<Report>;

/** The path of the first text that is longer than any that this tool writes; undefined where there is none. */
function longTextIn(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = longTextIn(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

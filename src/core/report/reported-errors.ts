import { messageOf, OutsideError, PostmanError, type PostmanErrorCode } from '../model/errors.ts';
import { ProblemsError } from '../model/problem.ts';
import type { FailureKind } from '../model/verdict.ts';
import { unreadOf } from '../plan/change.ts';
import type { ReportedError } from './report.ts';
import type { CommandResult } from './results.ts';

/** Reports thrown errors and the error of each failed change, each message once. Problems are reported elsewhere. */
export function reportErrors(thrown: readonly unknown[], { sync, tests }: CommandResult): readonly ReportedError[] {
  const failures = sync?.outcomes?.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.error] : [])) ?? [];
  const unread = sync?.plan?.changes.flatMap((change) => unreadOf(change) ?? []) ?? [];
  const others = thrown.filter((error) => !(error instanceof ProblemsError));
  const reported = [...others, ...unread, ...failures].map(reportError);
  const all = tests?.nothingToRun ? [...reported, NOTHING_TO_RUN] : reported;
  return [...new Map(all.map((error) => [error.message, error])).values()];
}

const NOTHING_TO_RUN: ReportedError = {
  kind: 'nothing-tested',
  message: 'No collection was found, so nothing was tested.',
  remedy: 'Name collections to test, or say run: none; strict: false makes this pass.',
};

const KIND_OF_CODE: Readonly<Record<PostmanErrorCode, FailureKind>> = {
  unauthorized: 'auth',
  forbidden: 'auth',
  'not-found': 'sync',
  'rate-limited': 'rate-limit',
  'quota-exhausted': 'quota',
  invalid: 'sync',
  conflict: 'sync',
  edited: 'conflict',
  'too-large': 'sync',
  unavailable: 'network',
  'outcome-unknown': 'sync',
  stopped: 'sync',
};

function reportError(error: unknown): ReportedError {
  if (error instanceof PostmanError)
    return { kind: KIND_OF_CODE[error.code], message: error.message, remedy: error.remedy };
  if (error instanceof OutsideError) return { kind: error.kind, message: error.message, remedy: error.remedy };
  return {
    kind: 'sync',
    message: `postman-sync itself failed: ${messageOf(error)}`,
    remedy: 'This is a defect: please report it with the command and this message.',
  };
}

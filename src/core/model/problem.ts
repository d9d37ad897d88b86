import type { JsonPath } from '../lib/json.ts';
import type { Position } from '../lib/positions.ts';
import type { ProblemCode } from './problem-codes.ts';

/** Something wrong in the user's files or settings, with its remedy. */
export interface Problem {
  /** Its stable name; docs/errors.md explains it. */
  readonly code: ProblemCode;
  /** The thing and the reason, one sentence. */
  readonly message: string;
  /** What to do, one sentence. */
  readonly remedy: string;
  /** The file it is in, relative to the working directory, with forward slashes. */
  readonly path?: string;
  readonly position?: Position;
  /** The kind of failure for the verdict; `settings` where absent. */
  readonly kind?: 'settings' | 'secret' | 'sync' | 'conflict';
}

/** A problem in a document, before its line was looked up. */
export interface Complaint {
  readonly at: JsonPath;
  readonly message: string;
  readonly remedy: string;
}

/** A value, or all problems with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Thrown where the user's files or settings are wrong: holds all problems, each once. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const each = [...new Map(problems.map((problem) => [`${placeOf(problem)} ${problem.message}`, problem])).values()];
    super(each.map((problem) => problem.message).join('\n'));
    this.name = 'ProblemsError';
    this.problems = each;
  }
}

/** The value, or a ProblemsError. */
export function orThrow<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new ProblemsError(checked.problems);
  return checked.value;
}

/** `file:line:column`, as far as it is known; empty for a problem without a file. */
export function placeOf({ path, position }: Pick<Problem, 'path' | 'position'>): string {
  if (path === undefined) return '';
  return position ? `${path}:${position.line}:${position.column}` : path;
}

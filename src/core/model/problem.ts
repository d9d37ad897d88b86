import type { JsonPath } from '../lib/json.ts';
import type { Position } from '../lib/positions.ts';
import type { ProblemCode } from './problem-codes.ts';

/** A mistake in the user's files or settings, with its remedy. */
export interface Problem {
  /** A stable name, explained in docs/errors.md. */
  readonly code: ProblemCode;
  /** One sentence with the thing and the reason. */
  readonly message: string;
  /** One sentence on what to do. */
  readonly remedy: string;
  /** The file it is in, relative to the working directory, with forward slashes. */
  readonly path?: string;
  readonly position?: Position;
  /** The kind of failure for the verdict; absent means `settings`. */
  readonly kind?: 'settings' | 'secret' | 'sync' | 'conflict';
}

/** A problem in a document, at a path whose line is not known yet. */
export interface Complaint {
  readonly at: JsonPath;
  readonly message: string;
  readonly remedy: string;
}

/** The result of a check: a value, or all problems. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Thrown for mistakes in the user's files or settings. Holds all problems, each once. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const each = [...new Map(problems.map((problem) => [`${placeOf(problem)} ${problem.message}`, problem])).values()];
    super(each.map((problem) => problem.message).join('\n'));
    this.name = 'ProblemsError';
    this.problems = each;
  }
}

/** Returns the value of a successful check; throws a ProblemsError otherwise. */
export function orThrow<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new ProblemsError(checked.problems);
  return checked.value;
}

/** `file:line:column`, or only `file` without a position; empty without a file. */
export function placeOf({ path, position }: Pick<Problem, 'path' | 'position'>): string {
  if (path === undefined) return '';
  return position ? `${path}:${position.line}:${position.column}` : path;
}

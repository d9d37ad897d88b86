import type { JsonPath } from '../lib/json.ts';
import type { Position } from '../lib/position.ts';

/** Something wrong in the user's own material, with what to do about it. */
export interface Problem {
  /** The thing and the reason, one sentence. */
  readonly message: string;
  /** What to do, one sentence. */
  readonly remedy: string;
  /** The file it is in, relative to the working directory, with forward slashes. */
  readonly path?: string;
  readonly position?: Position;
  /** Why it matters to the verdict; `settings` unless said otherwise. */
  readonly kind?: 'settings' | 'secret' | 'sync' | 'conflict';
}

/** A problem inside a document, before anyone has looked up its line. */
export interface Complaint {
  readonly at: JsonPath;
  readonly message: string;
  readonly remedy: string;
}

/** A value, or every problem that stands in its way. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Thrown where a step cannot go on because of the user's own material: carries every problem at once, and each once. */
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

/** One difference between Postman and the repository, for people. Never holds a secret value. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed' | 'moved' | 'renamed';
  /** The thing: `request`, `folder`, `example`, `variable`, `name`, `description`, `auth`, `script`, `url`, … */
  readonly what: string;
  /** Where it is: folder and request names, outermost first; for variables their name. */
  readonly path: readonly string[];
  /** Short texts before and after, where they may be shown (names, methods, URLs without values of variables). */
  readonly before?: string;
  readonly after?: string;
  /** Line diffs of scripts: lines that begin with `+`, `-` or a space. */
  readonly lines?: readonly string[];
}

/** All differences of a resource, in document order. */
export type Diff = readonly Difference[];

/** The place of differences. */
export type DifferencePlace = Difference['path'];

/** A difference without details. */
export const changed = (what: string, path: DifferencePlace): Difference => ({ change: 'changed', what, path });

/** A difference of two short texts; none where they are equal. */
export const changedFrom = (
  what: string,
  { was, is, path }: { readonly was: string; readonly is: string; readonly path: DifferencePlace },
): Diff => (was === is ? [] : [{ ...changed(what, path), before: was, after: is }]);

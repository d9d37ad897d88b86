import { lineDiff } from '../lib/line-diff.ts';

/** One difference between Postman and the repository, for people. Never holds a secret value. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed' | 'moved' | 'renamed';
  /** The thing that differs: `request`, `folder`, `example`, `variable`, `name`, `auth`, `script`, `url`, … */
  readonly what: string;
  /** Its place: folder and request names, outermost first; for variables their name. */
  readonly path: readonly string[];
  /** Short texts before and after, if they may be shown (names, methods, URLs without values of variables). */
  readonly before?: string;
  readonly after?: string;
  /** Line diffs of scripts, bodies and descriptions: lines that begin with `+`, `-` or a space. */
  readonly lines?: readonly string[];
  /** The requests in a folder that was added or removed as a whole; they are not listed. */
  readonly requests?: number;
}

const changeOf = (was: string, is: string): Difference['change'] => {
  if (was === '') return 'added';
  return is === '' ? 'removed' : 'changed';
};

/** All differences of a resource, in document order. */
export type Diff = readonly Difference[];

/** The folder and request names of a place, outermost first. */
export type DifferencePlace = Difference['path'];

/** A difference without details. */
export const changed = (what: string, path: DifferencePlace): Difference => ({ change: 'changed', what, path });

/** A difference of two short texts; empty for equal texts. */
export const changedFrom = (
  what: string,
  { was, is, path }: { readonly was: string; readonly is: string; readonly path: DifferencePlace },
): Diff => (was === is ? [] : [{ ...changed(what, path), before: was, after: is }]);

/** A new name; empty for equal names. */
export const renamed = (
  what: string,
  { was, is, path }: { readonly was: string; readonly is: string; readonly path: DifferencePlace },
): Diff => (was === is ? [] : [{ change: 'renamed', what, path, before: was, after: is }]);

/** Texts that are longer or have several lines are compared line by line. */
const LONGEST_LINE = 100;

const isShort = (text: string): boolean => text.length <= LONGEST_LINE && !/[\r\n]/.test(text);

/** A difference of two texts: short texts in full, others as a line diff; empty for equal texts. */
export function textChange(
  what: string,
  {
    was = '',
    is = '',
    path,
  }: { readonly was: string | undefined; readonly is: string | undefined; readonly path: DifferencePlace },
): Diff {
  if (was === is) return [];
  const change = changeOf(was, is);
  if (!isShort(was) || !isShort(is)) return [{ change, what, path, lines: lineDiff(was, is) }];
  return [{ change, what, path, ...(was && { before: was }), ...(is && { after: is }) }];
}

import { type JsonPath, type JsonValue, same } from '../../lib/json.ts';

/** Three versions of a value: base (last applied), ours (the file), theirs (Postman). */
export interface Versions<T = JsonValue | undefined> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** The side whose value a conflict takes; the conflict is still reported. */
export type Side = 'ours' | 'theirs';

/** Options of a merge. */
export interface MergeOptions {
  readonly prefer: Side;
  /** `remote` for an upload, `file` for a file. */
  readonly purpose: 'remote' | 'file';
}

/** A place that file and Postman changed differently. */
export interface Conflict extends Versions {
  /** Folder and request names, outermost first, then the field. */
  readonly at: readonly string[];
  /** The path in our document, or the path of the nearest parent if our document lacks the place. */
  readonly path: JsonPath;
  /** Whether the values may be credentials. */
  readonly isSecret?: boolean;
}

/** A merged value with its conflicts. */
export interface Merged<T = JsonValue | undefined> {
  readonly value: T;
  readonly conflicts: readonly Conflict[];
}

/** The place and options of a merge step. */
export interface MergeContext {
  readonly prefer: Side;
  readonly at: readonly string[];
  readonly path: JsonPath;
  readonly ids: IdPolicy;
}

/**
 * The ids of merged items. `remote`: the ids in Postman, for an upload. `keep` and `none`: our ids, for a file; items
 * that only Postman has keep their ids with `keep`, and lose them with `none`.
 */
export type IdPolicy = 'remote' | 'keep' | 'none';

/** Merges the three versions of a value. */
export type Merger = (versions: Versions, context: MergeContext) => Merged;

/** A merged value without conflicts. */
export const clean = <T>(value: T): Merged<T> => ({ value, conflicts: [] });

/** Converts a value to its canonical form, for comparison. */
export type Canonical = (value: JsonValue | undefined) => JsonValue | undefined;

/** Returns a merger for a value as a whole: it takes the side that changed, or reports a conflict if both did. */
export function whole(canonical: Canonical = (value) => value, isSecret = false): Merger {
  return (versions, context) => {
    const [base, ours, theirs] = [canonical(versions.base), canonical(versions.ours), canonical(versions.theirs)];
    if (same(ours, theirs) || same(base, theirs)) return clean(versions.ours);
    if (same(base, ours)) return clean(versions.theirs);
    const { prefer, at, path } = context;
    return { value: versions[prefer], conflicts: [{ ...versions, at, path, ...(isSecret ? { isSecret } : {}) }] };
  };
}

/** The context of a nested value; `at` names it in a conflict, unless it is undefined. */
export const inside = (
  context: MergeContext,
  { at, path }: { readonly at: string | undefined; readonly path: string | number },
): MergeContext => ({
  ...context,
  at: at === undefined ? context.at : [...context.at, at],
  path: [...context.path, path],
});

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

/** A place that was changed differently in the file and in Postman. */
export interface Conflict extends Versions {
  /** Folder and request names, outermost first, then the field. */
  readonly at: readonly string[];
  /** The place in our document; of the nearest parent where ours lacks it. */
  readonly path: JsonPath;
  /** Whether the values may be credentials. */
  readonly isSecret?: boolean;
}

/** A merged value with its conflicts. */
export interface Merged<T = JsonValue | undefined> {
  readonly value: T;
  readonly conflicts: readonly Conflict[];
}

/** The place and options of a merge. */
export interface MergeContext {
  readonly prefer: Side;
  readonly at: readonly string[];
  readonly path: JsonPath;
  /** Whether items that only Postman has keep their ids, and all others get the ids of their counterparts. */
  readonly ids: IdPolicy;
}

/** `remote`: ids of Postman's items, for what is sent. `file`: our own ids; new items have ids only if `keep`. */
export type IdPolicy = 'remote' | 'keep' | 'none';

export type Merger = (versions: Versions, context: MergeContext) => Merged;

/** A merged value without conflicts. */
export const clean = <T>(value: T): Merged<T> => ({ value, conflicts: [] });

/** Converts a value to its canonical form, for comparison. */
export type Canonical = (value: JsonValue | undefined) => JsonValue | undefined;

/** Merges a value as a whole: takes the side that changed, or reports a conflict. */
export function whole(canonical: Canonical = (value) => value, isSecret = false): Merger {
  return (versions, context) => {
    const [base, ours, theirs] = [canonical(versions.base), canonical(versions.ours), canonical(versions.theirs)];
    if (same(ours, theirs) || same(base, theirs)) return clean(versions.ours);
    if (same(base, ours)) return clean(versions.theirs);
    return conflictOf(versions, context, isSecret);
  };
}

/** The value of the preferred side, with the conflict. */
export function conflictOf(versions: Versions, { prefer, at, path }: MergeContext, isSecret = false): Merged {
  return { value: versions[prefer], conflicts: [{ ...versions, at, path, ...(isSecret ? { isSecret } : {}) }] };
}

/** The context of a nested value. */
export const inside = (
  context: MergeContext,
  { at, path }: { readonly at: string | undefined; readonly path: string | number },
): MergeContext => ({
  ...context,
  at: at === undefined ? context.at : [...context.at, at],
  path: [...context.path, path],
});

import { type JsonPath, type JsonValue, same } from '../../lib/json.ts';

/** Three versions of one value: as it was applied last, as the file has it, as Postman has it. */
export interface Versions<T = JsonValue | undefined> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** Which side a conflict is settled for; the conflict is reported all the same. */
export type Side = 'ours' | 'theirs';

/** How two sides are brought together. */
export interface MergeOptions {
  readonly prefer: Side;
  /** `remote` for what is sent, `file` for what is written into a file. */
  readonly purpose: 'remote' | 'file';
}

/** A place that file and Postman both changed, each in its own way. */
export interface Conflict extends Versions {
  /** Folder and request names, outermost first, then the field. */
  readonly at: readonly string[];
  /** The place in our document; that of its nearest parent where we do not have it. */
  readonly path: JsonPath;
  /** The values are credentials, or may be. */
  readonly isSecret?: boolean;
}

/** A merged value, and where the two sides disagree. */
export interface Merged<T = JsonValue | undefined> {
  readonly value: T;
  readonly conflicts: readonly Conflict[];
}

/** Where a merge is, and how it settles conflicts. */
export interface MergeContext {
  readonly prefer: Side;
  readonly at: readonly string[];
  readonly path: JsonPath;
  /** Whether items that only Postman has keep their ids, and all others get the ids of their counterparts. */
  readonly ids: IdPolicy;
}

/** `remote`: ids of Postman's items, for what is sent. `file`: our own ids; new items have ids only if `keep`. */
export type IdPolicy = 'remote' | 'keep' | 'none';

/** Merges one kind of value. */
export type Merger = (versions: Versions, context: MergeContext) => Merged;

/** A value without conflicts. */
export const clean = <T>(value: T): Merged<T> => ({ value, conflicts: [] });

/** Brings a value into the form that is compared. */
export type Canonical = (value: JsonValue | undefined) => JsonValue | undefined;

/** Merges a value as a whole: one side's change, or a conflict. */
export function whole(canonical: Canonical = (value) => value, isSecret = false): Merger {
  return (versions, context) => {
    const [base, ours, theirs] = [canonical(versions.base), canonical(versions.ours), canonical(versions.theirs)];
    if (same(ours, theirs) || same(base, theirs)) return clean(versions.ours);
    if (same(base, ours)) return clean(versions.theirs);
    return conflictOf(versions, context, isSecret);
  };
}

/** The preferred side's value, and the conflict. */
export function conflictOf(versions: Versions, { prefer, at, path }: MergeContext, isSecret = false): Merged {
  return { value: versions[prefer], conflicts: [{ ...versions, at, path, ...(isSecret ? { isSecret } : {}) }] };
}

/** The context of something inside. */
export const inside = (
  context: MergeContext,
  { at, path }: { readonly at: string | undefined; readonly path: string | number },
): MergeContext => ({
  ...context,
  at: at === undefined ? context.at : [...context.at, at],
  path: [...context.path, path],
});

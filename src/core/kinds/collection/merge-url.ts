import { isObject, type JsonObject, type JsonValue, omit, same, textOf } from '../../lib/json.ts';
import { object } from '../merge/object.ts';
import { type Conflict, type Merged, type Merger, type Versions, whole } from '../merge/versions.ts';
import { canonicalUrl } from './canonical.ts';
import { rows } from './merge-rows.ts';
import { PARTS, rawUrl, urlParts } from './url.ts';

/**
 * Merges a URL part by part, its parameters by key, and composes its text again. A URL whose text and parts disagree is
 * merged as a whole.
 */
export const url: Merger = (versions, context) => {
  const [base, ours, theirs] = [inParts(versions.base), inParts(versions.ours), inParts(versions.theirs)];
  const asWhole = whole((value) => canonicalUrl(value))(versions, context);
  if (asWhole.conflicts.length === 0 || !base || !ours || !theirs) return asWhole;
  return composed(byParts({ base, ours, theirs }, context), { versions, ours, asWhole });
};

const byParts = object({
  fields: { query: rows('query parameter'), variable: rows('path variable') },
  label: () => undefined,
});

/** The parts of a URL; undefined if they disagree with its text. */
function inParts(value: JsonValue | undefined): JsonObject | undefined {
  if (value == null) return {};
  if (typeof value === 'string') return urlParts(value);
  if (!isObject(value)) return undefined;
  const { raw, ...rest } = value;
  const text = textOf(raw);
  if (!Object.keys(rest).some((key) => PARTS.has(key))) return { ...rest, ...urlParts(text ?? '') };
  return text === undefined || rawUrl(rest) === text ? rest : undefined;
}

interface ComposeInput {
  readonly versions: Versions;
  /** Our parts. */
  readonly ours: JsonObject;
  readonly asWhole: Merged;
}

function composed({ value, conflicts }: Merged, { versions, ours, asWhole }: ComposeInput): Merged {
  const raw = isObject(value) ? rawUrl(value) : undefined;
  if (!isObject(value) || raw === undefined) return asWhole;
  const asTexts = conflicts.map((conflict) => withTexts(conflict, versions));
  if (same(value, ours)) return { value: versions.ours, conflicts: asTexts };
  const isText = typeof versions.ours === 'string' && Object.keys(omit(value, PARTS)).length === 0;
  return { value: isText ? raw : { raw, ...value }, conflicts: asTexts };
}

/** A conflict about a part of a URL shows the whole URLs as texts: users do not know the parts. */
function withTexts(conflict: Conflict, versions: Versions): Conflict {
  if (isObject(conflict.ours ?? conflict.theirs)) return conflict;
  const text = (value: JsonValue | undefined): JsonValue | undefined => (isObject(value) ? value.raw : value);
  return { ...conflict, base: text(versions.base), ours: text(versions.ours), theirs: text(versions.theirs) };
}

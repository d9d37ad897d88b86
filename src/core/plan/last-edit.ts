import { type JsonObject, objectOf, objectsOf, textOf } from '../lib/json.ts';
import type { ObservedResource } from '../model/resource.ts';

/** Time and user of the last change of a resource in Postman. */
export interface LastEdit {
  /** ISO 8601. */
  readonly at: string;
  /** The user's id or name, whichever the API has. */
  readonly by?: string;
}

/** The clocks of Postman's services may differ by this much. */
const SKEW_MS = 1_000;

/**
 * The last change of a resource or of one of its items, according to the API. Undefined if no change is newer than the
 * last apply.
 */
export function lastEdit(
  { content = {}, updatedAt }: ObservedResource,
  applied: Date | undefined,
): LastEdit | undefined {
  const since = applied ? new Date(applied.getTime() + SKEW_MS).toISOString() : '';
  const listed = updatedAt ? [{ at: updatedAt.toISOString() }] : [];
  const edits = [content, objectOf(content.info), ...itemsOf(content)].flatMap(editOf);
  let last: LastEdit | undefined;
  for (const edit of [...edits, ...listed]) if (edit.at > (last?.at ?? since)) last = edit;
  return last;
}

const itemsOf = (owner: JsonObject): readonly JsonObject[] =>
  objectsOf(owner.item).flatMap((item) => [item, ...itemsOf(item), ...objectsOf(item.response)]);

function editOf({ updatedAt, lastUpdatedBy }: JsonObject): readonly LastEdit[] {
  const at = textOf(updatedAt);
  if (at === undefined || !/^\d{4}-\d\d-\d\dT/.test(at)) return [];
  const by = typeof lastUpdatedBy === 'number' ? String(lastUpdatedBy) : textOf(lastUpdatedBy);
  return [by === undefined ? { at } : { at, by }];
}

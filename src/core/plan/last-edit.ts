import { isObject, type JsonObject, objectsOf, textOf } from '../lib/json.ts';
import type { ObservedResource } from '../model/resource.ts';

/** When a resource was changed last in Postman, and by which user. */
export interface LastEdit {
  /** ISO 8601. */
  readonly at: string;
  /** The user's id or name, as the API tells it. */
  readonly by?: string;
}

/** Clocks of Postman's services need not agree to the second. */
const SKEW_MS = 1_000;

/**
 * The last change of a resource as far as the API tells: of its own fields or of one of its items. Undefined where nothing
 * is newer than what was applied last: that is this tool's own change.
 */
export function lastEdit(
  { content = {}, updatedAt }: ObservedResource,
  applied: Date | undefined,
): LastEdit | undefined {
  const since = applied ? new Date(applied.getTime() + SKEW_MS).toISOString() : '';
  const listed = updatedAt ? [{ at: updatedAt.toISOString() }] : [];
  const info = isObject(content.info) ? [content.info] : [];
  const told = [content, ...info, ...itemsOf(content)].flatMap(editOf);
  const newer = [...told, ...listed].filter(({ at }) => at > since);
  return newer.reduce<LastEdit | undefined>((last, edit) => (last && last.at >= edit.at ? last : edit), undefined);
}

const itemsOf = (owner: JsonObject): readonly JsonObject[] =>
  objectsOf(owner.item).flatMap((item) => [item, ...itemsOf(item), ...objectsOf(item.response)]);

function editOf({ updatedAt, lastUpdatedBy }: JsonObject): readonly LastEdit[] {
  const at = textOf(updatedAt);
  if (at === undefined || !/^\d{4}-\d\d-\d\dT/.test(at)) return [];
  const by = typeof lastUpdatedBy === 'number' ? String(lastUpdatedBy) : textOf(lastUpdatedBy);
  return [by === undefined ? { at } : { at, by }];
}

import { type JsonObject, objectsOf, textOf } from '../../core/lib/json.ts';

/** Most names that a message lists. */
const SHOWN = 20;

/**
 * The first of the wanted folders or requests that a collection lacks, with a remedy that lists its folders; undefined
 * when it has all.
 */
export function missingFolder(
  collection: JsonObject,
  wanted: readonly string[],
): { readonly name: string; readonly remedy: string } | undefined {
  if (wanted.length === 0) return undefined;
  const { folders, names } = namesIn(collection);
  const name = wanted.find((each) => !names.has(each));
  if (name === undefined) return undefined;
  return { name, remedy: folders.length === 0 ? 'It has no folders.' : `Its folders are ${listed(folders)}.` };
}

/** Folders in document order; names and ids of folders and requests, as Newman looks them up. */
function namesIn(collection: JsonObject): { folders: readonly string[]; names: ReadonlySet<string> } {
  const folders: string[] = [];
  const names = new Set<string>();
  const visit = (parent: JsonObject): void => {
    for (const item of objectsOf(parent.item)) {
      for (const key of [item.name, item.id, item._postman_id]) if (textOf(key)) names.add(String(key));
      if (Array.isArray(item.item)) folders.push(textOf(item.name) ?? '(unnamed)');
      visit(item);
    }
  };
  visit(collection);
  return { folders, names };
}

const listed = (names: readonly string[]): string => {
  const more = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : '';
  return (
    names
      .slice(0, SHOWN)
      .map((name) => `"${name}"`)
      .join(', ') + more
  );
};

import { type JsonObject, objectsOf, textOf } from '../core/json.ts';

/** Longest list of names in a message. */
const SHOWN = 20;

/** Why a wanted folder or request cannot be run: the sentence for the user, or undefined when all are there. */
export function missingFolder(collection: JsonObject, wanted: readonly string[]): string | undefined {
  if (wanted.length === 0) return undefined;
  const { folders, names } = namesIn(collection);
  const missing = wanted.find((name) => !names.has(name));
  if (missing === undefined) return undefined;
  const there = folders.length === 0 ? 'The collection has no folders.' : `There are: ${listed(folders)}.`;
  return `No folder or request is named "${missing}". ${there}`;
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

import { isObject, type JsonObject, type JsonPath, type JsonValue, keysOf, same } from '../../core/lib/json.ts';
import { patchYaml, type YamlEdit } from '../../core/lib/patch-yaml.ts';
import { formerIndexes } from './carry.ts';

/** Changes the value of a YAML text. Equal parts stay byte for byte. */
export function patchedFile(text: string, { was, is }: { readonly was: JsonObject; readonly is: JsonObject }): string {
  const edits = editsAt([], was, is);
  return edits.length === 0 ? text : patchYaml(text, edits);
}

function editsAt(at: JsonPath, was: JsonValue | undefined, is: JsonValue | undefined): readonly YamlEdit[] {
  if (same(was, is)) return [];
  // patchYaml would remove a map with its last key.
  if (isObject(is) && Object.keys(is).length === 0) return [{ at, value: is }];
  if (isObject(was) && isObject(is)) return keysOf(was, is).flatMap((key) => editsAt([...at, key], was[key], is[key]));
  if (Array.isArray(was) && Array.isArray(is)) return listEdits(at, was, is) ?? [{ at, value: is }];
  return [{ at, value: is }];
}

/**
 * Edits of single entries: changes, new entries at the end, and removals from the end to the start. Undefined if
 * entries were inserted or moved: then the whole list is written.
 */
function listEdits(at: JsonPath, was: readonly JsonValue[], is: readonly JsonValue[]): readonly YamlEdit[] | undefined {
  const former = formerIndexes(was, is);
  const kept = former.filter((index) => index !== undefined);
  const isAppended = former.slice(kept.length).every((index) => index === undefined);
  const isInOrder = kept.every((index, place) => place === 0 || index > (kept[place - 1] ?? -1));
  if (!isAppended || !isInOrder || kept.length === 0) return undefined;
  const changes = kept.flatMap((index, place) => editsAt([...at, index], was[index], is[place]));
  const added = is.slice(kept.length).map((value, place) => ({ at: [...at, was.length + place], value }));
  const removed = [...was.keys()].filter((index) => !kept.includes(index));
  return [...changes, ...added, ...removed.reverse().map((index) => ({ at: [...at, index], value: undefined }))];
}

import { isObject, type JsonObject, type JsonPath, type JsonValue, textOf } from '../../lib/json.ts';
import type { Complaint } from '../../model/problem.ts';
import type { Kind } from '../kind.ts';
import { canonicalCollection } from './canonical.ts';
import { diffCollections } from './diff.ts';
import { counterparts, ownIds, withIds } from './graft.ts';
import { mergeCollections } from './merge.ts';
import { isV21, stripCollection } from './strip.ts';

/** Collections of format v2.1.0, the only format that the API accepts. */
export const collection: Kind = {
  kind: 'collection',
  plural: 'collections',
  declaredIn: 'file',
  name: (content) => (isObject(content.info) ? textOf(content.info.name) : undefined),
  idOf: (content) => (isObject(content.info) ? textOf(content.info._postman_id) : undefined),
  check,
  strip: stripCollection,
  canonical: canonicalCollection,
  graft,
  merge: mergeCollections,
  diff: (before, after) => diffCollections(comparable(before), comparable(after)),
};

/** The canonical form, with the ids of items and examples. */
const comparable = (content: JsonObject): JsonObject =>
  withIds(canonicalCollection(content), { original: content, ids: ownIds(content) });

function graft(content: JsonObject, remote: JsonObject): JsonObject {
  const grafted = withIds(stripCollection(content), { original: content, ids: counterparts(content, remote) });
  const id = collection.idOf(remote);
  if (id === undefined || !isObject(grafted.info)) return grafted;
  return { ...grafted, info: { _postman_id: id, ...grafted.info } };
}

const EXPORT_AGAIN = 'Export the collection from Postman again, as "Collection v2.1".';

function check(content: JsonObject): readonly Complaint[] {
  if (isObject(content.collection)) {
    const message = 'The collection is wrapped in a "collection" key, as the API answers it';
    return [{ at: ['collection'], message, remedy: 'Keep the object inside that key only.' }];
  }
  if (!isObject(content.info))
    return [{ at: [], message: 'There is no "info" object: this is no collection', remedy: EXPORT_AGAIN }];
  return [...checkInfo(content.info), ...checkItems(content, [])];
}

function checkInfo(info: JsonObject): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (textOf(info.name) === undefined) {
    complaints.push({
      at: ['info', 'name'],
      message: 'The collection has no name',
      remedy: 'Give it one in info.name.',
    });
  }
  if (!isV21(info.schema)) {
    const schema = textOf(info.schema) ?? 'none';
    complaints.push({
      at: ['info', 'schema'],
      message: `The collection's schema is not v2.1.0 (${schema})`,
      remedy: EXPORT_AGAIN,
    });
  }
  return complaints;
}

function checkItems(owner: JsonObject, at: JsonPath): readonly Complaint[] {
  const items = owner.item;
  if (!Array.isArray(items)) return [{ at: [...at, 'item'], message: '"item" is not an array', remedy: EXPORT_AGAIN }];
  return items.flatMap((item: JsonValue, index) => checkItem(item, [...at, 'item', index]));
}

function checkItem(item: JsonValue, at: JsonPath): readonly Complaint[] {
  if (!isObject(item)) return [{ at, message: 'An item is not an object', remedy: EXPORT_AGAIN }];
  if ('item' in item) return checkItems(item, at);
  if (isObject(item.request) || textOf(item.request) !== undefined) return [];
  return [{ at, message: 'An item is neither a folder (item) nor a request (request)', remedy: EXPORT_AGAIN }];
}

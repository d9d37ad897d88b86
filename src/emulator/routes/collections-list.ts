import { type Call, inScope } from '../context.ts';
import type { JsonObject } from '../json.ts';
import { type Answer, badRequest, ok } from '../responses.ts';
import type { StoredCollection } from '../store.ts';

const summary = (record: StoredCollection): JsonObject => ({
  id: record.id,
  name: record.name,
  owner: String(record.owner),
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
  uid: record.uid,
  ...(record.fork ? { fork: record.fork } : {}),
  isPublic: false,
});

const whole = (query: URLSearchParams, name: string, fallback: number): number => {
  const text = query.get(name);
  const value = text === null ? fallback : Number(text);
  if (!Number.isInteger(value) || value < 0) throw badRequest(`Query param ${name} must be a non-negative integer.`);
  return value;
};

/**
 * Lists the collections that the caller sees. With `limit` or `offset`, the response has `meta`, and `name` does not
 * filter.
 */
export const listCollections = (call: Call): Answer => {
  const { query } = call;
  const name = query.get('name');
  const visible = inScope(call);
  const found = call.emulator.store.collections.list(visible);
  if (!query.has('limit') && !query.has('offset')) {
    return ok({ collections: found.filter((record) => name === null || record.name === name).map(summary) });
  }
  const offset = whole(query, 'offset', 0);
  const limit = whole(query, 'limit', found.length);
  return ok({
    collections: found.slice(offset, offset + limit).map(summary),
    meta: { total: found.length, offset, limit },
  });
};

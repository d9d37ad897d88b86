import { type Call, inScope } from '../context.ts';
import type { JsonObject } from '../json.ts';
import { type Answer, badRequest, ok } from '../responses.ts';
import type { StoredMonitor } from '../store.ts';
import { cursorAt, offsetOf } from './cursor.ts';

const mostPerPage = 25;

const summary = (record: StoredMonitor): JsonObject => ({
  id: record.id,
  name: record.name,
  active: record.active,
  uid: record.uid,
  owner: record.owner,
  collectionUid: record.collectionUid,
  ...(record.environmentUid === undefined ? {} : { environmentUid: record.environmentUid }),
});

const pageSize = (text: string | null): number => {
  const limit = text === null ? mostPerPage : Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw badRequest('Query param limit must be a positive integer.');
  if (limit > mostPerPage) throw badRequest('Query param limit cannot exceed 25.');
  return limit;
};

const matches = ({ query }: Call): ((record: StoredMonitor) => boolean) => {
  const [active, owner] = [query.get('active'), query.get('owner')];
  if (active !== null && !['true', 'false'].includes(active)) throw badRequest('Active must be a boolean.');
  if (owner !== null && !/^\d+$/.test(owner)) throw badRequest('Owner user ID must be an integer.');
  return (record) =>
    [null, String(record.active)].includes(active) &&
    [null, String(record.owner)].includes(owner) &&
    [null, record.collectionUid].includes(query.get('collectionUid')) &&
    [null, record.environmentUid].includes(query.get('environmentUid'));
};

/** Pages of at most 25; the cursor of the last page is an empty string. */
export const listMonitors = (call: Call): Answer => {
  const limit = pageSize(call.query.get('limit'));
  const start = offsetOf(call.query.get('cursor'));
  const fits = matches(call);
  const visible = inScope(call);
  const found = call.emulator.store.monitors.list((record) => visible(record) && fits(record));
  const more = start + limit < found.length;
  return ok({
    monitors: found.slice(start, start + limit).map(summary),
    meta: { nextCursor: more ? cursorAt(start + limit) : '', limit },
  });
};

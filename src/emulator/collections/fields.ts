import type { JsonObject } from '../json.ts';

const known = {
  collection: ['info', 'item', 'event', 'variable', 'auth', 'protocolProfileBehavior'],
  info: ['_postman_id', 'name', 'description', 'schema', 'version'],
  item: [
    'id',
    'name',
    'description',
    'variable',
    'event',
    'request',
    'response',
    'item',
    'auth',
    'protocolProfileBehavior',
  ],
} as const;

/** A copy with the members of the format only, for a server that drops unknown fields. */
export const dropUnknown = (value: JsonObject, part: keyof typeof known): JsonObject => {
  const names: readonly string[] = known[part];
  return Object.fromEntries(Object.entries(value).filter(([key]) => names.includes(key)));
};

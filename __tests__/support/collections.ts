import type { JsonObject } from '../../src/core/lib/json.ts';
import type { SourceFile } from '../../src/core/model/resource.ts';

export const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A request item. */
export const request = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  request: { method: 'GET', url: `{{baseUrl}}/${name}` },
  ...more,
});

/** A folder item. */
export const folder = (name: string, ...item: readonly JsonObject[]): JsonObject => ({ name, item });

/** A collection of format v2.1.0. */
export const collection = (name: string, ...item: readonly JsonObject[]): JsonObject => ({
  info: { name, schema: SCHEMA },
  item,
});

/** An environment with the given values. */
export const environment = (name: string, ...values: readonly JsonObject[]): JsonObject => ({ name, values });

/** A file as the repository holds it; positions are made up: line 7 of every file. */
export const sourceFile = (path: string, content: JsonObject): SourceFile => ({
  path,
  content,
  bytes: JSON.stringify(content).length,
  locate: () => ({ line: 7, column: 1 }),
});

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What Postman makes of a collection: ids, uids and stamps on everything. Numbers count from `first`. */
export function stamped(content: JsonObject, first = 1): JsonObject {
  let next = first;
  const stamps = (): JsonObject => {
    const id = uuid(next++);
    return {
      id,
      uid: `123-${id}`,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-02T00:00:00.000Z',
      lastUpdatedBy: '123',
    };
  };
  const items = (owner: JsonObject): JsonObject => ({
    ...owner,
    ...(Array.isArray(owner.item)
      ? { item: owner.item.map((item) => ({ ...stamps(), ...items(item as JsonObject) })) }
      : {}),
    ...(Array.isArray(owner.response)
      ? {
          response: owner.response.map((response) => ({
            ...stamps(),
            responseTime: null,
            ...(response as JsonObject),
          })),
        }
      : {}),
    ...(Array.isArray(owner.event)
      ? {
          event: owner.event.map((event) => {
            const { script, ...rest } = event as JsonObject;
            return { ...rest, script: { id: uuid(next++), ...(script as JsonObject) } };
          }),
        }
      : {}),
  });
  const { info } = content;
  const id = uuid(next++);
  return {
    ...items(content),
    info: {
      _postman_id: id,
      uid: `123-${id}`,
      updatedAt: '2026-01-02T00:00:00.000Z',
      createdAt: '2026-01-01',
      ...(info as JsonObject),
    },
  };
}

import type { JsonValue } from '../lib/json.ts';
import type { ApiFile } from './documents.ts';

/** Keys that no check reads. In many documents they are the larger part. */
const PROSE: ReadonlySet<string> = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'xml']);

/** Values that are data of the API. */
const DATA: ReadonlySet<string> = new Set(['enum', 'const']);

/** Maps whose keys are names chosen by the author; `description` may be one. */
const MAPS: ReadonlySet<string> = new Set([
  ...['paths', 'pathItems', 'webhooks', 'callbacks', 'responses', 'content', 'headers', 'encoding', 'links'],
  ...['schemas', 'properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
  ...['requestBodies', 'securitySchemes', 'variables', 'mapping'],
]);

/** The file without descriptions, examples and extensions. Other values keep their paths. */
export const slimmed = <File extends ApiFile>(file: File): File => ({
  ...file,
  value: slim(file.value, { isMap: false, depth: 0 }),
});

interface Location {
  readonly isMap: boolean;
  readonly depth: number;
}

function slim(value: JsonValue, { isMap, depth }: Location): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry: JsonValue) => slim(entry, { isMap: false, depth: depth + 1 }));
  const kept: Record<string, JsonValue> = {};
  for (const [key, entry] of Object.entries(value) as [string, JsonValue][]) {
    if (!isMap && isUnread(key, depth)) continue;
    const inside = { isMap: !isMap && MAPS.has(key), depth: depth + 1 };
    set(kept, key, !isMap && DATA.has(key) ? entry : slim(entry, inside));
  }
  return kept;
}

/** References can point to an extension of the root or of `components`. */
const isUnread = (key: string, depth: number): boolean => PROSE.has(key) || (depth > 1 && key.startsWith('x-'));

/** Assigning `__proto__` would set the prototype. */
function set(object: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true });
  else object[key] = value;
}

import { isObject, type JsonValue } from '../lib/json.ts';
import type { ApiFile } from './documents.ts';

/** What people read, and no check does: in many documents the larger part. */
const PROSE: ReadonlySet<string> = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'xml']);

/** Values that are data of the API. */
const DATA: ReadonlySet<string> = new Set(['enum', 'const']);

/** Their keys are names that the author chose: `description` may be one. */
const MAPS: ReadonlySet<string> = new Set([
  ...['paths', 'pathItems', 'webhooks', 'callbacks', 'responses', 'content', 'headers', 'encoding', 'links'],
  ...['schemas', 'properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
  ...['requestBodies', 'securitySchemes', 'variables', 'mapping'],
]);

/** The file without descriptions, examples and extensions: every other value keeps its path. */
export const slimmed = <File extends ApiFile>(file: File): File => ({ ...file, value: slim(file.value, false) });

function slim(value: JsonValue, isMap: boolean): JsonValue {
  if (Array.isArray(value)) return value.map((entry: JsonValue) => slim(entry, false));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => isMap || !(PROSE.has(key) || key.startsWith('x-')));
  return Object.fromEntries(
    kept.map(([key, entry]) => [
      key,
      !isMap && DATA.has(key) ? entry : slim(entry as JsonValue, !isMap && MAPS.has(key)),
    ]),
  );
}

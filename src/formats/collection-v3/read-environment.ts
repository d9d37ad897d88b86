import { type JsonObject, type JsonPath, type JsonValue, omitUndefined } from '../../core/lib/json.ts';
import type { Position } from '../../core/lib/positions.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Problem } from '../../core/model/problem.ts';
import { decode } from './decode.ts';
import type { Environment } from './schemas.ts';
import { parseYamlFile, type TreeFile } from './yaml-file.ts';

/** The content of an environment or globals file in the JSON form; absent for a file with problems. */
export interface EnvironmentFile {
  readonly content?: JsonObject;
  readonly locate: (at: JsonPath) => Position;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** Reads `*.environment.yaml` or `*.globals.yaml`. */
export function readEnvironment(kind: 'environment' | 'globals', source: TreeFile): EnvironmentFile {
  const file = parseYamlFile(source);
  if (!('value' in file)) return { problems: file, notices: [], locate: () => ({ line: 1, column: 1 }) };
  const { value, problems, notices } = decode(kind, file);
  return { ...(value && { content: contentOf(value) }), locate: (at) => file.locate(at), problems, notices };
}

const contentOf = ({ id, name, values = [], _postman_variable_scope }: Environment): JsonObject =>
  omitUndefined<JsonObject>({ id, name, values: values.map(variable), _postman_variable_scope });

type Value = NonNullable<Environment['values']>[number];

/** Unknown fields, such as the `source` of a vault's value, are kept. */
function variable({ key, value, enabled, disabled, secret, type, description, ...rest }: Value): JsonObject {
  const isSecret = secret === true || type === 'secret';
  return omitUndefined<JsonObject>({
    ...(rest as Readonly<Record<string, JsonValue>>),
    key,
    value: value ?? '',
    type: isSecret ? 'secret' : (type ?? 'default'),
    enabled: enabled !== false && disabled !== true,
    description: description === '' ? undefined : description,
  });
}

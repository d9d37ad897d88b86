import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../core/lib/json.ts';
import type { Severity } from '../core/plan/secrets-policy.ts';

/** The offset in a chunk at which a string of the document begins, and the string's path. */
export interface ChunkMark {
  readonly start: number;
  readonly at: JsonPath;
}

/** Strings of a document, joined to one text. The marks are in ascending order. */
export interface TextChunk {
  readonly text: string;
  readonly marks: readonly ChunkMark[];
}

/** A credential in a text. */
export interface Match {
  readonly rule: string;
  readonly start: number;
  readonly value: string;
  readonly severity: Severity;
}

/** Limits memory: a chunk ends with the first string beyond this number of characters. */
const CHUNK_LENGTH = 1_000_000;

/** Separates unrelated strings. No rule matches across it. */
export const SEPARATOR = '\n\0\n';

/**
 * The strings of a document as texts to search. Each string has its name before it (`name: value`), because some rules
 * need the name. The lines of a script stay together, because a private key has many lines.
 */
export function* textChunks(content: JsonObject): Generator<TextChunk> {
  let [parts, marks, length] = [[] as string[], [] as ChunkMark[], 0];
  for (const { at, name, value, continues } of stringsOf(content)) {
    if (length > CHUNK_LENGTH && !continues) {
      yield { text: parts.join(''), marks };
      [parts, marks, length] = [[], [], 0];
    }
    const part = continues ? `\n${value}` : `${SEPARATOR}${name}: ${value}`;
    marks.push({ start: length, at });
    parts.push(part);
    length += part.length;
  }
  yield { text: parts.join(''), marks };
}

/** The path of the string at an offset of a chunk. */
export const pathAt = ({ marks }: TextChunk, offset: number): JsonPath =>
  marks.findLast(({ start }) => start <= offset)?.at ?? [];

interface Named<T> {
  readonly at: JsonPath;
  readonly name: string;
  readonly value: T;
  /** Whether it is the next line of the same script. */
  readonly continues: boolean;
}

/** All strings of a document, in their order. */
function* stringsOf(content: JsonObject): Generator<Named<string>> {
  const stack: Named<JsonValue | undefined>[] = [{ at: [], name: '', value: content, continues: false }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value } = next;
    if (typeof value === 'string') yield { ...next, value };
    else for (const child of childrenOf(next).reverse()) stack.push(child);
  }
}

function childrenOf({ at, name, value }: Named<JsonValue | undefined>): Named<JsonValue | undefined>[] {
  if (Array.isArray(value)) {
    return value.map((entry: JsonValue, index) => {
      const continues = index > 0 && typeof value[index - 1] === 'string' && typeof entry === 'string';
      return { at: [...at, index], name, value: entry, continues };
    });
  }
  if (!isObject(value)) return [];
  return Object.keys(value).map((key) => ({
    at: [...at, key],
    name: key === 'value' ? pairName(value, name) : key,
    value: value[key],
    continues: false,
  }));
}

/** Names of Postman's parameters for AWS signatures → AWS's own names, which rules know. */
const AWS_NAMES: Readonly<Record<string, string>> = { secretKey: 'aws_secret_access_key' };

/** The name of the value in a `{ key, value }` pair of a list. */
function pairName({ key }: JsonObject, list: string): string {
  const name = typeof key === 'string' ? key : 'value';
  return (list === 'awsv4' ? AWS_NAMES[name] : undefined) ?? name;
}

import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../core/lib/json.ts';
import type { Severity } from '../core/plan/secrets-policy.ts';

/** Where a string of a document begins in a passage. */
export interface ChunkMark {
  readonly start: number;
  readonly at: JsonPath;
}

/** Strings of a document, their escapes resolved, as one text; the marks stand in order. */
export interface TextChunk {
  readonly text: string;
  readonly marks: readonly ChunkMark[];
}

/** A credential in a passage's text. */
export interface Match {
  readonly rule: string;
  readonly start: number;
  readonly value: string;
  readonly severity: Severity;
}

/** Keeps memory bounded: a passage ends with the first string that goes beyond it. */
const ENOUGH = 1_000_000;

/** Between strings that do not belong together; no rule reads across it. */
const BREAK = '\n\0\n';

/**
 * The strings of a document as texts to search, each with its name before it (`name: value`), for there are credentials
 * that only their name tells. The lines of a script stay together, for a private key goes over many.
 */
export function* passagesOf(content: JsonObject): Generator<TextChunk> {
  let [parts, marks, length] = [[] as string[], [] as ChunkMark[], 0];
  for (const { at, name, value, continues } of stringsOf(content)) {
    if (length > ENOUGH && !continues) {
      yield { text: parts.join(''), marks };
      [parts, marks, length] = [[], [], 0];
    }
    const part = continues ? `\n${value}` : `${BREAK}${name}: ${value}`;
    marks.push({ start: length, at });
    parts.push(part);
    length += part.length;
  }
  yield { text: parts.join(''), marks };
}

/** The string of a document that an offset in the passage lies in. */
export const placeIn = ({ marks }: TextChunk, offset: number): JsonPath =>
  marks.findLast(({ start }) => start <= offset)?.at ?? [];

interface Named<T> {
  readonly at: JsonPath;
  readonly name: string;
  readonly value: T;
  /** Whether it is one more line of the string before it. */
  readonly continues: boolean;
}

/** Every string of a document, in its order. */
function* stringsOf(content: JsonObject): Generator<Named<string>> {
  const ahead: Named<JsonValue | undefined>[] = [{ at: [], name: '', value: content, continues: false }];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { value } = next;
    if (typeof value === 'string') yield { ...next, value };
    else for (const child of childrenOf(next).reverse()) ahead.push(child);
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

/** What Postman calls the parameters of AWS signatures, in the words that AWS uses and rules know. */
const AWS_NAMES: Readonly<Record<string, string>> = { secretKey: 'aws_secret_access_key' };

/** The name of a `{ key, value }` pair's value; the list it stands in tells whose words it uses. */
function pairName({ key }: JsonObject, list: string): string {
  const name = typeof key === 'string' ? key : 'value';
  return (list === 'awsv4' ? AWS_NAMES[name] : undefined) ?? name;
}

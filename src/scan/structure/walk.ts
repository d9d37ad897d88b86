import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../core/lib/json.ts';
import { authValues, pairsIn } from './auth.ts';
import type { NamedValue, Part } from './judge.ts';
import { type Assignment, inBody, inHeaderLines, inProse, inScript, inUrl } from './texts.ts';

interface Node {
  readonly at: JsonPath;
  readonly key: string;
  readonly value: JsonValue | undefined;
  /** Whether it is part of a response that was saved as an example. */
  readonly answer: boolean;
}

/** All values of a Postman document at places that may hold credentials, with their names. */
export function* namedValues(content: JsonObject): Generator<NamedValue> {
  const stack: Node[] = [{ at: [], key: '', value: content, answer: false }];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { value, key, at } = node;
    yield* valuesAt(node);
    if (key === 'auth' && isObject(value)) continue;
    for (const child of childrenOf({ ...node, at, value }).reverse()) stack.push(child);
  }
}

function childrenOf({ at, key, value, answer }: Node): Node[] {
  if (Array.isArray(value)) {
    if (value.every((entry) => typeof entry === 'string')) return [];
    return value.map((entry: JsonValue, index) => ({ at: [...at, index], key, value: entry, answer }));
  }
  if (!isObject(value)) return [];
  return Object.keys(value).map((name) => ({
    at: [...at, name],
    key: name,
    value: value[name],
    answer: name === 'originalRequest' ? false : answer || name === 'response',
  }));
}

/** The part of each list of `{ key, value }` pairs, by the list's key. */
const LISTS: Readonly<Record<string, Part>> = {
  header: 'header',
  query: 'url',
  urlencoded: 'body',
  formdata: 'body',
  variable: 'variable',
  values: 'variable',
  cookie: 'header',
};

/** The part of each text, and the function that finds assignments in it, by the text's key. */
const TEXTS: Readonly<Record<string, readonly [Part, (text: string) => readonly Assignment[]]>> = {
  raw: ['body', inBody],
  body: ['body', inBody],
  variables: ['body', inBody],
  url: ['url', inUrl],
  header: ['header', inHeaderLines],
  exec: ['script', inScript],
  description: ['text', inProse],
  content: ['text', inProse],
};

function* valuesAt({ at, key, value, answer }: Node): Generator<NamedValue> {
  if (key === 'auth' && isObject(value)) yield* authValues(value, at);
  else if (typeof value === 'string') yield* valuesInText({ at, key, value, answer });
  else if (Array.isArray(value) && key === 'exec') yield* valuesInLines(value, at);
  else if (Array.isArray(value)) {
    const part = Object.hasOwn(LISTS, key) ? LISTS[key] : undefined;
    if (part === undefined) return;
    for (const pair of pairsIn(value, at)) yield { ...pair, part: partOf(part, answer), ...markOf(value, pair.at) };
  }
}

/** Cookies and headers of a saved response come from the server and have mostly expired. */
const partOf = (part: Part, answer: boolean): Part => (answer ? 'example' : part);

const markOf = (list: readonly JsonValue[], at: JsonPath): Pick<NamedValue, 'marked'> => {
  const entry = list[Number(at.at(-2))];
  return isObject(entry) && entry.type === 'secret' ? { marked: true } : {};
};

function* valuesInText({ at, key, value, answer }: Node & { readonly value: string }): Generator<NamedValue> {
  const rule = Object.hasOwn(TEXTS, key) ? TEXTS[key] : undefined;
  if (!rule) return;
  const isUrl = key === 'raw' && at.at(-2) === 'url';
  const [part, find] = isUrl ? (['url', inUrl] as const) : rule;
  for (const found of find(value)) yield { ...found, at, part: partOf(part, answer) };
}

function* valuesInLines(lines: readonly JsonValue[], at: JsonPath): Generator<NamedValue> {
  for (const [index, line] of lines.entries()) {
    if (typeof line !== 'string') continue;
    for (const found of inScript(line)) yield { ...found, at: [...at, index], part: 'script' };
  }
}

import { CORE_SCHEMA, load, mergeTag, YAMLException } from 'js-yaml';
import type { JsonPath, JsonValue } from '../lib/json.ts';
import { jsonLocator, positionAt } from '../lib/json-positions.ts';
import { jsonSyntaxError } from '../lib/json-syntax.ts';
import { type Position, parseWithPositions } from '../lib/positions.ts';
import { messageOf } from '../model/errors.ts';
import type { Checked, Problem } from '../model/problem.ts';

/** Parses a JSON or YAML file with fast parsers, without positions; see {@link locatorOf}. */
export function parseApiFile(path: string, text: string): Checked<JsonValue> {
  try {
    return { ok: true, value: isJson(text) ? (JSON.parse(text) as JsonValue) : loadYaml(text) };
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(path, { text, error })] };
  }
}

/** Returns a function that finds the position of a value in a file. It parses the text at its first call. */
export function locatorOf(text: string): (at: JsonPath) => Position {
  let locate: ((at: JsonPath) => Position) | undefined;
  return (at) => {
    locate ??= isJson(text) ? jsonLocator(text) : yamlLocator(text);
    return locate(at);
  };
}

function yamlLocator(text: string): (at: JsonPath) => Position {
  const document = parseWithPositions(text);
  // The position of the key is easier to find in the file than that of the value.
  return (at) => document.locate(at, 'key');
}

const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

const loadYaml = (text: string): JsonValue => load(text, { schema: SCHEMA }) as JsonValue;

function syntaxProblem(path: string, { text, error }: { readonly text: string; readonly error: unknown }): Problem {
  const { message, position } = error instanceof YAMLException ? ofYaml(error) : ofJson(text, error);
  return {
    path,
    position,
    code: 'openapi',
    message: `The OpenAPI document is not valid ${isJson(text) ? 'JSON' : 'YAML'}: ${message}`,
    remedy: 'Correct the syntax at this place.',
  };
}

function ofYaml({ reason, mark }: YAMLException): { readonly message: string; readonly position: Position } {
  return { message: reason, position: { line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 } };
}

function ofJson(text: string, error: unknown): { readonly message: string; readonly position: Position } {
  const { reason, offset } = jsonSyntaxError(text, messageOf(error));
  return { message: reason, position: positionAt(text, offset) };
}

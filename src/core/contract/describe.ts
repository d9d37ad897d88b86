import { ALTERNATIVES, type Alternatives } from './alternatives.ts';
import { FORBIDDEN } from './convert-schema.ts';
import { INVALID, type SchemaError } from './schemas.ts';

/** A deviation in words: expected and actual, at a JSON pointer. */
export interface Described {
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
}

/** Longest value that is shown, in characters. */
const LONGEST = 80;

/** Names of fields whose values are credentials or may be. */
const SENSITIVE = /token|secret|passw|api[-_]?key|credential|signature|authorization|cookie|session/i;

/** Describes a schema error. */
export function describe(error: SchemaError): Described {
  const { keyword, instancePath, params, data, schema } = error;
  const at = (name: unknown): string => `${instancePath}/${pointerStep(String(name))}`;
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return { pointer: at(params.missingProperty), expected: 'a value: the property is required', actual: 'missing' };
    case INVALID:
      return { pointer: instancePath, expected: 'a schema that can be compiled', actual: error.message };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(params.additionalProperty ?? params.unevaluatedProperty);
      const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
      return { pointer: at(name), expected: 'no property of this name', actual: shown(value, at(name)) };
    }
    default:
      return {
        pointer: instancePath,
        expected: expectation(keyword, { params, schema, error }),
        actual: shown(data, instancePath),
      };
  }
}

interface Details {
  readonly params: SchemaError['params'];
  readonly schema: unknown;
  readonly error: SchemaError;
}

function expectation(keyword: string, { params, schema, error }: Details): string {
  switch (keyword) {
    case 'type':
      return [schema].flat().map(String).join(' or ');
    case 'enum':
      return `one of ${listed(schema)}`;
    case 'const':
      return JSON.stringify(schema);
    case 'format':
      return `format ${String(schema)}`;
    case 'pattern':
      return `a text that matches ${String(schema)}`;
    case FORBIDDEN:
      return `no value: the property is ${String(params.reason)}`;
    case ALTERNATIVES:
      return alternative(schema as Alternatives, params);
    default:
      return error.message.replace(/^must (NOT )?/, (_, not) => (not ? 'not to ' : '')).replace(/^be /, '');
  }
}

function alternative(
  { keyword, ids, discriminator }: Alternatives,
  { fitting, types, choices }: SchemaError['params'],
): string {
  if (choices) return `${discriminator?.property} to be one of ${listed(Object.keys(choices as object))}`;
  if (typeof fitting === 'number' && fitting > 1) return `exactly one of ${ids.length} alternatives (${fitting} match)`;
  const wanted = Array.isArray(types) && types.length > 0 ? `: ${types.join(' or ')}` : '';
  return `${keyword === 'oneOf' ? 'exactly one' : 'any'} of ${ids.length} alternatives${wanted}`;
}

const listed = (values: unknown): string => {
  const list: readonly unknown[] = [values].flat();
  const few = list.slice(0, 10).map((value) => JSON.stringify(value));
  return `${few.join(', ')}${list.length > few.length ? ` and ${list.length - few.length} more` : ''}`;
};

/** A value for people: its type and beginning. Values of fields that may hold credentials are not shown. */
export function shown(value: unknown, pointer = ''): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  const type = Array.isArray(value) ? 'array' : typeof value;
  if (SENSITIVE.test(pointer.split('/').at(-1) ?? '')) return type;
  if (type === 'array') return `array of ${(value as readonly unknown[]).length}`;
  if (type === 'object') return `object with ${cut(Object.keys(value).slice(0, 10).join(', ')) || 'no properties'}`;
  return `${type} ${cut(JSON.stringify(value))}`;
}

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);

/** A name as a step of a JSON pointer. */
export const pointerStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

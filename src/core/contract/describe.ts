import { ALTERNATIVES, type Alternatives } from './alternatives.ts';
import { type Mismatch, NEVER } from './application.ts';
import { FORBIDDEN } from './convert-schema.ts';
import { pointerStep } from './documents.ts';

/** A deviation as text: expected and actual value at a JSON pointer. */
export interface Described {
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
}

/** Longer values are truncated; in characters. */
const LONGEST = 80;

/** Names of fields whose values may be credentials. */
const SENSITIVE = /token|secret|passw|api[-_]?key|credential|signature|authorization|cookie|session/i;

/** Describes a mismatch. */
export function describe(mismatch: Mismatch): Described {
  const { keyword, instancePath, params, data } = mismatch;
  const at = (name: unknown): string => `${instancePath}/${pointerStep(String(name))}`;
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return { pointer: at(params.missingProperty), expected: 'a value: the property is required', actual: 'missing' };
    case 'propertyNames':
      return { pointer: at(params.propertyName), expected: 'a name that the document allows', actual: 'another name' };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(params.additionalProperty ?? params.unevaluatedProperty);
      const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
      return { pointer: at(name), expected: 'no property of this name', actual: shown(value, at(name)) };
    }
    default:
      return {
        pointer: instancePath,
        expected: expectation(mismatch),
        actual: shown(data, instancePath),
      };
  }
}

function expectation({ keyword, params, schema: { [keyword]: argument } }: Mismatch): string {
  switch (keyword) {
    case 'type':
      return [argument].flat().map(String).join(' or ');
    case 'enum':
      return `one of ${listed(argument)}`;
    case 'const':
      return JSON.stringify(argument);
    case 'format':
      return `format ${String(argument)}`;
    case 'pattern':
      return `a text that matches ${String(argument)}`;
    case 'uniqueItems':
      return `unique items (items ${(params.pair as readonly number[]).join(' and ')} are equal)`;
    case 'contains':
      return `${amount(params)} that match "contains"`;
    case 'items':
    case 'unevaluatedItems':
      return `not to have more than ${String(params.limit)} items`;
    case 'not':
      return 'a value that does not match "not"';
    case NEVER:
      return 'no value';
    case FORBIDDEN:
      return `no value: the property is ${String(params.reason)}`;
    case ALTERNATIVES:
      return alternative(argument as unknown as Alternatives, params);
    default:
      return `${BOUNDS[keyword]?.[0] ?? keyword} ${String(argument)}${BOUNDS[keyword]?.[1] ?? ''}`;
  }
}

/** The text before and after a limit. */
const BOUNDS: Readonly<Record<string, readonly [string, string?]>> = {
  maximum: ['<='],
  minimum: ['>='],
  exclusiveMaximum: ['<'],
  exclusiveMinimum: ['>'],
  multipleOf: ['a multiple of'],
  maxLength: ['not to have more than', ' characters'],
  minLength: ['not to have fewer than', ' characters'],
  maxItems: ['not to have more than', ' items'],
  minItems: ['not to have fewer than', ' items'],
  maxProperties: ['not to have more than', ' properties'],
  minProperties: ['not to have fewer than', ' properties'],
};

const amount = ({ least, most }: Mismatch['params']): string =>
  most === Number.POSITIVE_INFINITY ? `at least ${String(least)} items` : `${String(least)} to ${String(most)} items`;

function alternative(
  { keyword, ids, discriminator }: Alternatives,
  { fitting, types, choices }: Mismatch['params'],
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

/** A value as text: its type and its beginning. Only the type is shown for fields that may hold credentials. */
export function shown(value: unknown, pointer = ''): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  const type = Array.isArray(value) ? 'array' : typeof value;
  if (SENSITIVE.test(pointer.split('/').at(-1) ?? '')) return type;
  if (type === 'array') return `array of ${(value as readonly unknown[]).length}`;
  if (type === 'object')
    return `object with ${truncate(Object.keys(value).slice(0, 10).join(', ')) || 'no properties'}`;
  return `${type} ${truncate(JSON.stringify(value))}`;
}

const truncate = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);

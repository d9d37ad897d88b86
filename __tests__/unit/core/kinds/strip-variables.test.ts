import { describe, expect, it } from '@jest/globals';
import { environment } from '../../../../src/core/kinds/environment.ts';
import { fingerprint } from '../../../../src/core/kinds/fingerprint.ts';
import { stripVariables } from '../../../../src/core/kinds/strip-variables.ts';
import type { JsonObject } from '../../../../src/core/lib/json.ts';

const variable = (fields: JsonObject): JsonObject => ({ key: 'a', value: '1', ...fields });
const sent = (fields: JsonObject) => {
  const { values } = stripVariables({ name: 'Staging', values: [variable(fields)] });
  return Array.isArray(values) ? values[0] : undefined;
};

describe('a variable in the form that the API accepts', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['a number becomes its text', { value: 8080 }, { value: '8080' }],
    ['so does a boolean', { value: false }, { value: 'false' }],
    ['a list becomes JSON', { value: [1, 'b'] }, { value: '[1,"b"]' }],
    ['so does an object', { value: { c: null } }, { value: '{"c":null}' }],
    ...['any', 'text', 'string', 'boolean', 'number'].map((type): [string, JsonObject, JsonObject] => [
      `the type ${type} becomes default`,
      { type },
      { value: '1', type: 'default' },
    ]),
    ['a secret stays one', { type: 'secret' }, { value: '1', type: 'secret' }],
    ['what is disabled is not enabled', { disabled: true }, { value: '1', enabled: false }],
    ['enabled says more than disabled', { disabled: true, enabled: true }, { value: '1', enabled: true }],
    [
      'a description becomes its text',
      { description: { content: 'Port', type: 'text/plain' } },
      { value: '1', description: 'Port' },
    ],
    ['an empty description is none', { description: '' }, { value: '1' }],
    ['unknown fields are sent along', { 'x-team': 1 }, { value: '1', 'x-team': 1 }],
  ])('%s', (_, fields, expected) => {
    expect(sent(fields)).toEqual({ key: 'a', ...expected });
  });

  it.each([
    ...['id', 'uid', '_postman_id', 'isPublic', 'fork', 'createdAt', 'updatedAt', 'lastUpdatedBy', 'createdBy'],
    ...['updatedBy', 'owner', '_postman_variable_scope', '_postman_exported_at', '_postman_exported_using'],
  ])('has no %s, which Postman adds', (key) => {
    expect(stripVariables({ name: 'Staging', values: [], [key]: 'x' })).toEqual({ name: 'Staging', values: [] });
  });

  it('leaves out fields of old exports', () => {
    const old = {
      id: 'e',
      name: 'Staging',
      values: [],
      timestamp: 1,
      synced: false,
      syncedFilename: '',
      isDeleted: false,
      team: null,
      _postman_variable_scope: 'environment',
    };
    expect(stripVariables(old)).toEqual({ name: 'Staging', values: [] });
  });
});

describe('an environment that Postman stored', () => {
  const file: JsonObject = {
    name: 'Staging',
    values: [variable({ value: 5, type: 'any', disabled: true, description: { content: 'Port' }, 'x-team': 1 })],
  };
  const stored: JsonObject = {
    id: 'e',
    name: 'Staging',
    owner: '1',
    isPublic: false,
    values: [{ key: 'a', value: '5', type: 'default', enabled: false, description: 'Port' }],
  };

  it('is what was sent', () => {
    expect(fingerprint(environment, stored)).toBe(fingerprint(environment, file));
  });

  it('is compared by name and by the fields that the API stores', () => {
    expect(environment.canonical({ ...file, 'x-top': 1 })).toEqual({
      name: 'Staging',
      'x-top': 1,
      values: [{ key: 'a', value: '5', type: 'default', enabled: false, description: 'Port' }],
    });
    expect(environment.canonical({ values: [{ key: 'b' }] })).toEqual({
      values: [{ key: 'b', value: '', type: 'default', enabled: true }],
    });
  });

  it('differs if a value differs', () => {
    const changed = {
      ...stored,
      values: [{ key: 'a', value: '6', type: 'default', enabled: false, description: 'Port' }],
    };
    expect(fingerprint(environment, changed)).not.toBe(fingerprint(environment, file));
  });
});

describe('a description that is too long', () => {
  it('is a problem with its place', () => {
    const values = [variable({}), variable({ description: 'x'.repeat(513) })];
    expect(environment.check({ name: 'Staging', values })).toEqual([
      expect.objectContaining({
        at: ['values', 1, 'description'],
        message: 'The description of "a" must be at most 512 characters (got 513)',
      }),
    ]);
  });
});

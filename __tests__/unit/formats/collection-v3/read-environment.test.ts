import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../../src/formats/collection-v3/read-environment.ts';

const read = (text: string, kind: 'environment' | 'globals' = 'environment') =>
  readEnvironment(kind, { path: 'a', text });
const variablesOf = (fields: string) => read(`name: a\nvalues:\n  - ${fields}\n`).content?.values;

describe('an environment in YAML', () => {
  it.each([
    ['{key: a}', { value: '', type: 'default', enabled: true }],
    ['{key: a, value: b, type: any}', { value: 'b', type: 'any', enabled: true }],
    ['{key: a, secret: true}', { value: '', type: 'secret', enabled: true }],
    ['{key: a, type: secret, secret: false}', { value: '', type: 'secret', enabled: true }],
    ['{key: a, enabled: false}', { value: '', type: 'default', enabled: false }],
    ['{key: a, disabled: true}', { value: '', type: 'default', enabled: false }],
    ['{key: a, enabled: true, disabled: false}', { value: '', type: 'default', enabled: true }],
    ['{key: a, description: why}', { value: '', type: 'default', enabled: true, description: 'why' }],
    ['{key: a, description: ""}', { value: '', type: 'default', enabled: true }],
    ['{key: a, source: vault}', { value: '', type: 'default', enabled: true, source: 'vault' }],
  ])('has the variable %s', (fields, expected) => {
    expect(variablesOf(fields)).toEqual([{ key: 'a', ...expected }]);
  });

  it('has its name, id and scope', () => {
    const { content, locate } = read('id: 1f\nname: a\ncolor: null\n_postman_variable_scope: environment\n');
    expect(content).toEqual({ id: '1f', name: 'a', values: [], _postman_variable_scope: 'environment' });
    expect(locate(['name'])).toEqual({ line: 2, column: 7 });
  });

  it('needs a name, globals do not', () => {
    expect(read('values: []').problems).toMatchObject([{ message: 'name: it is missing' }]);
    expect(read('values: []').content).toBeUndefined();
    expect(read('values: []', 'globals')).toMatchObject({ content: { values: [] }, problems: [] });
  });

  it('has problems and no content where it is no YAML', () => {
    const { content, problems, locate } = read('name: [');
    expect([content, problems.length, locate(['name'])]).toEqual([undefined, 1, { line: 1, column: 1 }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { environment } from '../../../../src/core/kinds/environment.ts';
import { globals } from '../../../../src/core/kinds/globals.ts';
import { withValues } from '../../../../src/core/kinds/variables.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/lib/json.ts';
import { Secret } from '../../../../src/core/model/secret.ts';

const secret = (value?: JsonValue): JsonObject => ({
  key: 's',
  type: 'secret',
  ...(value === undefined ? {} : { value }),
});
const withVariables = (...values: readonly JsonValue[]): JsonObject => ({ name: 'Local', values: [...values] });

describe('the variables of an environment', () => {
  it.each<[string, JsonObject, readonly object[]]>([
    [
      'no list',
      { name: 'Local', values: {} },
      [{ at: ['values'], message: '"values" is not an array', remedy: 'Export the file from Postman again.' }],
    ],
    [
      'no key',
      withVariables({ key: 'a' }, { value: 1 }, 7),
      [1, 2].map((at) => ({
        at: ['values', at],
        message: 'A variable has no "key"',
        remedy: 'Give it a key, or remove it.',
      })),
    ],
    [
      'a description of 513 characters',
      withVariables({ key: 'a', description: 'x'.repeat(513) }),
      [
        {
          at: ['values', 0, 'description'],
          message: 'The description of "a" must be at most 512 characters (got 513)',
          remedy: 'Shorten it: Postman refuses longer ones.',
        },
      ],
    ],
    ['a description of 512 characters', withVariables({ key: 'a', description: 'x'.repeat(512) }), []],
    [
      'no name',
      { values: [] },
      [{ at: ['name'], message: 'The environment has no name', remedy: 'Give it one in "name".' }],
    ],
  ])('are checked: %s', (_, content, problems) => {
    expect(environment.check(content)).toEqual(problems);
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['absent', secret(), secret('theirs')],
    ['null', secret(null), secret('theirs')],
    ['empty', secret(''), secret('theirs')],
    ['given', secret('ours'), secret('ours')],
    ['empty but no secret', { key: 's', value: '' }, { key: 's', value: '' }],
  ])("keep Postman's value of a secret that is %s in the file", (_, ours, sent) => {
    const remote = withVariables(secret('theirs'));
    expect(environment.graft(withVariables(ours), remote)).toEqual(withVariables(sent));
  });

  it('send a blank secret unchanged if Postman has no value', () => {
    expect(environment.graft(withVariables(secret('')), withVariables())).toEqual(withVariables(secret('')));
    expect(environment.graft({ name: 'Local' }, withVariables())).toEqual({ name: 'Local' });
  });

  it('are compared without the values of secrets that are blank in the file', () => {
    const remote = withVariables(secret('theirs'), { key: 'a', value: '1' });
    expect(environment.ignoreKeptValues?.(remote, withVariables(secret(''), { key: 'a', value: '' }))).toEqual(
      withVariables(secret(''), { key: 'a', value: '1' }),
    );
  });

  it('get the values for runs: of known variables in their place, others as secrets', () => {
    const values = new Map([
      ['a', new Secret('new')],
      ['c', new Secret('added')],
    ]);
    expect(
      withValues(withVariables({ key: 'a', value: 'old', type: 'default' }, { key: 'b', value: '2' }), values),
    ).toEqual(
      withVariables(
        { key: 'a', value: 'new', type: 'default' },
        { key: 'b', value: '2' },
        { key: 'c', value: 'added', type: 'secret', enabled: true },
      ),
    );
  });
});

describe('globals', () => {
  it('have no name in Postman, and no id', () => {
    const file = { id: 'g', ...withVariables({ key: 'a', value: 1 }) };
    expect(globals.name(file)).toBe('Globals');
    expect(globals.idOf(file)).toBeUndefined();
    expect(globals.strip(file)).toEqual({ values: [{ key: 'a', value: '1' }] });
    expect(globals.canonical(file)).toEqual({ values: [{ key: 'a', value: '1', type: 'default', enabled: true }] });
    expect(globals.graft(file, { values: [] })).toEqual({ values: [{ key: 'a', value: '1' }] });
    expect(globals.check({})).toHaveLength(1);
    expect(globals.diff(file, { name: 'Other', values: [] })).toMatchObject([{ change: 'removed', path: ['a'] }]);
  });
});

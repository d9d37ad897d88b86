import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { patchYaml } from '../../../../src/core/lib/patch-yaml.ts';
import { monitorEdits, referenceEdits, variablesEdits } from '../../../../src/core/plan/yaml-edits.ts';

describe('the edits of a monitor', () => {
  const config = `monitors:
  - name: Other
  - name: Orders # every six hours
    schedule: { cron: '0 */6 * * *', timezone: Europe/Berlin }
    regions: [us-east]
    retry: { attempts: 1 }
    notifications: { onError: [a@example.com] }
`;
  const was: JsonObject = {
    name: 'Orders',
    schedule: { cron: '0 */6 * * *', timezone: 'Europe/Berlin' },
    distribution: [{ region: 'us-east' }],
    retry: { attempts: 1 },
    notifications: { onError: [{ email: 'a@example.com' }] },
  };

  it('are in the words of the configuration', () => {
    const is: JsonObject = {
      ...was,
      active: false,
      schedule: { cron: '0 3 * * *', timezone: 'UTC' },
      distribution: [{ region: 'uk' }, { region: 'us-east' }],
      notifications: { onError: [{ email: 'b@example.com' }] },
      notificationLimit: 5,
      retry: null,
    };
    const edits = monitorEdits(parse(config), { name: 'Orders', was, is });
    const text = patchYaml(config, edits);
    expect(text).toContain('- name: Orders # every six hours\n');
    expect(parse(text).monitors[1]).toEqual({
      name: 'Orders',
      active: false,
      schedule: { cron: '0 3 * * *', timezone: 'UTC' },
      regions: ['uk', 'us-east'],
      notifications: { onError: ['b@example.com'] },
      'notification-limit': 5,
    });
  });

  it('are none for a monitor that the file does not declare', () => {
    expect(monitorEdits(parse(config), { name: 'Gone', was, is: { ...was, active: false } })).toEqual([]);
  });
});

describe('the references to renamed resources', () => {
  const config = `environment: Local # the only one
monitors:
  - { name: Nightly, collection: Shop, environment: Staging }
suites:
  - { name: Shop, collection: Shop, environment: Local }
  - { name: other, collection: shop.json }
  - monitor: Nightly
`;

  it('follow all renames at once, and leave paths and names of other things alone', () => {
    const edits = referenceEdits(parse(config), [
      { kind: 'environment', was: 'Local', is: 'Staging' },
      { kind: 'environment', was: 'Staging', is: 'Local' },
      { kind: 'collection', was: 'Shop', is: 'Store' },
      { kind: 'monitor', was: 'Nightly', is: 'At night' },
    ]);
    expect(patchYaml(config, edits)).toBe(`environment: Staging # the only one
monitors:
  - { name: Nightly, collection: Store, environment: Local }
suites:
  - { name: Shop, collection: Store, environment: Staging }
  - { name: other, collection: shop.json }
  - monitor: At night
`);
  });

  it('are none without a configuration', () => {
    expect(referenceEdits(null, [{ kind: 'monitor', was: 'A', is: 'B' }])).toEqual([]);
  });
});

describe('the edits of an environment', () => {
  const file = `name: Staging
color: 3
values:
  - key: url
    value: http://a
  - key: old
    value: x
    disabled: true # for now
`;
  const row = (key: string, value: string, more: JsonObject = {}): JsonObject => ({ key, value, ...more });
  const was = { name: 'Staging', values: [row('url', 'http://a'), row('old', 'x', { enabled: false })] };

  const edited = (...values: readonly JsonObject[]) => patchYaml(file, variablesEdits({ was, is: { ...was, values } }));

  it('change a value in its place, and turn a variable on', () => {
    expect(edited(row('url', 'http://b'), row('old', 'x', { enabled: false }))).toBe(
      file.replace('http://a', 'http://b'),
    );
    expect(parse(edited(row('url', 'http://a'), row('old', 'x'))).values[1]).toEqual({ key: 'old', value: 'x' });
  });

  it('add, remove and change variables at once, and keep unknown fields', () => {
    const text = edited(row('url', 'http://b'), row('new', '1', { type: 'secret', enabled: false, description: 'n' }));
    expect(parse(text)).toEqual({
      name: 'Staging',
      color: 3,
      values: [
        { key: 'url', value: 'http://b' },
        { key: 'new', value: '1', type: 'secret', disabled: true, description: 'n' },
      ],
    });
  });

  it('move variables with their comments, beside additions and removals', () => {
    const text = edited(row('old', 'x', { enabled: false }), row('new', '1'), row('url', 'http://a'));
    expect(parse(text).values.map(({ key }: JsonObject) => key)).toEqual(['old', 'new', 'url']);
    expect(text).toContain('disabled: true # for now');
    expect(parse(edited(row('new', '1'), row('url', 'http://a'))).values.map(({ key }: JsonObject) => key)).toEqual([
      'new',
      'url',
    ]);
  });

  it('move the comment above the first variable with it', () => {
    const commented = file.replace('  - key: url', '  # the shop\n  - key: url');
    const values = [row('old', 'x', { enabled: false }), row('url', 'http://a')];
    expect(patchYaml(commented, variablesEdits({ was, is: { ...was, values } }))).toBe(
      `name: Staging
color: 3
values:
  - key: old
    value: x
    disabled: true # for now
  # the shop
  - key: url
    value: http://a
`,
    );
    const added = [row('new', '1'), row('old', 'x', { enabled: false })];
    expect(patchYaml(commented, variablesEdits({ was, is: { ...was, values: added } }))).not.toContain('the shop');
  });

  it('replace the list where several variables have one key', () => {
    const twice = [row('url', 'http://a'), row('url', 'http://b')];
    expect(parse(edited(...twice)).values).toEqual(twice);
  });

  it.each<[JsonObject, JsonObject, readonly object[]]>([
    [{ value: 'a' }, { value: 'a' }, []],
    [{ value: 'a' }, {}, [{ at: 'value', value: '' }]],
    [{}, { type: 'default' }, []],
    [{}, { type: 'secret' }, [{ at: 'type', value: 'secret' }]],
    [{ type: 'secret' }, {}, [{ at: 'type', value: 'default' }]],
    [{}, { enabled: true }, []],
    [{}, { enabled: false }, [{ at: 'disabled', value: true }]],
    [{ enabled: false }, { enabled: false }, []],
    [{ enabled: false }, {}, [{ at: 'disabled' }, { at: 'enabled' }]],
    [{ description: '' }, {}, []],
    [{}, { description: 'd' }, [{ at: 'description', value: 'd' }]],
    [{ description: 'd' }, { description: '' }, [{ at: 'description' }]],
  ])('are those of the fields that differ: from %j to %j', (before, after, edits) => {
    const change = { was: { values: [{ key: 'a', ...before }] }, is: { values: [{ key: 'a', ...after }] } };
    expect(variablesEdits(change).map(({ at, value }) => ({ at: at.at(-1), value }))).toEqual(edits);
  });

  it('rename it, and remove variables from the end on', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((key) => row(key, '1')) as [
      JsonObject,
      JsonObject,
      JsonObject,
      JsonObject,
    ];
    const edits = variablesEdits({
      was: { name: 'Old', values: [a, b, c] },
      is: { name: 'New', values: [row('b', '2'), d, {}] },
    });
    expect(edits).toEqual([
      { at: ['name'], value: 'New' },
      { at: ['values', 1, 'value'], value: '2' },
      { at: ['values', 3], value: { key: 'd', value: '1' } },
      { at: ['values', 4], value: { key: '', value: '' } },
      { at: ['values', 2], value: undefined },
      { at: ['values', 0], value: undefined },
    ]);
  });
});

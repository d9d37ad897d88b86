import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { patchYaml } from '../../../../src/core/lib/patch-yaml.ts';
import { monitorEdits, variablesEdits } from '../../../../src/core/plan/yaml-edits.ts';

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
});

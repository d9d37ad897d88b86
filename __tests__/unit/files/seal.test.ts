import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../src/core/model/secret.ts';
import { openSecrets, sealSecrets } from '../../../src/files/seal.ts';

const apiKey = new Secret('PMAK-one');

const environment = {
  name: 'Staging',
  values: [
    { key: 'token', value: 'hunter2-hunter2', type: 'secret' },
    { key: 'other', value: 'hunter3-hunter3', type: 'secret' },
    { key: 'url', value: 'https://api.internal.net', type: 'default' },
    { key: 'empty', value: '', type: 'secret' },
  ],
};

describe('a sealed resource', () => {
  it('shows no value of a secret variable, and everything else', () => {
    const sealed = sealSecrets(environment, apiKey);
    expect(JSON.stringify(sealed)).not.toContain('hunter');
    expect(sealed).toMatchObject({
      name: 'Staging',
      values: [{ key: 'token' }, {}, environment.values[2], environment.values[3]],
    });
    expect(sealSecrets(environment, apiKey)).toEqual(sealed);
    expect(sealSecrets({ ...environment, name: 'Other' }, apiKey).values).not.toEqual(sealed.values);
  });

  it('opens with the same API key, and with no other', () => {
    const sealed = JSON.parse(JSON.stringify(sealSecrets(environment, apiKey)));
    expect(openSecrets(sealed, apiKey)).toEqual(environment);
    expect(openSecrets(sealed, new Secret('PMAK-two'))).toBeUndefined();
  });

  it('does not open when it was changed', () => {
    const text = JSON.stringify(sealSecrets(environment, apiKey));
    const changed = JSON.parse(
      text.replace(/(sealed:v1:[\w-]+\.[\w-]+\.[\w-]+\.)(.)/, (_, head, sign) => head + (sign === 'A' ? 'B' : 'A')),
    );
    expect(openSecrets(changed, apiKey)).toBeUndefined();
  });

  it('opens in every later version', () => {
    const value = 'sealed:v1:OOO3wUwWJO_ZGo5BvKOm9g.f9UcFl4qHO5vhyYY.D7OYO38VU4Kvz4aojm3f3Q.KVMP6QA2Ew';
    const content = { values: [{ key: 'token', value, type: 'secret' }] };
    expect(openSecrets(content, apiKey)).toEqual({ values: [{ key: 'token', value: 'hunter2', type: 'secret' }] });
    expect(sealSecrets({ values: [{ key: 'token', value: 'hunter2', type: 'secret' }] }, apiKey)).toEqual(content);
  });

  it('does not open without one of its parts', () => {
    const sealed = JSON.stringify(sealSecrets(environment, apiKey));
    expect(openSecrets(JSON.parse(sealed.replace(/\.[\w-]+"/, '"')), apiKey)).toBeUndefined();
  });

  it('hides the initial and the current value too, at any depth', () => {
    const [value, initialValue, currentValue] = ['hunter4', 'hunter5', 'hunter6'];
    const content = { a: [{ b: { type: 'secret', value, initialValue, currentValue, other: 'shown' } }] };
    const sealed = sealSecrets(content, apiKey);
    expect(JSON.stringify(sealed)).not.toContain('hunter');
    expect(JSON.stringify(sealed)).toContain('shown');
    expect(openSecrets(sealed, apiKey)).toEqual(content);
  });

  it('keeps values that were never sealed', () => {
    expect(openSecrets(environment, apiKey)).toEqual(environment);
  });
});

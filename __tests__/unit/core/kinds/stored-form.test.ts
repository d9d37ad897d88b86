import { describe, expect, it } from '@jest/globals';
import { fingerprint } from '../../../../src/core/kinds/fingerprint.ts';
import { KINDS } from '../../../../src/core/kinds/index.ts';
import { isStoredForm } from '../../../../src/core/kinds/stored-form.ts';
import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../../../src/core/lib/json.ts';
import { collection, environment, request } from '../../../support/collections.ts';

/** A request with everything that the format v2.1 names. */
const full: JsonObject = request('Create', {
  description: 'Makes one.',
  variable: [{ key: 'id', value: '1', type: 'string', name: 'Id' }],
  event: [{ listen: 'test', script: { type: 'text/javascript', exec: ['pm.test();'], src: 'a.js' } }],
  request: {
    method: 'POST',
    url: { raw: 'https://a.test:80/b?c=d#e', variable: [{ key: 'v', value: '1' }] },
    header: [{ key: 'Accept', value: '*/*', disabled: true }],
    auth: { type: 'bearer', bearer: [{ key: 'token', value: 't', type: 'string' }] },
    body: {
      mode: 'formdata',
      raw: '{}',
      urlencoded: [{ key: 'a', value: 'b' }],
      formdata: [{ key: 'f', type: 'file', src: 'f.png', contentType: 'image/png', fileName: 'f' }],
      file: { src: 'f', content: 'c' },
      options: { raw: { language: 'json' } },
    },
    proxy: { match: '*', host: 'p.test', port: 8080, tunnel: true },
    certificate: { name: 'c', matches: ['*'], key: { src: 'k' }, cert: { src: 'c' }, passphrase: 'p' },
  },
  response: [
    {
      name: 'Created',
      originalRequest: { method: 'POST', url: { raw: 'https://a.test' } },
      status: 'Created',
      code: 201,
      body: '{}',
      header: [{ key: 'X', value: '1' }],
      cookie: [{ domain: 'a.test', path: '/', expires: 'never', maxAge: '1' }],
    },
  ],
  protocolProfileBehavior: { followRedirects: false },
});
const sent = collection('Orders', full);
const isStored = (found: JsonObject, from: JsonObject = sent) => isStoredForm(KINDS.collection, from, found);

/** The paths of all members of objects. */
function membersIn(value: JsonValue | undefined, at: JsonPath = []): readonly JsonPath[] {
  if (Array.isArray(value)) return value.flatMap((entry: JsonValue, index) => membersIn(entry, [...at, index]));
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => [[...at, key], ...membersIn(value[key], [...at, key])]);
}

/** A copy with another value at a path; without the member where none is given. */
function changed(value: JsonValue | undefined, [step, ...rest]: JsonPath, to?: JsonValue): JsonValue | undefined {
  if (step === undefined) return to;
  if (Array.isArray(value))
    return value.map((entry: JsonValue, at) => (at === step ? changed(entry, rest, to) : entry)) as JsonValue;
  return isObject(value) ? { ...value, [step]: changed(value[String(step)], rest, to) } : value;
}

describe('the form in which Postman stored a collection', () => {
  it('is the one that was sent', () => {
    expect(isStored(sent)).toBe(true);
  });

  it('may lack members that no format names', () => {
    const extended = changed(sent, ['item', 0, 'x-internal'], { key: 'value' }) as JsonObject;
    expect(isStored(sent, extended)).toBe(true);
    expect(isStored(changed(extended, ['item', 0, 'x-internal', 'key'], 'other') as JsonObject, extended)).toBe(false);
  });

  it('may have other line ends, and blanks at the ends of texts', () => {
    const described = changed(sent, ['item', 0, 'description'], 'One\nTwo') as JsonObject;
    expect(isStored(changed(sent, ['item', 0, 'description'], ' One\r\nTwo\n') as JsonObject, described)).toBe(true);
    expect(isStored(changed(sent, ['item', 0, 'description'], 'One Two') as JsonObject, described)).toBe(false);
  });

  it.each(membersIn(sent).map((path) => [path.join('.'), path] as const))(
    'has the member %s with its value',
    (_, path) => {
      const without = changed(sent, path) as JsonObject;
      if (fingerprint(KINDS.collection, without) === fingerprint(KINDS.collection, sent)) return;
      expect(isStored(without)).toBe(false);
      expect(isStored(sent, without)).toBe(false);
    },
  );

  it('keeps the keys of objects without a fixed format', () => {
    const path = ['item', 0, 'protocolProfileBehavior', 'x-own'];
    const extended = changed(sent, path, true) as JsonObject;
    expect(isStored(sent, extended)).toBe(false);
  });

  it('has lists of the same length', () => {
    const longer = collection('Orders', full, full);
    expect([isStored(longer), isStored(sent, longer)]).toEqual([false, false]);
  });
});

describe('the form in which Postman stored an environment', () => {
  it('has every variable with its value and whether it is enabled', () => {
    const local = environment('Local', { key: 'a', value: '1', enabled: true, type: 'default' });
    const stored = (...values: readonly JsonObject[]) =>
      isStoredForm(KINDS.environment, local, environment('Local', ...values));
    expect(stored({ key: 'a', value: '1', enabled: true, type: 'default', lastUpdated: 'now' })).toBe(true);
    expect(stored({ key: 'a', value: '1 ', enabled: true, type: 'default' })).toBe(true);
    expect(stored({ key: 'a', value: '1', enabled: false, type: 'default' })).toBe(false);
    expect(stored()).toBe(false);
  });

  it('is never assumed for a kind whose files leave settings to Postman', () => {
    expect(isStoredForm(KINDS.monitor, { name: 'm' }, { name: 'm' })).toBe(false);
  });
});

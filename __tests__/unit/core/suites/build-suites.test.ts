import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../../src/core/model/secret.ts';
import { buildSuites, type SuiteRequest } from '../../../../src/core/suites/build-suites.ts';
import { collection, environment } from '../../../support/collections.ts';
import { desiredOf } from '../../../support/state-builders.ts';

const ID = '12ece9e1-2abf-4edc-8e34-de66e74114d2';
const withId = collection('With id');
const { resources } = desiredOf({
  'a/orders.json': collection('Orders'),
  'a/twin.json': collection('Twin'),
  'b/twin.json': collection('Twin'),
  'ided.json': { ...withId, info: { ...(withId.info as object), _postman_id: ID } },
  'a/env.json': environment('Local', { key: 'a', value: '1' }),
});

const options: SuiteRequest['options'] = {
  ...{ folder: [], bail: false, delayRequestMs: 0, insecure: false, ignoreRedirects: false, workingDir: '.' },
};

const asked = (parts: Partial<SuiteRequest> = {}): SuiteRequest => ({
  name: 'Smoke',
  collection: 'Orders',
  variables: new Map(),
  globalVariables: new Map(),
  options,
  retries: 0,
  blocking: true,
  thresholds: {},
  ...parts,
});

const build = (...requests: readonly SuiteRequest[]) =>
  buildSuites(requests, {
    resources,
    runValues: new Map([
      [
        'a/env.json',
        new Map([
          ['a', new Secret('run')],
          ['b', new Secret('env')],
        ]),
      ],
    ]),
  });

const pathsOf = (...requests: readonly SuiteRequest[]) => {
  const built = build(...requests);
  return built.ok ? built.value.map((suite) => suite.collection.path) : built.problems;
};

describe('suites', () => {
  it.each([
    ['a name', 'Orders', undefined],
    ['a path', 'a/orders.json', undefined],
    ['a path with a dot before it', './a/orders.json', undefined],
    ['a path with backslashes', 'a\\orders.json', undefined],
    ['a path with a slash behind it', 'a/orders.json/', undefined],
    ['a path relative to the configuration', 'orders.json', 'a'],
  ])('find their collection by %s', (_, wanted, base) => {
    expect(pathsOf(asked({ collection: wanted, ...(base ? { base } : {}) }))).toEqual(['a/orders.json']);
  });

  it('find their collection by id, uid or path', () => {
    expect(pathsOf(asked({ collection: ID }), asked({ collection: `1-${ID}` }))).toEqual(['ided.json', 'ided.json']);
    expect(pathsOf(asked({ collection: 'b/twin.json' }))).toEqual(['b/twin.json']);
  });

  it('are refused with all wrong names, each with its place and the existing names', () => {
    const place = { path: 'postman-sync.yaml', position: { line: 3, column: 5 } };
    expect(pathsOf(asked({ collection: 'Ordrs', environment: 'Lcal', place }), asked({ collection: 'Twin' }))).toEqual([
      {
        code: 'unknown-name',
        message: 'The suite "Smoke" names the collection "Ordrs", and no file holds it',
        remedy: 'Name one of the collections that were read: "Orders", "Twin", "Twin", "With id".',
        ...place,
      },
      {
        code: 'unknown-name',
        message: 'The suite "Smoke" names the environment "Lcal", and no file holds it',
        remedy: 'Name one of the environments that were read: "Local".',
        ...place,
      },
      {
        code: 'unknown-name',
        message: 'collection names the collection "Twin", and several files hold one: a/twin.json, b/twin.json',
        remedy: 'Name the path.',
      },
    ]);
  });

  it('have the declared options; their own variables override those of the environment', () => {
    const parts: Partial<SuiteRequest> = {
      environment: 'Local',
      variables: new Map([['b', new Secret('own')]]),
      globalVariables: new Map([['g', new Secret('global')]]),
      retries: 2,
      blocking: false,
      thresholds: { p95Ms: 5 },
      paths: ['src/**'],
    };
    const built = build(asked(parts), asked());
    const [suite, plain] = built.ok ? built.value : [];
    expect(suite).toMatchObject({
      name: 'Smoke',
      retries: 2,
      blocking: false,
      thresholds: { p95Ms: 5 },
      paths: ['src/**'],
    });
    expect(suite?.environment).toMatchObject({ name: 'Local', file: { path: 'a/env.json' } });
    expect([...(suite?.variables ?? [])].map(([name, value]) => [name, value.reveal()])).toEqual([
      ['a', 'run'],
      ['b', 'own'],
    ]);
    expect(suite?.globalVariables.get('g')?.reveal()).toBe('global');
    expect(plain?.environment).toBeUndefined();
    expect(plain?.variables.size).toBe(0);
  });
});

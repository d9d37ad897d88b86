import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/lib/json.ts';
import { orThrow } from '../../../src/core/model/problem.ts';
import { parseSettings } from '../../../src/settings/parse.ts';
import { chooseSuites } from '../../../src/sync/suites.ts';
import { collection } from '../../support/collections.ts';
import { desiredOf } from '../../support/state-builders.ts';

const material = { problems: [], notices: [], loaded: [], runValues: new Map(), mapping: new Map() };

/** The suites that `test` runs of these files without a configuration. */
function namesOf(files: Readonly<Record<string, JsonObject>>): readonly string[] {
  const inputs = new Map([['command', 'test']]);
  const settings = orThrow(parseSettings(inputs, { cpus: 1, env: () => undefined }));
  const { resources } = desiredOf(files);
  return chooseSuites(settings.run, { resources, material }).suites.map(({ name }) => name);
}

describe('the suites of a repository without a configuration', () => {
  it('are its collections', () => {
    expect(namesOf({ 'a.json': collection('Orders'), 'b.json': collection('Users') })).toEqual(['Orders', 'Users']);
  });

  it('include the file in their name when several have the same name', () => {
    const files = {
      'v1/a.json': collection('Orders'),
      'v2/a.json': collection('Orders'),
      'b.json': collection('Users'),
    };
    expect(namesOf(files)).toEqual(['Orders (v1/a.json)', 'Orders (v2/a.json)', 'Users']);
  });

  it('include collections that Postman rejects, because Newman runs them', () => {
    const odd = { ...collection('Odd'), item: [{ name: 'Neither folder nor request' }] };
    expect(namesOf({ 'a.json': odd })).toEqual(['Odd']);
  });
});

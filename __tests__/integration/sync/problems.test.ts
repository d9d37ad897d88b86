import { afterEach, describe, expect, it } from '@jest/globals';
import { collection } from '../../support/collections.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

describe('wrong files', () => {
  it('are all told at once, whatever is wrong with them, and nothing is sent', async () => {
    team = await startTeam({
      'broken.postman_collection.json': '{\n  "info": {',
      'old.postman_collection.json': {
        info: { name: 'Old', schema: 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json' },
        item: [],
      },
      'one.postman_collection.json': collection('Twice'),
      'two.postman_collection.json': collection('Twice'),
      'nameless.postman_environment.json': { values: [{ value: 'no key' }] },
    });
    const report = await team.run('apply');
    expect(report).toMatchObject({ verdict: 'error', failureKinds: ['settings'] });
    expect(report.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringContaining('broken.postman_collection.json: The file is not valid JSON'),
      expect.stringContaining("old.postman_collection.json: The collection's schema is not v2.1.0"),
      'nameless.postman_environment.json: The environment has no name',
      'nameless.postman_environment.json: A variable has no "key"',
      expect.stringContaining(
        'two.postman_collection.json: The collection "Twice" stands in one.postman_collection.json already',
      ),
    ]);
    expect(team.calls()).toEqual([]);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { collection } from '../../support/collections.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

describe('wrong files', () => {
  it('are all reported at once, and nothing is sent', async () => {
    team = await startTeam({
      'broken.postman_collection.json': '{\n  "info": {',
      'future.postman_collection.json': {
        info: { name: 'Future', schema: 'https://schema.getpostman.com/json/collection/v9.0.0/collection.json' },
        item: [],
      },
      'keyless.postman_environment.json': { values: [{ value: 'no key' }] },
    });
    const report = await team.run('apply');
    expect(report).toMatchObject({ verdict: 'error', failureKinds: ['settings'] });
    expect(report.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringContaining('broken.postman_collection.json: The file is not valid JSON'),
      expect.stringContaining("future.postman_collection.json: The collection's schema is not v2.1.0"),
      'keyless.postman_environment.json: A variable has no "key"',
    ]);
    expect(team.calls()).toEqual([]);
  });
});

describe('files of one name', () => {
  const files = {
    'v1/orders.postman_collection.json': collection('Orders'),
    'v2/orders.postman_collection.json': collection('Orders'),
    'other.postman_collection.json': collection('Other'),
  };

  it('are rejected, while the plan of the other files is shown and nothing is written', async () => {
    team = await startTeam(files);
    const report = await team.run('apply');
    expect(report).toMatchObject({ verdict: 'error', failureKinds: ['settings'] });
    expect(report.problems.map(({ message }) => message)).toEqual([
      'v1/orders.postman_collection.json, v2/orders.postman_collection.json each hold a collection "Orders", and nothing tells them apart in Postman',
    ]);
    expect(report.plan?.changes).toMatchObject([{ action: 'create', name: 'Other' }]);
    expect(team.calls().every((call) => call.startsWith('GET '))).toBe(true);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { type JsonObject, objectsOf } from '../../../src/core/lib/json.ts';
import { collection, request } from '../../support/collections.ts';
import { itemsOf } from '../../support/edits.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

const PATH = 'shop.postman_collection.json';
const ours = collection('Shop', request('ours'));
const theirs = collection('Shop', request('theirs'));

const uid = async (): Promise<string> => {
  const { collections } = await team.call('GET', `/collections?workspace=${team.emulator.workspaceId}`);
  return String(objectsOf(collections).find(({ name }) => name === 'Shop')?.uid);
};

const inPostman = async (): Promise<readonly unknown[]> => {
  const { collection: content } = await team.call('GET', `/collections/${await uid()}`);
  return itemsOf(content as JsonObject).map(({ name }) => name);
};

/** Overwrites what somebody made in Postman; answers with the path of its backup. */
async function overwritten(): Promise<string> {
  team = await startTeam({ [PATH]: ours });
  await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, { collection: theirs });
  await team.run('apply', { 'on-drift': 'overwrite' });
  const [file] = await team.backups();
  return `postman-report/backup/collection/${file}`;
}

describe('restore', () => {
  it('restores a backup, and backs up what it overwrites', async () => {
    const file = await overwritten();
    const report = await team.restore(file);
    expect(report.verdict).toBe('passed');
    expect(report.plan?.changes).toMatchObject([{ action: 'update', name: 'Shop', status: 'applied' }]);
    expect(await inPostman()).toEqual(['theirs']);
    expect((await team.backups()).length).toBe(2);
  });

  it('restores secret values with the key that encrypted them', async () => {
    const token = (value: string) => ({ name: 'Staging', values: [{ key: 'token', value, type: 'secret' }] });
    team = await startTeam({ 'staging.postman_environment.json': token('of-the-file') });
    await team.call('POST', `/environments?workspace=${team.emulator.workspaceId}`, {
      environment: token('of-postman'),
    });
    await team.run('apply', { 'on-drift': 'overwrite', secrets: 'warn' });
    const [name] = await team.backups();
    const file = `postman-report/backup/environment/${name}`;
    expect(await team.text(file)).not.toContain('of-postman');
    const inside = async () => {
      const { environments } = await team.call('GET', `/environments?workspace=${team.emulator.workspaceId}`);
      const { uid: id } = objectsOf(environments).find(({ name }) => name === 'Staging') ?? {};
      const { environment } = await team.call('GET', `/environments/${id}`);
      return objectsOf((environment as JsonObject).values).map(({ value }) => value);
    };
    expect(await inside()).toEqual(['of-the-file']);
    const report = await team.restore(file);
    expect(JSON.stringify(report)).not.toContain('of-postman');
    expect(await inside()).toEqual(['of-postman']);
    const sealed = JSON.parse(await team.text(file)) as JsonObject;
    await team.write({ [file]: JSON.stringify(sealed).replace(/sealed:v1:./, 'sealed:v1:_') });
    const other = await team.restore(file);
    expect(other.problems).toMatchObject([{ message: expect.stringContaining('another API key') }]);
  });

  it('creates deleted resources', async () => {
    const file = await overwritten();
    await team.call('DELETE', `/collections/${await uid()}`);
    expect((await team.restore(file)).plan?.changes).toMatchObject([{ action: 'create', status: 'applied' }]);
    expect(await inPostman()).toEqual(['theirs']);
  });

  it('writes nothing when the plan is declined', async () => {
    const file = await overwritten();
    team.review = async () => false;
    await team.restore(file);
    expect(await inPostman()).toEqual(['ours']);
  });

  it.each([
    ['no file is named', undefined, 'no backup is named'],
    ['there is no such file', 'postman-report/backup/collection/none.json', 'cannot be read'],
    ['the file is no backup', PATH, 'not a backup that postman-sync wrote'],
  ])('tells that %s', async (_, file, message) => {
    team = await startTeam({ [PATH]: ours });
    const report = await team.restore(file);
    expect(report.problems).toMatchObject([{ message: expect.stringContaining(message) }]);
  });
});

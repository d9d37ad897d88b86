import { afterEach, describe, expect, it } from '@jest/globals';
import { isObject, type JsonObject, objectsOf } from '../../../src/core/lib/json.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { renderOutputs } from '../../../src/render/outputs.ts';
import { collection, environment, folder } from '../../support/collections.ts';
import { edited, fullRequest, itemsOf, replaced } from '../../support/edits.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

const PATH = 'shop.postman_collection.json';
const shop = collection('Shop', folder('Orders', fullRequest('list'), fullRequest('create')), fullRequest('health'));

/** A collection with parts of a request changed. */
function withRequest(of: JsonObject, name: string, part: JsonObject): JsonObject {
  const target = itemsOf(of).find((item) => item.name === name);
  const request = isObject(target?.request) ? target.request : {};
  return target ? replaced(of, target, [{ ...target, request: { ...request, ...part } }]) : of;
}

const uid = async (): Promise<string> => {
  const { collections } = await team.call('GET', `/collections?workspace=${team.emulator.workspaceId}`);
  return String(objectsOf(collections).find(({ name }) => name === 'Shop')?.uid);
};

const inPostman = async (): Promise<JsonObject> => {
  const { collection: content } = await team.call('GET', `/collections/${await uid()}`);
  return content as JsonObject;
};

/** What somebody does in Postman. */
async function colleague(change: (content: JsonObject) => JsonObject): Promise<void> {
  await team.clock.sleep(60_000);
  const content = await inPostman();
  await team.call('PUT', `/collections/${await uid()}`, { collection: change(content) });
}

const requestIn = (content: JsonObject, name: string): JsonObject => {
  const found = itemsOf(content).find((item) => item.name === name);
  return isObject(found?.request) ? found.request : {};
};

const writes = (): readonly string[] => team.calls().filter((call) => !call.startsWith('GET'));
const outputs = (report: Report) => renderOutputs(report);

async function applied(files: Readonly<Record<string, unknown>> = { [PATH]: shop }): Promise<void> {
  team = await startTeam(files);
  await team.commit();
  expect((await team.run('apply')).verdict).toBe('passed');
  team.calls();
}

describe('a collection that was changed in Postman', () => {
  it('is kept when the file was not changed, with a notice about what the repository lacks', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    const report = await team.run('apply');
    expect(report.verdict).toBe('passed');
    expect(writes()).toEqual([]);
    expect(outputs(report).get('behind')).toBe('1');
    expect(report.notices.map(({ message }) => message)).toContain(
      'Postman is ahead: 1 change in the collection "Shop"; `pull` writes this into the files.',
    );
    expect(requestIn(await inPostman(), 'list').method).toBe('POST');
  });

  it('is merged with changes in the file', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    await team.write({ [PATH]: withRequest(shop, 'health', { method: 'HEAD' }) });
    await team.commit();
    const report = await team.run('apply');
    expect(report.verdict).toBe('passed');
    expect(report.plan?.changes[0]).toMatchObject({
      action: 'update',
      status: 'applied',
      behind: [{ what: 'method' }],
    });
    const content = await inPostman();
    expect(requestIn(content, 'list').method).toBe('POST');
    expect(requestIn(content, 'health').method).toBe('HEAD');
  });

  it('keeps its changes over many applies without a pull', async () => {
    await applied();
    let file = shop;
    for (const round of Array.from({ length: 6 }, (_, number) => number)) {
      await colleague((content) => ({
        ...content,
        variable: [...objectsOf(content.variable), { key: `t${round}`, value: '1' }],
      }));
      file = { ...file, item: [...objectsOf(file.item), fullRequest(`ours-${round}`)] };
      await team.write({ [PATH]: file });
      await team.commit();
      const report = await team.run('apply');
      expect(report.verdict).toBe('passed');
      expect(outputs(report).get('behind')).toBe('1');
    }
    const content = await inPostman();
    expect(objectsOf(content.variable).map(({ key }) => key)).toEqual(['t0', 't1', 't2', 't3', 't4', 't5']);
    expect(itemsOf(content).map(({ name }) => name)).toEqual([
      'Orders',
      'list',
      'create',
      'health',
      'ours-0',
      'ours-1',
      'ours-2',
      'ours-3',
      'ours-4',
      'ours-5',
    ]);
  });

  it('is blocked when both sides changed the same value, while others are applied', async () => {
    await applied({ [PATH]: shop, 'local.postman_environment.json': environment('Local', { key: 'a', value: '1' }) });
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    await team.write({
      [PATH]: withRequest(shop, 'list', { method: 'PUT' }),
      'local.postman_environment.json': environment('Local', { key: 'a', value: '2' }),
    });
    await team.commit();
    const report = await team.run('apply');
    expect(report).toMatchObject({ verdict: 'failed', failureKinds: ['conflict'] });
    expect(report.plan?.changes).toMatchObject([
      { name: 'Shop', action: 'none', conflict: { reason: 'both-changed' } },
      { name: 'Local', action: 'update', status: 'applied' },
    ]);
    expect(JSON.parse(outputs(report).get('conflicts') ?? '')).toEqual([
      {
        kind: 'collection',
        name: 'Shop',
        path: PATH,
        at: 'Orders / list / method',
        base: 'GET',
        ours: 'PUT',
        theirs: 'POST',
      },
    ]);
    expect(report.problems).toMatchObject([
      {
        kind: 'conflict',
        path: PATH,
        position: { line: expect.any(Number) },
        message:
          'Conflict in the collection "Shop" at Orders / list / method: the file has "PUT", Postman has "POST", before it was "GET"',
      },
    ]);
    expect(requestIn(await inPostman(), 'list').method).toBe('POST');
  });

  it('is overwritten with the option', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    await team.write({ [PATH]: withRequest(shop, 'list', { method: 'PUT' }) });
    await team.commit();
    const report = await team.run('apply', { 'on-drift': 'overwrite' });
    expect(report.verdict).toBe('passed');
    expect(requestIn(await inPostman(), 'list').method).toBe('PUT');
    const [file] = await team.backups();
    expect(report.notices.map(({ message }) => message)).toContain(
      `The backup of the collection "Shop" is postman-report/backup/collection/${file}; \`restore\` puts it back.`,
    );
    expect(outputs(await team.run('apply')).get('behind')).toBe('0');
  });

  it('is blocked when the applied version is unknown', async () => {
    team = await startTeam({ [PATH]: shop });
    await team.run('apply');
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    await team.write({ [PATH]: withRequest(shop, 'health', { method: 'HEAD' }) });
    const report = await team.run('apply');
    expect(report).toMatchObject({ verdict: 'failed', failureKinds: ['conflict'] });
    expect(report.problems[0]).toMatchObject({
      message: expect.stringContaining('the version that was applied last cannot be read'),
      remedy: expect.stringContaining('fetch-depth: 0'),
    });
  });

  it('is merged with the newest version of the file that was applied, whatever the recorded commit', async () => {
    team = await startTeam({ [PATH]: shop });
    await team.run('apply');
    await team.commit();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    await team.write({ [PATH]: withRequest(shop, 'health', { method: 'HEAD' }) });
    expect((await team.run('apply')).plan?.changes[0]).toMatchObject({ action: 'update', status: 'applied' });
  });

  it('is in sync with a file that already contains its changes', async () => {
    await applied();
    await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
    await team.write({ [PATH]: withRequest(shop, 'list', { method: 'POST' }) });
    await team.commit();
    await team.write({ [PATH]: withRequest(shop, 'list', { method: 'PUT' }) });
    await team.commit();
    const report = await team.run('apply');
    expect(report.verdict).toBe('passed');
    expect(requestIn(await inPostman(), 'list').method).toBe('PUT');
  });
});

describe('a plan before it is applied', () => {
  it('is shown, and nothing is written when it is declined', async () => {
    team = await startTeam({ [PATH]: shop });
    const shown: string[] = [];
    team.review = async ({ plan }) => {
      shown.push(...plan.changes.map(({ action, name, status }) => `${action} ${name} ${status}`));
      return false;
    };
    const report = await team.run('apply');
    expect(shown).toEqual(['create Shop planned']);
    expect(report.errors).toMatchObject([{ message: 'Nothing was applied: the plan was declined.' }]);
    expect(writes()).toEqual([]);
  });

  it('does not overwrite a change made while it is read', async () => {
    await applied();
    await team.write({ [PATH]: withRequest(shop, 'health', { method: 'HEAD' }) });
    team.review = async () => {
      await colleague((content) => withRequest(content, 'list', { method: 'POST' }));
      return true;
    };
    const report = await team.run('apply');
    expect(report.errors).toMatchObject([{ message: expect.stringContaining('while this run was under way') }]);
    expect([report.verdict, report.failureKinds]).toEqual(['failed', ['conflict']]);
    expect(requestIn(await inPostman(), 'list').method).toBe('POST');
  });
});

describe('a resource whose file was deleted', () => {
  it('is not pruned when it was changed in Postman since', async () => {
    await applied({ [PATH]: shop, 'other.postman_collection.json': collection('Other', fullRequest('a')) });
    await team.write({ [PATH]: undefined });
    await colleague((content) => ({ ...content, item: [...objectsOf(content.item), fullRequest('theirs')] }));
    const report = await team.run('apply', { prune: 'true' });
    expect(report.errors).toMatchObject([{ message: expect.stringContaining('it was not deleted') }]);
    expect([report.verdict, report.failureKinds]).toEqual(['failed', ['conflict']]);
    expect(itemsOf(await inPostman()).map(({ name }) => name)).toContain('theirs');
    expect(report.errors[0]?.remedy).toContain('`pull "Shop"` brings it back');
    expect((await team.pull()).changedFiles).toEqual([]);
    const back = 'Shop.postman_collection.json';
    expect((await team.pull({ only: ['Shop'] })).changedFiles).toEqual([back]);
    await team.commit();
    expect((await team.run('plan', { prune: 'true' })).plan?.changes.every(({ action }) => action === 'none')).toBe(
      true,
    );
    await team.write({ [back]: undefined });
    const pruned = await team.run('apply', { prune: 'true', 'on-drift': 'overwrite' });
    expect(pruned.plan?.changes.find(({ action }) => action === 'delete')).toMatchObject({ status: 'applied' });
  });
});

/** Additions leave a trace that nobody overwrites later. */
const ADDITIONS = ['add a query parameter', 'add a header', 'add a variable', 'add an example'] as const;

describe('two people at the same time', () => {
  it('lose no edit over ten rounds, with pulls and interrupted applies in between', async () => {
    await applied();
    let [seed, file] = [7, shop];
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const marks: number[] = [];
    const someEdits = (content: JsonObject): JsonObject =>
      [1, 2, 3].reduce((so) => {
        const mark = 10_000 + marks.length;
        const requests = itemsOf(so).flatMap((item, index) => (isObject(item.request) ? [index] : []));
        marks.push(mark);
        const action = ADDITIONS[random(ADDITIONS.length)] ?? 'add a header';
        return edited(so, { action, item: requests[random(requests.length)] ?? 0, mark });
      }, content);
    for (const round of Array.from({ length: 10 }, (_, number) => number)) {
      await colleague(someEdits);
      file = someEdits(file);
      await team.write({ [PATH]: file });
      await team.commit();
      if (round % 3 === 1) {
        await team.fault('PUT /environments/*: 503 @1', 'PUT /environments/*: 503 @2');
        await team.run('apply');
      }
      const report = await team.run('apply');
      expect(report.problems).toEqual([]);
      const content = JSON.stringify(await inPostman());
      expect(marks.filter((mark) => !content.includes(String(mark)))).toEqual([]);
      if (round % 4 !== 2) continue;
      await team.pull();
      await team.commit();
      file = JSON.parse(await team.text(PATH));
      expect(marks.filter((mark) => !JSON.stringify(file).includes(String(mark)))).toEqual([]);
    }
  }, 60_000);
});

describe('a collection that was deleted in Postman', () => {
  it('is not created again, with a notice, except with on-drift: overwrite', async () => {
    await applied();
    await team.call('DELETE', `/collections/${await uid()}`);
    const report = await team.run('apply');
    expect(report.verdict).toBe('passed');
    expect(writes()).toEqual([]);
    expect(outputs(report).get('behind')).toBe('1');
    expect(report.notices).toMatchObject([
      { level: 'warning', message: expect.stringContaining('was deleted in Postman') },
    ]);
    expect((await team.run('apply', { 'on-drift': 'overwrite' })).plan?.changes[0]).toMatchObject({ action: 'create' });
  });

  it('is a conflict when the file was changed', async () => {
    await applied();
    await team.call('DELETE', `/collections/${await uid()}`);
    await team.write({ [PATH]: withRequest(shop, 'health', { method: 'HEAD' }) });
    expect(await team.run('apply')).toMatchObject({ verdict: 'failed', failureKinds: ['conflict'] });
  });
});

describe('the first apply', () => {
  it('overwrites no resource that differs from its file', async () => {
    team = await startTeam({ [PATH]: shop });
    const theirs = withRequest(shop, 'list', { method: 'POST' });
    await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, { collection: theirs });
    const report = await team.run('apply');
    expect(report).toMatchObject({ verdict: 'failed', failureKinds: ['conflict'] });
    expect(report.plan?.changes[0]).toMatchObject({ action: 'none', conflict: { reason: 'adopted' } });
    expect(requestIn(await inPostman(), 'list').method).toBe('POST');
    expect((await team.run('apply', { 'on-drift': 'overwrite' })).verdict).toBe('passed');
    expect(requestIn(await inPostman(), 'list').method).toBe('GET');
  });

  it('adopts equal resources', async () => {
    team = await startTeam({ [PATH]: shop });
    await team.call('POST', `/collections?workspace=${team.emulator.workspaceId}`, { collection: shop });
    expect((await team.run('apply')).verdict).toBe('passed');
  });
});

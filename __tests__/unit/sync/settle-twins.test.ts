import { describe, expect, it } from '@jest/globals';
import { workspaceId } from '../../../src/core/model/ids.ts';
import type { ListedResource } from '../../../src/core/model/resource.ts';
import type { Postman } from '../../../src/sync/ports.ts';
import { settleTwins } from '../../../src/sync/settle-twins.ts';
import { TestClock } from '../../support/clock.ts';
import { collection, request } from '../../support/collections.ts';
import { listed, uidOf } from '../../support/state-builders.ts';

const content = collection('Orders', request('a'));
const createdAt = (seconds: number) => ({ createdAt: new Date(seconds * 1000) });
const own = { ...listed(1, 'Orders'), ...createdAt(10) };

/** What becomes of the own collection beside others; each list shows the next of `lists`, the last one for ever. */
async function settle(lists: readonly (readonly ListedResource[])[], theirs = content) {
  const removed: string[] = [];
  let look = 0;
  const postman: Partial<Postman> = {
    list: async () => lists[Math.min(look++, lists.length - 1)] ?? [],
    fetch: async () => theirs,
    remove: async ({ uid }) => void removed.push(uid),
  };
  const options = { postman: postman as Postman, clock: new TestClock(), workspace: workspaceId('w') };
  const settled = await settleTwins([{ resource: own, content }], { ...options, known: new Set([own.uid]) });
  return { ...settled, removed, looks: look };
}

describe('a resource that another run has created, too', () => {
  it('costs one list when there is none', async () => {
    expect(await settle([[own]])).toMatchObject({ looks: 1, removed: [], notices: [] });
  });

  it('is kept when it is older, and ours is deleted', async () => {
    const { replaced, removed, notices } = await settle([[own, { ...listed(2, 'Orders'), ...createdAt(9) }]]);
    expect([removed, [...replaced]]).toEqual([[own.uid], [[own.uid, uidOf(2)]]]);
    expect(notices).toMatchObject([{ level: 'notice', message: expect.stringContaining(uidOf(2)) }]);
  });

  it('is left to the other run when it is newer, with a notice if it remains', async () => {
    const younger = { ...listed(2, 'Orders'), ...createdAt(11) };
    expect(await settle([[own, younger], [own]])).toMatchObject({ removed: [], notices: [] });
    const { removed, notices } = await settle([[own, younger]]);
    expect(removed).toEqual([]);
    expect(notices).toMatchObject([{ level: 'warning', message: expect.stringContaining(uidOf(2)) }]);
  });

  it('is reported and not deleted when its content differs or ours is not listed yet', async () => {
    const older = { ...listed(2, 'Orders'), ...createdAt(9) };
    const other = collection('Orders', request('b'));
    for (const settled of [await settle([[own, older]], other), await settle([[older]])])
      expect(settled).toMatchObject({ removed: [], notices: [{ level: 'warning' }] });
  });
});

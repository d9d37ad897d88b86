import { describe, expect, it } from '@jest/globals';
import type { Suite } from '../../../src/core/model/suite.ts';
import type { RunSettings } from '../../../src/settings/settings.ts';
import type { ChangeSet } from '../../../src/sync/ports.ts';
import { selectSuites } from '../../../src/sync/select-suites.ts';

const suite = (name: string) =>
  ({ name, collection: { path: `${name}.json`, content: {} }, options: { workingDir: '.' } }) as unknown as Suite;

const select = (changes: ChangeSet, onlyChanged: RunSettings['onlyChanged'] = {}) =>
  selectSuites([suite('Orders'), suite('Cart')], {
    run: { onlyChanged } as RunSettings,
    changedFiles: async () => changes,
    shared: ['postman-sync.yaml'],
  });

const changed = (...paths: readonly string[]): ChangeSet => ({ kind: 'changed', since: 'main', paths });

describe('only-changed', () => {
  it('runs suites with changed files and names the others', async () => {
    expect(await select(changed('Cart.json'))).toMatchObject({
      suites: [{ name: 'Cart' }],
      leftOut: ['Orders'],
      notices: [
        { level: 'notice', message: 'only-changed: the changes since main touch 1 of 2 suites. Skipped: "Orders".' },
      ],
    });
  });

  it('says that no suite has changed files', async () => {
    const { suites, notices } = await select(changed('README.md'));
    expect(suites).toEqual([]);
    expect(notices[0]?.message).toBe(
      'only-changed: the changes since main touch no suite, so none runs. Skipped: "Orders", "Cart".',
    );
  });

  it('runs all suites outside pull requests, and with a warning when the base is not available', async () => {
    expect(await select({ kind: 'no-base' })).toMatchObject({ suites: [{}, {}], leftOut: [] });
    const unknown = await select({ kind: 'unknown', revision: 'abc', asked: false });
    expect(unknown).toMatchObject({ suites: [{}, {}], notices: [{ level: 'warning' }] });
  });

  it('warns about paths that match no file, not even a changed or deleted one', async () => {
    const orders = { ...suite('Orders'), paths: ['src/orders/**', 'src/ordrs/**', 'src/gone/**'] };
    const change = { ...changed('src/gone/a.ts'), files: ['src/orders/a.ts'] } as ChangeSet;
    const options = { run: { onlyChanged: {} } as RunSettings, changedFiles: async () => change, shared: [] };
    const { notices } = await selectSuites([orders], options);
    expect(notices.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
      'only-changed: the glob "src/ordrs/**" in paths of suite "Orders" matches no file.',
    ]);
  });

  it('rejects an explicit revision that does not exist', async () => {
    await expect(select({ kind: 'unknown', revision: 'mian', asked: true })).rejects.toThrow(
      '"mian" is not a revision',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { fingerprintOfSent } from '../../../../src/core/kinds/fingerprint.ts';
import { KINDS } from '../../../../src/core/kinds/index.ts';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { orThrow } from '../../../../src/core/model/problem.ts';
import { buildMonitors } from '../../../../src/core/plan/build-monitors.ts';
import type { PlanPolicy } from '../../../../src/core/plan/change.ts';
import { planSync } from '../../../../src/core/plan/plan.ts';
import { collection, request } from '../../../support/collections.ts';
import { desiredOf, listed, observed, recorded, stateOf, uidOf } from '../../../support/state-builders.ts';

const SETTINGS = { active: true, schedule: { cron: '0 1 * * *', timezone: 'UTC' } };
const files = desiredOf({ 'a.json': collection('Orders', request('list')) });

const monitorsOf = (content: JsonObject) => {
  const place = { document: 'postman-sync.yaml', base: '', locate: () => ({ line: 1, column: 1 }) };
  return orThrow(buildMonitors([{ name: 'Nightly', collection: 'Orders', content, ...place }], files.resources));
};

interface Case {
  readonly ours?: JsonObject;
  readonly theirs?: JsonObject;
  readonly isManaged?: boolean;
  readonly onDrift?: PlanPolicy['onDrift'];
}

/** The plan for a monitor; the recorded settings are SETTINGS. */
function planned({ ours = SETTINGS, theirs = {}, isManaged = true, onDrift = 'merge' }: Case) {
  const desired = { ...files, resources: monitorsOf(ours) };
  const match = listed(3, 'Nightly', 'monitor');
  const sent = fingerprintOfSent(KINDS.monitor, { name: 'Nightly', ...SETTINGS });
  const [path, entry] = recorded({ ...files, resources: monitorsOf(SETTINGS) }, 3, { sent });
  const found = observed({
    listed: [listed(1, 'Orders'), listed(2, 'Others'), match],
    matches: new Map([
      ['a.json', listed(1, 'Orders')],
      [path, match],
    ]),
    contents: new Map([[match.uid, { name: 'Nightly', collectionUid: uidOf(1), ...SETTINGS, ...theirs }]]),
    state: isManaged ? stateOf([path, entry]) : stateOf(),
  });
  return planSync(desired, found, { prune: 'no', onDrift });
}

describe('the plan of a monitor', () => {
  const paused = { ...SETTINGS, active: false };
  const later = { ...SETTINGS, schedule: { cron: '0 2 * * *', timezone: 'UTC' } };

  it('is nothing where both sides are equal', () => {
    expect(planned({}).changes).toMatchObject([{ action: 'none', drifted: false }]);
  });

  it('is an update where only the configuration changed', () => {
    const diff = [{ change: 'changed', what: 'active', before: 'true', after: 'false' }];
    expect(planned({ ours: paused }).changes).toMatchObject([{ action: 'update', drifted: false, diff }]);
  });

  it('keeps settings that Postman changed, and sends those that the configuration changed', () => {
    const { changes, notices } = planned({ ours: paused, theirs: later });
    expect(changes).toMatchObject([
      {
        action: 'update',
        drifted: true,
        content: { active: false },
        behind: [{ what: 'cron', before: '0 1 * * *', after: '0 2 * * *' }],
      },
    ]);
    expect(notices).toEqual([
      {
        level: 'notice',
        message: 'Postman is ahead: 1 change in the monitor "Nightly"; `pull` writes this into the files.',
        path: 'postman-sync.yaml',
      },
    ]);
  });

  it('is a conflict where both changed one setting', () => {
    const conflict = { reason: 'both-changed', places: [{ ours: '0 3 * * *', theirs: '0 2 * * *' }] };
    const ours = { ...SETTINGS, schedule: { cron: '0 3 * * *', timezone: 'UTC' } };
    expect(planned({ ours, theirs: later }).changes).toMatchObject([{ action: 'none', conflict }]);
  });

  it.each([
    [true, 'the old one is deleted after that'],
    [false, 'the old one, which this project does not manage, is left alone'],
  ])('is another monitor where the collection differs, told by its name: managed %s', (isManaged, old) => {
    const { changes, notices } = planned({ theirs: { collectionUid: uidOf(2) }, isManaged, onDrift: 'overwrite' });
    const diff = [{ what: 'collection', before: 'Others', after: 'Orders' }];
    expect(changes[0]).toMatchObject({ action: 'create', diff });
    expect(changes.slice(1).map(({ action }) => action)).toEqual(isManaged ? ['delete'] : []);
    expect(notices.map(({ message }) => message)).toContain(
      `Postman cannot change the monitor "Nightly" in place (collection): a new one is created, and ${old}.`,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { fingerprintOfSent } from '../../../../src/core/kinds/fingerprint.ts';
import { KINDS } from '../../../../src/core/kinds/index.ts';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import type { Fingerprint } from '../../../../src/core/model/ids.ts';
import { orThrow } from '../../../../src/core/model/problem.ts';
import { Secret } from '../../../../src/core/model/secret.ts';
import { buildMonitors } from '../../../../src/core/plan/build-monitors.ts';
import { buildDesiredState, type DesiredState } from '../../../../src/core/plan/desired.ts';
import type { ObservedState } from '../../../../src/core/plan/observed.ts';
import { type PullPolicy, planPull } from '../../../../src/core/plan/pull.ts';
import type { StateEntry } from '../../../../src/core/plan/state.ts';
import { collection, environment, request, sourceFile, stamped } from '../../../support/collections.ts';
import { desiredOf, listed, observed, recorded, stateOf, uidOf } from '../../../support/state-builders.ts';

const base = collection('Orders', request('list'));
const withOurs = collection('Orders', request('list'), request('ours'));
const withTheirs = collection('Orders', request('list'), request('theirs'));
const ofMethod = (method: string) => collection('Orders', request('list', { request: { method, url: 'x' } }));

interface Versions {
  /** Absent for a resource that was never applied. */
  readonly applied?: JsonObject;
  readonly file: JsonObject;
  readonly remote: JsonObject;
  readonly entry?: Partial<StateEntry>;
  readonly found?: Partial<ObservedState>;
}

const pulled = ({ applied, file, remote, entry, found }: Versions, policy: PullPolicy = {}) => {
  const state = applied ? stateOf(recorded(desiredOf({ 'a.json': applied }), 1, entry)) : stateOf();
  const known = {
    listed: [listed(1, 'Orders')],
    matches: new Map([['a.json', listed(1, 'Orders')]]),
    contents: new Map([[uidOf(1), stamped(remote)]]),
    bases: applied ? new Map([['a.json', applied]]) : new Map(),
    state,
  };
  return planPull(desiredOf({ 'a.json': file }), observed({ ...known, ...found }), policy)[0];
};

const names = (content: JsonObject | undefined) =>
  (content?.item as readonly JsonObject[] | undefined)?.map(({ name }) => name);

describe('a pull', () => {
  it.each<[string, Versions]>([
    ['both sides are the same', { applied: base, file: base, remote: base }],
    ['only the file changed', { applied: base, file: withOurs, remote: base }],
    ['both made the same of a file that was never applied', { file: base, remote: base }],
    ['nothing was downloaded', { applied: base, file: base, remote: base, found: { contents: new Map() } }],
  ])('leaves the file alone where %s', (_, versions) => {
    expect(pulled(versions)).toMatchObject({ action: 'none' });
    expect(pulled(versions)).not.toHaveProperty('conflict');
  });

  it('brings changes of Postman', () => {
    const step = pulled({ applied: base, file: base, remote: withTheirs });
    expect(step).toMatchObject({
      action: 'update',
      overwrites: false,
      diff: [{ change: 'added', what: 'request', path: ['theirs'] }],
    });
    expect(step?.action === 'update' && step.content).toEqual(withTheirs);
  });

  it('merges changes of both sides', () => {
    const step = pulled({ applied: base, file: withOurs, remote: withTheirs });
    expect(step?.action === 'update' && names(step.content)).toEqual(['list', 'ours', 'theirs']);
  });

  it('brings changes that an earlier apply left in Postman', () => {
    const versions = { applied: base, file: base, remote: withTheirs };
    const sent = recorded(desiredOf({ 'a.json': withTheirs }), 1)[1].fingerprint;
    expect(pulled({ ...versions, entry: { sent } })).toMatchObject({ action: 'none' });
    expect(pulled({ ...versions, entry: { sent, behind: true } })).toMatchObject({ action: 'update' });
  });

  it('names the user who made a change', () => {
    const remote = { ...listed(1, 'Orders'), updatedAt: new Date(5_000) };
    const found = { matches: new Map([['a.json', remote]]) };
    const step = pulled({ applied: base, file: base, remote: withTheirs, found });
    expect(step).toHaveProperty('edited');
    expect(pulled({ applied: base, file: withOurs, remote: base, found })).not.toHaveProperty('edited');
  });

  it('distinguishes a file whose resource was deleted from a new file', () => {
    const found = { matches: new Map() };
    expect(pulled({ applied: base, file: base, remote: base, found })).toMatchObject({ action: 'gone' });
    expect(pulled({ file: base, remote: base, found })).toMatchObject({ action: 'none' });
  });

  it('is a conflict where the file was changed and its resource deleted, until a side is preferred', () => {
    const versions = { applied: base, file: withOurs, remote: base, found: { matches: new Map() } };
    expect(pulled(versions)).toMatchObject({ action: 'none', conflict: { reason: 'deleted' } });
    expect(pulled(versions, { prefer: 'theirs' })).toMatchObject({ action: 'gone' });
    expect(pulled(versions, { prefer: 'ours' })).not.toHaveProperty('conflict');
  });
});

describe('a conflict of a pull', () => {
  const both: Versions = { applied: base, file: ofMethod('PUT'), remote: ofMethod('POST') };

  it('leaves the file as it is and names the place', () => {
    expect(pulled(both)).toMatchObject({
      action: 'none',
      conflict: { reason: 'both-changed', places: [{ ours: 'PUT', theirs: 'POST', position: { line: 7, column: 1 } }] },
    });
  });

  it('is settled by the preferred side', () => {
    expect(pulled(both, { prefer: 'ours' })).toMatchObject({ action: 'none' });
    expect(pulled(both, { prefer: 'ours' })).not.toHaveProperty('conflict');
    const theirs = pulled(both, { prefer: 'theirs' });
    expect(theirs).toMatchObject({
      action: 'update',
      overwrites: true,
      content: { item: [{ request: { method: 'POST' } }] },
    });
  });

  it.each<[string, Versions, string]>([
    ['that was never applied', { file: withOurs, remote: withTheirs }, 'adopted'],
    [
      'whose former content is unknown',
      { applied: base, file: withOurs, remote: withTheirs, found: { bases: new Map() } },
      'no-base',
    ],
  ])('is every difference of a file %s', (_, versions, reason) => {
    expect(pulled(versions)).toMatchObject({ action: 'none', conflict: { reason } });
    expect(pulled(versions, { prefer: 'ours' })).not.toHaveProperty('conflict');
    const step = pulled(versions, { prefer: 'theirs' });
    expect(step).toMatchObject({ action: 'update', overwrites: true });
    expect(step?.action === 'update' && names(step.content)).toEqual(['list', 'theirs']);
  });
});

describe('a pull of a monitor', () => {
  const nightly = (active: boolean, cron = '0 1 * * *'): JsonObject => ({
    active,
    schedule: { cron, timezone: 'UTC' },
  });
  const desiredMonitor = (content: JsonObject): DesiredState => {
    const desired = desiredOf({ 'a.json': base });
    const place = { document: 'postman-sync.yaml', base: '', locate: () => ({ line: 1, column: 1 }) };
    const request = { name: 'Nightly', collection: 'Orders', content, ...place };
    return { ...desired, resources: orThrow(buildMonitors([request], desired.resources)) };
  };
  const sentOf = (content: JsonObject) => fingerprintOfSent(KINDS.monitor, { name: 'Nightly', ...content });
  const pulledMonitor = (content: JsonObject, entry: Partial<StateEntry>) => {
    const desired = desiredMonitor(content);
    const [path, made] = recorded(desired, 1, entry);
    const match = listed(1, 'Nightly', 'monitor');
    const remote = { name: 'Nightly', ...nightly(false, '0 3 * * *') };
    const found = { matches: new Map([[path, match]]), contents: new Map([[match.uid, remote]]) };
    return planPull(desired, observed({ ...found, state: stateOf([path, made]) }), {})[0];
  };

  it('brings settings that Postman changed', () => {
    expect(pulledMonitor(nightly(true), { sent: sentOf(nightly(true)) })).toMatchObject({
      action: 'update',
      content: nightly(false, '0 3 * * *'),
    });
  });

  it('merges settings that the two sides changed, and names one that both changed', () => {
    const former = { fingerprint: 'of the former configuration' as Fingerprint };
    const file = nightly(true, '0 2 * * *');
    expect(pulledMonitor(file, { ...former, sent: sentOf(nightly(true, '0 3 * * *')) })).toMatchObject({
      action: 'update',
      content: nightly(false, '0 2 * * *'),
      overwrites: false,
    });
    expect(pulledMonitor(file, { ...former, sent: sentOf(nightly(true)) })).toMatchObject({
      action: 'none',
      conflict: { reason: 'both-changed', places: [{ at: 'cron' }] },
    });
  });

  it('leaves the settings alone where the state does not show who changed them', () => {
    expect(pulledMonitor(nightly(true), {})).toMatchObject({ action: 'none' });
  });
});

describe('a value that the configuration uploads', () => {
  const uploads = new Map([
    ['token', new Secret('from the run')],
    ['added', new Secret('from the run')],
  ]);
  const file = environment('Local', { key: 'token', value: '' }, { key: 'url', value: 'a' });
  const state = (content: JsonObject) =>
    orThrow(buildDesiredState([{ kind: 'environment', file: sourceFile('env.json', content), uploads }]));

  it('is not written into the file, and neither is a variable that only the configuration has', () => {
    const desired = state(file);
    const remote = environment(
      'Local',
      { key: 'token', value: 'from the run' },
      { key: 'url', value: 'b' },
      { key: 'added', value: 'from the run', type: 'secret' },
    );
    const found = observed({
      listed: [listed(1, 'Local', 'environment')],
      matches: new Map([['env.json', listed(1, 'Local', 'environment')]]),
      contents: new Map([[uidOf(1), remote]]),
      state: stateOf(recorded(desired, 1)),
    });
    const [step] = planPull(desired, found, {});
    expect(step).toMatchObject({ action: 'update', diff: [{ path: ['url'], before: 'a', after: 'b' }] });
    expect(step?.action === 'update' && step.content.values).toEqual([
      { key: 'token', value: '' },
      { key: 'url', value: 'b' },
    ]);
  });
});

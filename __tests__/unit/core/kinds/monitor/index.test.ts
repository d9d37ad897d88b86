import { describe, expect, it } from '@jest/globals';
import { fingerprint, fingerprintOfSent, isAsSent } from '../../../../../src/core/kinds/fingerprint.ts';
import { monitor } from '../../../../../src/core/kinds/monitor/index.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';

const COLLECTION = '123-12ece9e1-2abf-4edc-8e34-de66e74114d2';
const ENVIRONMENT = '123-5daabc50-8451-43f6-922d-96b403b4f28e';

const ours: JsonObject = {
  name: 'Watch',
  collection: COLLECTION,
  environment: ENVIRONMENT,
  active: true,
  schedule: { cron: '0 */6 * * *', timezone: 'Europe/Berlin' },
  options: { strictSSL: true, followRedirects: true },
};

/** As Postman answers it: another cron, defaults, ids, the last run. */
const theirs: JsonObject = {
  id: '1e6b6cc1-c760-48e0-968f-4bfaeeae9af1',
  uid: '123-1e6b6cc1-c760-48e0-968f-4bfaeeae9af1',
  owner: 123,
  name: 'Watch',
  active: true,
  jobId: 'e72dc3de-e4ac-407c-b1cc-2c5b6efced68',
  collectionUid: COLLECTION,
  environmentUid: ENVIRONMENT,
  schedule: { cron: '0 0 */6 * * *', timezone: 'Europe/Berlin', nextRun: '2025-06-18T05:00:00.000Z' },
  options: { strictSSL: true, followRedirects: true, requestTimeout: null, requestDelay: 0 },
  distribution: [],
  notifications: { onError: [], onFailure: [] },
  lastRun: { status: 'success' },
};

const isSame = (a: JsonObject, b: JsonObject): boolean => fingerprint(monitor, a) === fingerprint(monitor, b);
const grafted = (content: JsonObject, remote: JsonObject = theirs): JsonObject => monitor.graft(content, remote);
const whats = (content: JsonObject, remote: JsonObject = theirs): readonly string[] =>
  monitor.diff(remote, grafted(content, remote)).map(({ what }) => what);

describe('a monitor', () => {
  it('equals the form that Postman stores', () => {
    expect(isSame(ours, theirs)).toBe(true);
    expect(isSame(grafted(ours), theirs)).toBe(true);
    expect(whats(ours)).toEqual([]);
  });

  it.each<readonly [string, JsonObject]>([
    ['name', { name: 'Other' }],
    ['active', { active: false }],
    ['cron', { schedule: { cron: '0 */4 * * *', timezone: 'Europe/Berlin' } }],
    ['timezone', { schedule: { cron: '0 */6 * * *', timezone: 'UTC' } }],
    ['strict SSL', { options: { strictSSL: false, followRedirects: true } }],
    ['follow redirects', { options: { strictSSL: true, followRedirects: false } }],
    ['request timeout', { options: { strictSSL: true, followRedirects: true, requestTimeout: 3000 } }],
    ['request delay', { options: { strictSSL: true, followRedirects: true, requestDelay: 50 } }],
    ['mail on failure', { notifications: { onFailure: [{ email: 'a@example.com' }] } }],
    ['regions', { distribution: [{ region: 'uk' }] }],
    ['retries', { retry: { attempts: 1 } }],
    ['mail on error', { notifications: { onError: [{ email: 'a@example.com' }] } }],
    ['notification limit', { notificationLimit: 3 }],
    ['collection', { collection: ENVIRONMENT }],
    ['environment', { environment: undefined }],
  ])('is another one by its %s', (what, change) => {
    expect(whats({ ...ours, ...change })).toEqual([what]);
    expect(isSame(grafted({ ...ours, ...change }), theirs)).toBe(false);
  });

  it('cannot change its collection and environment, and can change everything else', () => {
    expect(
      monitor.immutableDiff?.(theirs, grafted({ ...ours, collection: 'other.json' })).map(({ what }) => what),
    ).toEqual(['collection']);
    expect(monitor.immutableDiff?.(theirs, grafted({ ...ours, name: 'Other' }))).toEqual([]);
  });

  it('sends the parts that changed, whole, and leaves the rest out', () => {
    const remote = { ...theirs, options: { strictSSL: false, followRedirects: true, requestTimeout: 5000 } };
    const content = grafted({ ...ours, schedule: { cron: '0 1 * * *', timezone: 'UTC' } }, remote);
    expect(monitor.patch?.(content, remote)).toEqual({
      schedule: { cron: '0 1 * * *', timezone: 'UTC' },
      options: { strictSSL: true, followRedirects: true, requestTimeout: 5000 },
    });
  });

  it("keeps Postman's settings that the configuration does not mention", () => {
    const remote = {
      ...theirs,
      distribution: [{ region: 'uk' }],
      retry: { attempts: 2 },
      notificationLimit: 9,
      notifications: { onError: [{ email: 'a@example.com' }], onFailure: [] },
    };
    expect(isSame(grafted(ours, remote), remote)).toBe(true);
    expect(whats({ ...ours, distribution: [] }, remote)).toEqual(['regions']);
  });

  it('drifts if a setting of the configuration was changed, not if Postman decides a setting', () => {
    const told = { ...ours, distribution: [{ region: 'uk' }], notifications: { onError: [] } };
    const sent = fingerprintOfSent(monitor, told);
    const made = { ...theirs, distribution: [{ region: 'uk' }] };
    const decided = {
      retry: { attempts: 1 },
      notificationLimit: 5,
      options: { strictSSL: true, followRedirects: true, requestTimeout: 900 },
    };
    expect(isAsSent(monitor, sent, made)).toBe(true);
    expect(isAsSent(monitor, sent, { ...made, ...decided })).toBe(true);
    expect(isAsSent(monitor, sent, { ...made, active: false })).toBe(false);
    expect(isAsSent(monitor, sent, { ...made, distribution: [] })).toBe(false);
    expect(isAsSent(monitor, sent, { ...made, notifications: { onError: [{ email: 'a@example.com' }] } })).toBe(false);
    const remembered = fingerprintOfSent(monitor, { ...made, distribution: [] }, told);
    expect(isAsSent(monitor, remembered, { ...made, distribution: [] })).toBe(true);
  });

  it('shows the values of a setting before and after', () => {
    const remote = { ...theirs, retry: { attempts: 2 }, distribution: [{ region: 'uk' }, { region: 'us-east' }] };
    const after = {
      ...ours,
      environment: undefined,
      notificationLimit: 3,
      distribution: [{ region: 'uk' }],
      retry: { attempts: 1 },
    };
    expect(monitor.diff(remote, grafted(after, remote))).toEqual([
      { change: 'removed', what: 'environment', path: [], before: ENVIRONMENT.slice(4) },
      { change: 'changed', what: 'regions', path: [], before: 'uk, us-east', after: 'uk' },
      { change: 'changed', what: 'retries', path: [], before: '2', after: '1' },
      { change: 'added', what: 'notification limit', path: [], after: '3' },
    ]);
    const later = { ...ours, schedule: { cron: '0 */4 * * *', timezone: 'Europe/Berlin' } };
    expect(monitor.diff(theirs, grafted(later))).toEqual([
      { change: 'changed', what: 'cron', path: [], before: '0 */6 * * *', after: '0 */4 * * *' },
    ]);
  });

  it('names no address in a difference', () => {
    const change = {
      notifications: { onError: [{ email: 'a@example.com' }], onFailure: [{ email: 'b@example.com' }] },
    };
    const difference = monitor.diff(theirs, grafted({ ...ours, ...change }));
    expect(difference).toEqual([
      { change: 'added', what: 'mail on error', path: [] },
      { change: 'added', what: 'mail on failure', path: [] },
    ]);
  });

  it('is compared with the part that the list shows', () => {
    const listed = { kind: 'monitor', uid: theirs.uid, name: 'Watch' } as never as Parameters<
      NonNullable<typeof monitor.matchesListing>
    >[1];
    const shows = { active: true, collectionUid: COLLECTION, environmentUid: ENVIRONMENT };
    const matchesListing = (parts: object): boolean | undefined =>
      monitor.matchesListing?.(ours, { ...listed, ...parts });
    expect(matchesListing({ shows })).toBe(true);
    expect(matchesListing({ shows: { ...shows, active: false } })).toBe(false);
    expect(matchesListing({ shows: { ...shows, environmentUid: COLLECTION } })).toBe(false);
    expect(matchesListing({ shows, name: 'Other' })).toBe(false);
    expect(matchesListing({})).toBe(false);
  });
});

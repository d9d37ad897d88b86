import { afterEach, describe, expect, it } from '@jest/globals';
import { collection, request } from '../../support/collections.ts';
import { startTeam, type Team } from '../../support/repository.ts';

let team: Team;

afterEach(() => team.close());

const files = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`${at}.postman_collection.json`, collection(`C${at}`, request('get'))]),
  );

const writes = (): readonly string[] => team.calls().filter((call) => !call.startsWith('GET'));

describe('a monthly quota without headers', () => {
  it('is read before several changes', async () => {
    team = await startTeam(files(3), { profile: { monthHeaders: false, quota: 9 } });
    const report = await team.run('apply');
    expect(report.failureKinds).toEqual(['quota']);
    expect(report.errors[0]?.message).toMatch(/^Applying the plan takes 8 API calls, 4 more than the month has left/);
    expect(team.calls().filter((call) => /\/me$|^P/.test(call))).toEqual(['GET /me']);
  });

  it('is not read before a single change', async () => {
    team = await startTeam(files(1), { profile: { monthHeaders: false } });
    expect((await team.run('apply')).verdict).toBe('passed');
    expect(team.calls().filter((call) => call.endsWith('/me'))).toEqual([]);
  });

  it('is not read before a few updates: two calls each, three for the state', async () => {
    team = await startTeam(files(3), { profile: { monthHeaders: false } });
    await team.run('apply');
    team.calls();
    await team.run('apply');
    const unchanged = team.calls().length;
    const changed = Object.keys(files(2)).map((path, at) => [path, collection(`C${at}`, request('changed'))]);
    await team.write(Object.fromEntries(changed));
    expect((await team.run('apply')).verdict).toBe('passed');
    expect(team.calls()).toHaveLength(unchanged + 2 * 2 + 3);
  });

  it('stops the run when it is exhausted, with a report of the applied and unrecorded changes', async () => {
    team = await startTeam(files(8), { profile: { monthHeaders: false, quota: 9, account: 'guest' } });
    const report = await team.run('apply');
    expect(report.failureKinds).toEqual(['quota']);
    const count = (status: string): number => report.plan?.changes.filter((one) => one.status === status).length ?? 0;
    expect(count('applied')).toBeGreaterThan(0);
    expect(count('skipped')).toBeGreaterThan(0);
    expect(report.notices).toEqual([
      expect.objectContaining({ message: expect.stringContaining('could not be recorded') }),
    ]);
    // The announcement of what is to be created.
    expect(writes().filter((call) => !call.startsWith('POST /collections'))).toEqual(['POST /environments']);
  });
});

describe('a guest’s key', () => {
  it('has a status without operations, and a reason', async () => {
    team = await startTeam({}, { profile: { account: 'guest' } });
    const report = await team.run('status');
    expect(report).toMatchObject({ verdict: 'passed', api: { usage: [] } });
    expect(report.notices[0]?.message).toContain('Guests and partners');
  });
});

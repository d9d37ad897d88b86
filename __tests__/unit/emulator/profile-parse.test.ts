import { describe, expect, it } from '@jest/globals';
import { presets } from '../../../src/emulator/profile.ts';
import { parseProfile } from '../../../src/emulator/profile-parse.ts';

describe('parseProfile', () => {
  it("fills in today's limits for what the file leaves out", () => {
    expect(parseProfile({ rateLimit: 5 })).toEqual({ ...presets.today, rateLimit: 5 });
  });

  it('starts from the named preset', () => {
    expect(parseProfile({ preset: 'older' })).toMatchObject({ rateLimit: 60, rateLimitPer: 'key' });
    expect(parseProfile({ preset: 'free', quota: 3 })).toMatchObject({ quota: 3, monitorOverage: false });
  });

  it('changes a running profile without touching the rest', () => {
    const base = parseProfile({ quota: 7 });
    expect(parseProfile({ listLag: 2 }, base)).toEqual({ ...base, listLag: 2 });
  });

  it('names every problem at once, with its remedy', () => {
    const wrong = { preset: 'tomorrow', rateLimit: 0, headers: 'some', monthHeaders: 'yes', ratelimit: 5 };
    expect(() => parseProfile(wrong)).toThrow(
      /"preset" must be one of "today", "older", "free".*"rateLimit" must be a whole number, at least 1.*"headers" must be one of "x-ratelimit".*"monthHeaders" must be true or false.*"ratelimit" is not a setting/s,
    );
  });

  it('refuses what is not an object', () => {
    expect(() => parseProfile([])).toThrow(/must be a JSON object/);
  });

  it('accepts every one of its own presets', () => {
    for (const preset of Object.values(presets)) expect(parseProfile({ ...preset })).toEqual(preset);
  });
});

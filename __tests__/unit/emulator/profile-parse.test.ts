import { describe, expect, it } from '@jest/globals';
import { presets } from '../../../src/emulator/profile.ts';
import { parseProfile, profileComplaints } from '../../../src/emulator/profile-parse.ts';

describe('parseProfile', () => {
  it("fills in today's limits for what the file leaves out", () => {
    expect(parseProfile({ rateLimit: 5 })).toEqual({ ...presets.today, rateLimit: 5 });
  });

  it('starts from the named preset', () => {
    expect(parseProfile({ preset: 'older' })).toMatchObject({ rateLimit: 60, rateLimitPer: 'key' });
    expect(parseProfile({ preset: 'free', quota: 3 })).toMatchObject({ quota: 3, monitorOverage: false });
  });

  it('changes a running profile and keeps its other settings', () => {
    const base = parseProfile({ quota: 7 });
    expect(parseProfile({ listLag: 2 }, base)).toEqual({ ...base, listLag: 2 });
  });

  it('reports all problems at once, with their remedies', () => {
    const wrong = { preset: 'tomorrow', rateLimit: 0, headers: 'some', monthHeaders: 'yes', ratelimit: 5, zzz: 1 };
    expect(profileComplaints(wrong)).toEqual([
      { setting: 'preset', message: '"preset" cannot be "tomorrow"', remedy: 'Write one of "today", "older", "free".' },
      { setting: 'rateLimit', message: '"rateLimit" cannot be 0', remedy: 'Write a whole number of 1 or more.' },
      expect.objectContaining({ message: '"headers" cannot be "some"' }),
      { setting: 'monthHeaders', message: '"monthHeaders" cannot be "yes"', remedy: 'Write true or false.' },
      expect.objectContaining({ setting: 'ratelimit', unknown: true, remedy: 'Did you mean "rateLimit"?' }),
      expect.objectContaining({ unknown: true, remedy: expect.stringMatching(/^Settings are rateLimit, windowMs/) }),
    ]);
    expect(() => parseProfile(wrong)).toThrow(/tomorrow.*rateLimit.*headers.*monthHeaders.*ratelimit.*zzz/s);
  });

  it.each(['__proto__', 'constructor', 'toString'])('knows no setting "%s"', (name) => {
    expect(profileComplaints(JSON.parse(`{"${name}": 1}`))).toMatchObject([{ setting: name, unknown: true }]);
  });

  it('refuses what is not an object', () => {
    expect(() => parseProfile([])).toThrow(/is not a JSON object/);
  });

  it('accepts every one of its own presets', () => {
    for (const preset of Object.values(presets)) expect(parseProfile({ ...preset })).toEqual(preset);
  });
});

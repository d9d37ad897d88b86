import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readEmulatorOptions } from '../../../src/cli/emulate-options.ts';
import { placeOf } from '../../../src/core/model/problem.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulate-options-'));
});

afterEach(() => rm(folder, { recursive: true }));

const read = (flags: Record<string, readonly string[]>) => readEmulatorOptions(new Map(Object.entries(flags)));

/** What is wrong with a profile file, with places as `line:column`. */
const wrongProfile = async (text: string): Promise<readonly string[]> => {
  const path = join(folder, 'profile.json');
  await writeFile(path, text);
  const options = await read({ profile: [path] });
  return options.ok
    ? []
    : options.problems.map(
        (problem) => `${placeOf(problem).slice(path.length + 1)} ${problem.message}. ${problem.remedy}`,
      );
};

describe("the emulator's flags", () => {
  it('listen on port 4010 unless told otherwise', async () => {
    expect(await read({})).toEqual({ ok: true, value: { port: 4010, faults: [] } });
  });

  it('become options: the last value of a flag counts, but all faults', async () => {
    const flags = {
      port: ['1', '0'],
      'rate-limit': ['5'],
      quota: ['0'],
      fault: ['/me: 500', '/me: 503'],
      seed: ['seed'],
      state: ['state'],
    };
    expect(await read(flags)).toEqual({
      ok: true,
      value: {
        port: 0,
        rateLimit: 5,
        quota: 0,
        faults: ['/me: 500', '/me: 503'],
        seedDir: 'seed',
        stateDir: 'state',
      },
    });
  });

  it('report all problems at once', async () => {
    const flags = {
      port: ['70000'],
      'rate-limit': ['0'],
      quota: ['many'],
      fault: ['one', 'two'],
      profile: ['nowhere'],
    };
    const options = await read(flags);
    const told = options.ok ? [] : options.problems.map(({ message, remedy }) => `${message}. ${remedy}`);
    expect(told).toEqual([
      expect.stringContaining('--port: "70000" is not a whole number from 0 to 65535'),
      expect.stringContaining('--rate-limit: "0" is not a whole number of 1 or more'),
      expect.stringContaining('--quota: "many"'),
      expect.stringContaining('The profile cannot be read (ENOENT)'),
      expect.stringMatching(/"one".*"two".*Write METHOD PATH: EFFECT/s),
    ]);
  });
});

describe("the emulator's profile file", () => {
  it('sets its settings, with or without a byte order mark', async () => {
    const path = join(folder, 'profile.json');
    await writeFile(path, '\uFEFF{"preset": "older", "quota": 7}');
    expect(await read({ profile: [path] })).toMatchObject({ value: { profile: { rateLimit: 60, quota: 7 } } });
  });

  it('reports every wrong setting with its position and remedy', async () => {
    expect(await wrongProfile('{\n  "ratelimit": 5,\n  "rateLimit": "5",\n  "headers": "some"\n}')).toEqual([
      '2:3 "ratelimit" is not a setting of the emulator. Did you mean "rateLimit"?',
      '3:16 "rateLimit" cannot be "5". Write a whole number of 1 or more.',
      expect.stringMatching(/^4:14 "headers" cannot be "some"/),
    ]);
  });

  it.each([
    ['{\n  "quota": 1,\n  "quota": 2\n}', /^3:3 The profile is not valid JSON: Map keys must be unique/],
    ['{"quota": [', /^1:\d+ The profile is not valid JSON/],
    ['[]', /^1:1 The emulator profile is not a JSON object/],
    ['', /^1:1 The emulator profile is not a JSON object/],
  ])('is rejected when it contains %j', async (text, problem) => {
    expect((await wrongProfile(text))[0]).toMatch(problem);
  });
});

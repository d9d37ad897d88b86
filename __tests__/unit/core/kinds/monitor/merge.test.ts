import { describe, expect, it } from '@jest/globals';
import { fingerprintOfSent } from '../../../../../src/core/kinds/fingerprint.ts';
import { monitor } from '../../../../../src/core/kinds/monitor/index.ts';
import { mergeMonitors } from '../../../../../src/core/kinds/monitor/merge.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';

const nightly = (cron: string, active: boolean): JsonObject => ({
  name: 'Nightly',
  active,
  schedule: { cron, timezone: 'UTC' },
});

const base = nightly('0 1 * * *', true);
const sent = fingerprintOfSent(monitor, base);

describe('merging a monitor', () => {
  it('has the settings that Postman changed, and those that the configuration changed', () => {
    const { value, conflicts } = mergeMonitors(
      { sent, ours: nightly('0 2 * * *', true), theirs: nightly('0 1 * * *', false) },
      'ours',
    );
    expect(conflicts).toEqual([]);
    expect(value).toEqual(nightly('0 2 * * *', false));
  });

  it('names the setting that both changed', () => {
    const versions = { sent, ours: nightly('0 2 * * *', true), theirs: nightly('0 3 * * *', true) };
    expect(mergeMonitors(versions, 'ours').conflicts).toMatchObject([{ at: ['cron'], path: ['schedule', 'cron'] }]);
    expect(mergeMonitors(versions, 'theirs').value).toEqual(nightly('0 3 * * *', true));
  });

  it("keeps Postman's values of settings that the configuration does not mention", () => {
    const theirs = { ...base, retry: { attempts: 2 } };
    expect(mergeMonitors({ sent, ours: base, theirs }, 'ours')).toEqual({ value: base, conflicts: [] });
  });
});

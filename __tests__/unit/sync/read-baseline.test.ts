import { describe, expect, it } from '@jest/globals';
import { createReadBaseline } from '../../../src/files/read-baseline.ts';
import type { RunSettings } from '../../../src/settings/settings.ts';
import type { BaselineText } from '../../../src/sync/ports.ts';
import { readEarlierReport } from '../../../src/sync/read-baseline.ts';
import { aReport } from '../../support/report.ts';

const read = (answer: BaselineText, source = 'base/report.json') =>
  readEarlierReport({ baseline: { source, newFailuresOnly: true } } as RunSettings, async () => answer);

describe('the earlier report', () => {
  it('is read from the path', async () => {
    const { value } = await read({ ok: true, text: JSON.stringify(aReport({ commit: 'abc' })) });
    expect(value).toMatchObject({ report: { commit: 'abc' }, newFailuresOnly: true });
  });

  it('is a problem when the path is missing or not a report', async () => {
    const missing = await createReadBaseline('/', undefined)('nowhere/report.json');
    await expect(read(missing)).rejects.toThrow('baseline: nowhere/report.json cannot be read (ENOENT)');
    await expect(read({ ok: true, text: '{}' })).rejects.toThrow('base/report.json is not a report of this version');
  });

  it('is skipped with a notice when it is not available', async () => {
    const { value, notices } = await read(await createReadBaseline('/', undefined)('auto'), 'auto');
    expect(value).toBeUndefined();
    expect(notices).toMatchObject([{ level: 'notice', message: expect.stringContaining('auto needs GitHub Actions') }]);
  });
});
